"""How much may be inflated from one file and from all files inside it, whatever their number."""

from __future__ import annotations

from dataclasses import dataclass, field

from scr_docs.word.markup import xml_limits
from scr_docs.word.markup.xml import PartError

MAX_TOTAL = 512 * 2**20
MAX_XML_TOTAL = 96 * 2**20


@dataclass(slots=True)
class Budget:
    """What is left of it: bytes, bytes of XML, and elements."""

    left: int = field(default_factory=lambda: MAX_TOTAL)
    xml: int = MAX_XML_TOTAL
    elements: int = xml_limits.MAX_ELEMENTS

    def spend(self, amount: int) -> None:
        """Takes away what was inflated; PartError once there is nothing left."""
        self.left -= amount
        if self.left < 0:
            raise PartError(f"the file unpacks to more than {MAX_TOTAL // 2**20} MB")

    def spend_on_xml(self, content: bytes) -> None:
        """Takes away one part of XML; PartError once there is nothing left."""
        self.xml -= len(content)
        self.elements -= xml_limits.weight(content)
        if self.xml < 0:
            raise PartError(
                f"the file holds more than {MAX_XML_TOTAL // 2**20} MB of XML, which no honest document does"
            )
        if self.elements < 0:
            raise PartError(xml_limits.TOO_MANY)
