"""The words of a course's documents: which paper, how it stands, and what saving or printing it does."""

from collections.abc import Sequence
from datetime import datetime

from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.messages.showing import listed, moment
from calm_instructor.messages.translating import _, mark, ngettext

LIST_NAME = mark("Papers of this course")
SAVE_TICKED = mark("Save PDFs…")
PRINT = mark("Print…")
SAVE_ONE = mark("Save PDF…")
SAVE_AND_OPEN = mark("Save and open…")
SAVE_CAPTION = mark("Save the paper")
FOLDER_CAPTION = mark("Save the papers in a folder")
PERSON = mark("Whose paper")
ZOOM_IN = mark("Larger")
ZOOM_OUT = mark("Smaller")
FIT_WIDTH = mark("Fit width")
PREVIEW = mark("Preview")
PREVIEW_OF = mark("Preview of {paper}, {page}")
IS_THE_PDF = mark("This is the PDF that prints.")
NOT_ISSUED_YET = mark("Not issued yet. This is how it would print now.")
OPENING = mark("Laying out {paper}")
COUNTING = mark("Counting pages")
PRINTING = mark("Printing")
SAVING = mark("Saving papers")
NO_VIEWER = mark("“{name}” is saved. No program here opens PDF files.")
NO_TICKS = mark("Tick a paper first.")
NOBODY_MARKS = mark("A paper bears an instructor’s number. Say in Settings who you are first.")
GO_THERE = mark("Go there")
NOTHING_TO_SHOW = mark("Nothing to look at yet")
INFO = mark("Issued papers keep their number. A reprint says so at its foot; changed content is a new revision.")
IN_SIGN_OFF = mark("Ink sheets are marked as held in Sign-off")

_PLURALS = {
    DocumentKind.TNA_SUMMARY: mark("TNA summary"),
    DocumentKind.COURSE_PLAN: mark("Course plan"),
    DocumentKind.COURSE_NOTICE: mark("Course notice"),
    DocumentKind.JOINING_LETTER: mark("Joining letter"),
    DocumentKind.BLANK_REGISTER: mark("Register"),
    DocumentKind.BLANK_ASSESSMENT: mark("Assessment sheets"),
    DocumentKind.ATTENDANCE_SUMMARY: mark("Attendance summary"),
    DocumentKind.SIGN_OFF_SHEET: mark("Sign-off sheet"),
    DocumentKind.INDIVIDUAL_RECORD: mark("Individual records"),
    DocumentKind.IN_HOUSE_RECORD: mark("In-house records"),
    DocumentKind.CERTIFICATE: mark("Certificates"),
}

_DETAILS = {
    DocumentKind.COURSE_PLAN: mark("as planned"),
    DocumentKind.COURSE_NOTICE: mark("to head office"),
    DocumentKind.JOINING_LETTER: mark("for everyone who comes"),
    DocumentKind.BLANK_REGISTER: mark("blank, with spare lines"),
    DocumentKind.BLANK_ASSESSMENT: mark("blank"),
    DocumentKind.ATTENDANCE_SUMMARY: mark("as kept"),
    DocumentKind.SIGN_OFF_SHEET: mark("landscape"),
}


def kind_title(kind: DocumentKind) -> str:
    """What a kind of paper is called in the list."""
    return _(_PLURALS[kind])


def detail(kind: DocumentKind, subject: str, ready: int, of: int) -> str:
    """What stands beside it: whose, or for how many people it can be had."""
    if kind is DocumentKind.TNA_SUMMARY:
        return subject
    if kind in _DETAILS:
        return _(_DETAILS[kind])
    if not of:
        return _("nobody yet")
    if ready < of:
        return _("{ready} of {count} people").format(ready=ready, count=of)
    return ngettext("{count} person", "{count} people", of).format(count=of)


def pages(count: int) -> str:
    """How many pages."""
    return ngettext("{count} page", "{count} pages", count).format(count=count)


def papers(count: int) -> str:
    """How many papers, where their pages are not counted yet."""
    return ngettext("{count} paper", "{count} papers", count).format(count=count)


def not_yet() -> str:
    """In place of the pages of a paper that can't be had yet."""
    return _("not yet")


def ticked(count: int) -> str:
    """How many kinds are ticked."""
    return ngettext("{count} ticked", "{count} ticked", count).format(count=count)


def total(papers_ticked: int, pages_ticked: int | None) -> str:
    """What the ticked papers come to."""
    counted = papers(papers_ticked)
    return counted if pages_ticked is None else f"{counted} · {pages(pages_ticked)}"


def print_verb(pages_ticked: int | None, papers_ticked: int) -> str:
    """The button that prints what is ticked."""
    return _("Print {what}…").format(what=papers(papers_ticked) if pages_ticked is None else pages(pages_ticked))


def page_of(page: int, count: int) -> str:
    """Which page is seen."""
    return _("Page {page} of {count}").format(page=page, count=count)


def issued_line(revision: int, reprint: int, at: datetime) -> str:
    """How a paper stands that was issued and still says the same."""
    if reprint:
        return _("Issued as revision {revision}; reprint {number} of {moment}.").format(
            revision=revision, number=reprint, moment=moment(at)
        )
    return _("Issued as revision {revision}, {moment}.").format(revision=revision, moment=moment(at))


def changed_line(revision: int) -> str:
    """How a paper stands that was issued and would say something else now."""
    return _("Changed since it was issued. It prints as revision {revision}.").format(revision=revision)


def ink_line(waiting: int, held: int, places: Sequence[str]) -> str:
    """R48: how many sheets in ink are awaited, and where those held are."""
    parts = []
    if waiting:
        parts.append(
            ngettext(
                "Ink of {count} person is not held yet.", "Ink of {count} people is not held yet.", waiting
            ).format(count=waiting)
        )
    if held:
        parts.append(
            ngettext("{count} ink sheet held: {places}.", "{count} ink sheets held: {places}.", held).format(
                count=held, places=listed(places)
            )
        )
    return " ".join(parts)


def saved(count: int, where: str) -> str:
    """Papers are in a folder."""
    return ngettext("{count} paper is saved in {where}.", "{count} papers are saved in {where}.", count).format(
        count=count, where=where
    )


def saved_as(name: str) -> str:
    """One paper is in a file."""
    return _("“{name}” is saved.").format(name=name)


def printed(count: int, printer: str) -> str:
    """Papers went to a printer."""
    text = ngettext("{count} page sent to {printer}.", "{count} pages sent to {printer}.", count)
    return text.format(count=count, printer=printer)


def stopped(sent: int) -> str:
    """Printing was stopped on its way; what is issued stays issued."""
    text = ngettext(
        "Stopped after {count} page. The papers are issued and can be saved or printed again.",
        "Stopped after {count} pages. The papers are issued and can be saved or printed again.",
        sent,
    )
    return text.format(count=sent)
