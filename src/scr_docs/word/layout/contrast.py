"""Contrast as the Web Content Accessibility Guidelines define it (WCAG 2.2, relative luminance and contrast ratio)."""

from __future__ import annotations

_CHANNELS = (0.2126, 0.7152, 0.0722)


def ratio(one: str, other: str) -> float | None:
    """The contrast of two colours (RRGGBB), from 1 to 21; None where one of them is no colour."""
    first, second = _luminance(one), _luminance(other)
    if first is None or second is None:
        return None
    light, dark = max(first, second), min(first, second)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float | None:
    try:
        parts = bytes.fromhex(colour)
    except ValueError:
        return None
    if len(parts) != len(_CHANNELS):
        return None
    return sum(weight * _linear(part / 255) for weight, part in zip(_CHANNELS, parts, strict=True))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # of WCAG itself
