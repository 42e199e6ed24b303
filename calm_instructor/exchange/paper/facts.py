"""The plain facts that several papers show.

Values only: already worded texts, dates, counts and small enumerations, so that whoever gathers a paper needs nothing from
the press that prints it. Decides no rule, derives no outcome. Texts are typed as they are to be printed; ``""`` and ``None``
mean that there is nothing to say, and the paper leaves the place out or writes a dash.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Outcome(StrEnum):
    """How a course ended for one person (R20). ``messages.papers`` words it."""

    COMPETENT = "competent"
    PART_COMPETENT = "part_competent"
    NOT_YET_COMPETENT = "not_yet_competent"
    NOT_COMPLETED = "not_completed"


class Result(StrEnum):
    """What stands in one cell of a matrix: the letters that are printed."""

    COMPETENT = "C"
    NOT_YET = "NYC"
    NOT_ASSESSED = "NA"


class NotAssessed(StrEnum):
    """Why a cell says NA on a shared sheet: by its type no more than this, so that absence and fitness look alike."""

    NOT_AVAILABLE = "not_available"
    TIME_RAN_OUT = "time_ran_out"
    NO_MARK = "no_mark"


class SignatureState(StrEnum):
    """How far a signature is (R48). WAITING: a line for ink. IN_INK: given on another copy, which is held somewhere."""

    WAITING = "waiting"
    SIGNED = "signed"
    IN_INK = "in_ink"
    DISAGREES = "disagrees"
    DECLINED = "declined"


@dataclass(frozen=True)
class Reprint:
    """A later print of an issued sheet: which one and when."""

    number: int
    day: date


@dataclass(frozen=True)
class Imprint:
    """What the head and the foot of every page show.

    programme: "" where the paper may not name it (R25); reference: the large one at the head's right, as in
    "ET-2217-26-014"; short_code: 12 Crockford characters in three groups of four; fingerprint: hex of the frozen record's
    hash, in the QR only; printed_at: in the offset it is to be shown in; generic: the paper shows entries of the built-in list;
    practice: it was made from practice data and is no record of real people.
    """

    organisation: str
    programme: str
    reference: str
    sheet_number: str
    revision: int
    record_id: UUID
    short_code: str
    fingerprint: str
    printed_at: datetime
    program_version: str
    generic: bool
    practice: bool = False
    reprint: Reprint | None = None


@dataclass(frozen=True)
class Technique:
    """A technique as pinned: code, name and the hold or grab it addresses; of the catalogue, its family."""

    code: str
    name: str
    addresses: str = ""
    family: str = ""


@dataclass(frozen=True)
class Instructor:
    """Who leads or assists. ``confirmed`` is False where head office's signed file does not carry the authorisation (R13)."""

    name: str
    authorisation: str
    expires: date | None
    confirmed: bool = True


@dataclass(frozen=True)
class Need:
    """The authorised TNA a paper rests on. ``reference`` as in "TNA-2217-26-003"."""

    reference: str
    revision: int
    authorised_on: date | None
    authorised_by: str
    role: str = ""


@dataclass(frozen=True)
class Minutes:
    """Minutes given; ``planned`` is printed in brackets where it differs (R51)."""

    given: int
    planned: int


@dataclass(frozen=True)
class Override:
    """A warning that was passed with a reason (R51). ``about``: the person or thing, or "" for the course."""

    rule: str
    reason: str
    by: str
    day: date
    about: str = ""


@dataclass(frozen=True)
class Mark:
    """One cell: result, the attempt that counts (1 prints no figure), and why where it was not assessed."""

    result: Result
    attempt: int = 1
    why: NotAssessed | None = None


@dataclass(frozen=True)
class Signature:
    """Somebody's signature or the line that waits for it.

    strokes: what was drawn on screen, as lines of points (x, y), y downwards, any scale (both axes the same).
    at: when it was signed on screen. on: the day of a signature in ink; held_at: where that copy is (R43, R48). witness: who
    saw it declined. signed_revision: set where the record has changed since it was signed (R52).
    """

    name: str
    role: str = ""
    state: SignatureState = SignatureState.WAITING
    at: datetime | None = None
    strokes: tuple[tuple[tuple[float, float], ...], ...] = ()
    witness: str = ""
    signed_revision: int | None = None
    on: date | None = None
    held_at: str = ""

    @property
    def day(self) -> date | None:
        """The day it was given; None while a line waits for it."""
        if self.state is SignatureState.WAITING:
            return None
        return self.at.date() if self.at else self.on


@dataclass(frozen=True)
class Authority:
    """Where a sign-off counts (R21, R53): the organisation, the services under the TNA, own staff or sent by another."""

    organisation: str
    services: tuple[str, ...]
    own_staff: bool = True
