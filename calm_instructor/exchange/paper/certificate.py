"""The certificate, and its GENERIC sister: the record of in-house training (R25).

Only for somebody competent. While the set holds an entry of the built-in list there is no certificate: the same facts are
printed as a "Record of in-house training, general list, not CALM's issued catalogue", without the programme's name.
"""

from dataclasses import dataclass
from datetime import date

from calm_instructor.exchange.paper.facts import Authority, Imprint, Instructor, Need, Override, Signature, Technique


@dataclass(frozen=True)
class CertifiedTechnique:
    """A technique its holder may use, with its limit, as in "seated only" (R21)."""

    technique: Technique
    limit: str = ""


@dataclass(frozen=True)
class Certificate:
    """What a certificate or an in-house record says.

    name: as the person wants it on a certificate. assessed_on: the day of the last assessment. need: the TNA it rests on.
    organisation_signature: who signs for the organisation, with their role. limits: what narrows the whole authority.
    """

    imprint: Imprint
    name: str
    staff_number: str
    role: str
    site: str
    kind: str
    tier: str
    assessed_on: date
    valid_until: date
    techniques: tuple[CertifiedTechnique, ...]
    authority: Authority
    need: Need
    lead: Instructor
    lead_signature: Signature
    organisation_signature: Signature
    limits: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
