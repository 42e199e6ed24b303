"""One person as a roster names them. Not a person of the store: nobody is made, matched or enrolled here."""

from dataclasses import dataclass
from datetime import date

from calm_instructor.domain.people import Status


@dataclass(frozen=True, kw_only=True)
class RosterEntry:
    """row: where the person stands, which is the evidence of Core Theory; rows: all of them, where repeated rows were merged.

    Texts are empty where the list says nothing. staff_no: None where it says none; status: None where it says none or in
    words we don't know; core_theory: the day of completion, None where there is none or none that can be read.
    """

    row: int
    rows: tuple[int, ...]
    full_name: str
    sort_key: str
    known_as: str = ""
    certificate_name: str = ""
    staff_no: str | None = None
    job_role: str = ""
    staff_group: str = ""
    site: str = ""
    employer: str = ""
    status: Status | None = None
    line_manager: str = ""
    core_theory: date | None = None
    core_theory_provider: str = ""
    core_theory_evidence: str = ""
