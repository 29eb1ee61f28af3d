"""A case file that says everything that a case file can say: the example of the interface, completed."""

from __future__ import annotations

WHOLE = """\
schema: scr-docs/case/1
reference: HB-2016-02
review:
  kind: scr
  subject: child
  period: {from: 2013-01-01, to: 2015-11-30}
  decided_on: 2016-01-14
  reasons_for_family_involvement: [human-rights, child-centred, knowledge, altruistic]
  questions_for_family: ["What help did you ask for?", "What went well?"]
  not_covered: [who is to blame, the criminal trial, staff discipline]
  proceedings:
    - {kind: criminal, status: open, agreed_with: Senior Investigating Officer, revisit_on: 2016-09-01}
  feedback_by: 2016-10-14
  publish_on: 2016-11-30
  publication: {decision: full, where: the website, until: 2017-11-30, spokesperson: chair, reason: null, decided_by: ~}
board:
  name: Hallam Bridge Safeguarding Children Board
  short_name: HBSCB
  address: [Civic Centre, 1 Bridge Street, Hallam Bridge, HB1 1AA]
  phone: "01632 960100"
  email: board@example.org
  website: https://hbscb.example.org
team:
  lead_reviewer: {name: Jane Example, role: Independent lead reviewer, phone: 01632 960101, email: jane@example.org}
  family_contact: {name: Sam Carey, role: Contact, phone: "01632 960102", email: sam@example.org, hours: 9am to 5pm}
support:
  - {name: Lantern, what: bereavement, phone: "0808 157 0142", email: lantern@example.org, website: lantern.org}
people:
  - id: child
    name: Toby Thompson
    relationship: subject
    report_name: Child K
    greeting: Toby
    born: 2011-05-03
    died: 2015-11-12
  - id: mother
    name: Kelly Ann Thompson
    also_known_as: [Kel, Kelly Price]
    relationship: mother
    report_name: Mother
    greeting: Kelly
    born: 1991-05-02
    died: null
    address: [14 Acacia Road, Hallam Bridge, HB2 4QX]
    phone: "07700 900123"
    email: kelly@example.org
    contact:
      channel: letter
      language: en-GB
      formats: [large-print]
      safe_by_post: true
      needs: [interpreter, step-free]
    involvement:
      status: contributed
      reason: null
      detail: Met the lead reviewer twice.
      decided_by: null
      decided_on: null
  - id: father
    name: Grace O'Neill
    relationship: father
    report_name: Father
    contact: {channel: phone, safe_by_post: no}
    involvement: {status: declined, reason: own-choice, detail: By text, decided_by: He himself, decided_on: 2016-03-14}
professionals:
  - {name: Dr Adeyemi Okafor, role: GP, agency: Elm Surgery, report_name: GP 1}
places:
  - {name: Elm Grove Primary School, kind: school, report_name: School 1}
identifiers:
  - {value: "943 476 5919", kind: nhs-number, person: child}
publishable: [Jane Example]
meetings:
  - person: mother
    purpose: talk
    on: 2016-03-01
    at: 10:30
    place: [Lantern, 9 Priory Walk, HB1 5TH]
    minutes: 60
    with: ["Jane Example, lead reviewer"]
    topics: [the help you asked for]
feedback:
  - {person: mother, paragraph: 4.12, said: Two visits were not made., decision: changed, why: It is so., at: "4.12"}
changes: ["Every caller is rung back within one working day."]
contacts:
  - {date: 2016-01-15, person: mother, channel: letter, stage: first-notice, note: by hand}
  - {date: 2016-02-01, person: father, channel: text, stage: first-notice}
questions:
  - {person: mother, asked_on: 2016-02-01, question: "Who will read it?", answered_on: 2016-02-05, answer: Everybody.}
"""

LEAST = """\
schema: scr-docs/case/1
reference: HB-2016-02
review: {kind: scr}
board: {name: Hallam Bridge Safeguarding Children Board}
"""


def changed(old: str, new: str, whole: str = WHOLE) -> str:
    """The case with `new` in the one place where `old` stood."""
    assert whole.count(old) == 1, f"{old!r} stands there {whole.count(old)} times"
    return whole.replace(old, new)
