"""Where in the program something is looked at or mended, and a line that leads there."""

from dataclasses import dataclass
from uuid import UUID

from calm_instructor.messages.lamps import Lamp


@dataclass(frozen=True, kw_only=True)
class Place:
    """A page, the record it is about, the step within it, and what to put the focus on.

    ``page``: "today", "courses", "course", "people", "person", "needs", "tna", "techniques", "head_office", "trail" or
    "settings"; ``step``: of a course "plan", "techniques", "people", "register", "assess", "sign_off", "documents" or
    "close"; of a TNA the name of its question.
    ``people``: whom a new course is for; of "people", step "same": two records to look at side by side.
    """

    page: str
    record: UUID | None = None
    step: str = ""
    focus: UUID | str | None = None
    people: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Left:
    """One thing that is left to do: how it stands, who or what, what is missing, where it is mended and in which words."""

    lamp: Lamp
    title: str
    detail: str = ""
    place: Place
    mend: str = ""
