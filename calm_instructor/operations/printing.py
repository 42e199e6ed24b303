"""Papers issued: gathered in a short reading, printed with no transaction open, recorded if nothing has changed meanwhile.

An issued paper is kept as issued; what a reprint is, and what a new revision, is said in ``gathering.issuing``.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from calm_instructor.domain.course import Course
from calm_instructor.domain.errors import CalmError, Stopped
from calm_instructor.domain.ids import CourseId, DocumentId, EnrolmentId, InstructorId, TnaId
from calm_instructor.domain.sign_off import Document, DocumentKind
from calm_instructor.exchange.paper.counting import pages_of
from calm_instructor.exchange.safe_file import write_atomically
from calm_instructor.messages import gathering as words
from calm_instructor.messages.labels import label
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.enrolling import enrolled
from calm_instructor.operations.gathering.issuing import Issue, Order, as_issued, issues_of
from calm_instructor.operations.gathering.trades import TRADES
from calm_instructor.operations.signing import sign_off_of
from calm_instructor.operations.wish import Act, wish
from calm_instructor.store.reading import Reading

Progress = Callable[[int, int], None]
"""Told how many papers are printed, and of how many."""

Stop = Callable[[], bool]
"""Asked before each paper whether to stop."""


@dataclass(frozen=True, kw_only=True)
class Printed:
    """An issued paper: what is on record of it, its bytes, and a name for a file."""

    document: Document
    data: bytes
    file_name: str


def print_paper(
    desk: Desk, kind: DocumentKind, record: TnaId | CourseId | EnrolmentId, enrolment: EnrolmentId | None = None
) -> Printed:
    """Issue one paper: of a TNA, of a course, or of a place on it. Raises what its gathering raises, or as ``print_all``."""
    return print_all(desk, [Order(kind=kind, record=enrolment or record)])[0]


def packet(
    desk: Desk, course: CourseId, *kinds: DocumentKind, progress: Progress | None = None, stop: Stop | None = None
) -> tuple[Printed, ...]:
    """Issue papers of a course in the order of ``kinds``; of a personal kind one for each person who has it, by bib."""
    with desk.store.reading() as view:
        orders = [order for kind in kinds for order in _orders(view, kind, course)]
    return print_all(desk, orders, progress=progress, stop=stop)


def save_into(
    desk: Desk, orders: Sequence[Order], folder: Path, *, progress: Progress | None = None, stop: Stop | None = None
) -> tuple[Path, ...]:
    """Put papers into a folder, each under its own name. Raises as ``print_all``, and WorldError.

    A paper that says what its last issue says is put there as it was issued; the others are issued first, all or none. What
    was issued stays issued where the folder can't be written; it lies in the store and can be saved from there.
    """
    by = _whose(desk)
    kept = desk.read(_kept, orders, desk.clock(), by)
    wanted = [order for order in orders if order not in kept]
    fresh = print_all(desk, wanted, progress=progress, stop=stop, by=by) if wanted else ()
    printed = kept | dict(zip(wanted, fresh, strict=True))
    paths = tuple(folder / printed[order].file_name for order in orders)
    for path, order in zip(paths, orders, strict=True):
        write_atomically(path, printed[order].data)
    return paths


def save_as(desk: Desk, order: Order, path: Path) -> None:
    """Put one paper under a name that was chosen; as issued where it still says the same, else issued first."""
    by = _whose(desk)
    kept = desk.read(_kept, [order], desk.clock(), by)
    printed = kept[order] if kept else print_all(desk, [order], by=by)[0]
    write_atomically(path, printed.data)


def _whose(desk: Desk) -> InstructorId:
    """Whose papers they are: asked once, when the work begins (R49)."""
    if desk.marking_as is None:
        raise LookupError("a paper bears the number of an instructor")
    return desk.marking_as


def _kept(view: Reading, orders: Sequence[Order], at: datetime, by: InstructorId) -> dict[Order, Printed]:
    """Of these papers, those whose last issue says what the record says, as they were issued."""
    kept = {}
    for order, each in zip(orders, issues_of(view, orders, at, by), strict=True):
        document = as_issued(view, each)
        if document is not None:
            data = view.bytes_of(document.sha256)
            kept[order] = Printed(document=document, data=data, file_name=file_name(document, each.subject))
    return kept


def proposed_name(view: Reading, order: Order, at: datetime, by: InstructorId) -> str:
    """The name for a file that a paper has as issued, or would have if it were issued now."""
    (each,) = issues_of(view, [order], at, by)
    imprint = each.sheet.imprint
    found = as_issued(view, each)
    return named_file(
        each.kind, each.subject, imprint.revision, found.reprint if found else 0, each.enrolment is not None
    )


def _orders(view: Reading, kind: DocumentKind, course: CourseId) -> Iterator[Order]:
    if kind is DocumentKind.TNA_SUMMARY:
        yield Order(kind=kind, record=view.get(Course, course).tna)
    elif not TRADES[kind].personal:
        yield Order(kind=kind, record=course)
    else:
        for place in enrolled(view, course):
            signed = sign_off_of(view, place.id)
            if signed and (kind is DocumentKind.INDIVIDUAL_RECORD or signed.valid_until):
                yield Order(kind=kind, record=place.id)


def print_all(
    desk: Desk,
    orders: Sequence[Order],
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
    by: InstructorId | None = None,
) -> tuple[Printed, ...]:
    """Issue papers, all or none. Raises Stopped, or CalmError "paper.changed_meanwhile" where records changed in between.

    ``by``: whose papers they are; None is who marks now.
    """
    by = by or _whose(desk)
    at = desk.clock()
    with desk.store.reading() as view:
        issues = issues_of(view, orders, at, by)
    pressed = []
    for each in issues:
        if stop is not None and stop():
            raise Stopped
        pressed.append(TRADES[each.kind].press(each.sheet))
        if progress is not None:
            progress(len(pressed), len(issues))
    documents = desk.do_as(by, issue, orders, issues, pressed, at)
    return tuple(
        Printed(document=document, data=data, file_name=file_name(document, each.subject))
        for document, data, each in zip(documents, pressed, issues, strict=True)
    )


@wish("document.issued", "documents", undoable=False, bars=False)
def issue(
    act: Act, orders: Sequence[Order], issues: Sequence[Issue], pressed: Sequence[bytes], at: datetime
) -> tuple[Document, ...]:
    """Keep printed papers as issued, if gathered again they would say the same."""
    for each, now in zip(issues, issues_of(act.work, orders, at, act.by), strict=True):
        if each != now:
            raise CalmError("paper.changed_meanwhile", title=_title(each))
    documents = tuple(_document(act, each, data, at) for each, data in zip(issues, pressed, strict=True))
    for document in documents:
        act.work.put(document)
    act.say(count=len(documents), who=documents[0].title if documents else "")
    return documents


def _document(act: Act, each: Issue, data: bytes, at: datetime) -> Document:
    imprint = each.sheet.imprint
    return Document(
        id=DocumentId(act.new_id()),
        course=each.course,
        tna=each.tna,
        enrolment=each.enrolment,
        kind=each.kind,
        sheet_no=imprint.sheet_number,
        title=_title(each),
        version=imprint.revision,
        pages=pages_of(data),
        sha256=act.work.keep_bytes(data),
        short_code=imprint.short_code,
        printed_at=at,
        printed_by=act.by,
        reprint=imprint.reprint.number if imprint.reprint else 0,
    )


def _title(each: Issue) -> str:
    return words.paper_title(each.kind, each.sheet.imprint.sheet_number)


# ── files ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_ENDING = ".pdf"
_LONGEST = 120
_LONGEST_BYTES = 240  # file systems count bytes where names are long in UTF-8
_RESERVED = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))
_TURNS_TEXT = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def file_name(document: Document, subject: str) -> str:
    """A name for a paper's file that every system takes, in any script: "Individual record 06 Siân Llŷr-Prydderch.pdf".

    ``subject``: the reference of the TNA or course, or bib and name. At most 120 characters; only the subject is shortened.
    """
    personal = document.enrolment is not None
    return named_file(document.kind, subject, document.version, document.reprint, personal)


def named_file(kind: DocumentKind, subject: str, revision: int, reprint: int, personal: bool) -> str:
    """The same from its parts. ``personal``: of one person, whose paper's first revision goes without saying."""
    name, tail = label(kind), ""
    if not personal or revision > 1:
        tail += f" {words.of_revision(revision)}"
    if reprint:
        tail += f" {words.of_reprint(reprint)}"
    return f"{name} {_shortened(_safe(subject), len(f'{name} {tail}{_ENDING}'))}{tail}{_ENDING}"


def _safe(text: str) -> str:
    """Without what a system reserves, and without signs that would turn the rest of the name round."""
    kept = (" " if unicodedata.category(sign) == "Cc" else sign for sign in text.translate(_RESERVED))
    return " ".join("".join(sign for sign in kept if sign not in _TURNS_TEXT).split())


def _shortened(subject: str, around: int) -> str:
    while len(subject) + around > _LONGEST or len(subject.encode()) + around > _LONGEST_BYTES:
        subject = subject[:-1]
    return subject.rstrip(" .")
