"""Papers issued: numbers, revisions, reprints, what is kept, and what happens when records change meanwhile."""

import unicodedata
from dataclasses import replace
from datetime import date

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.course import Course
from calm_instructor.domain.errors import CalmError, Refused, Stopped
from calm_instructor.domain.ids import DocumentId, EnrolmentId, InstructorId, TnaId
from calm_instructor.domain.needs import Manner, Tna
from calm_instructor.domain.sign_off import Document, DocumentKind, TraineeSignature
from calm_instructor.exchange.paper.counting import pages_of
from calm_instructor.messages import sentence
from calm_instructor.messages.printing import PRINTING_TROUBLE
from calm_instructor.operations.analysing import answer_need, draft_tna
from calm_instructor.operations.gathering.issuing import Order
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.printing import file_name, packet, print_all, print_paper
from calm_instructor.operations.signing import TraineeSigns, sign_off, withdraw
from tests.operations.gathering.played_course import (
    AGNIESZKA,
    CHIDI,
    COURSE,
    DAY_2,
    RUAIRIDH,
    SIAN,
    TNA_1,
    TNA_2,
    TOMOS,
    moment,
    named,
)

pytest_plugins = ["tests.operations.gathering.played_fixtures"]

AT = moment(DAY_2, "12:00")
PAPERS_OF_THE_COURSE = (
    DocumentKind.COURSE_PLAN,
    DocumentKind.BLANK_REGISTER,
    DocumentKind.BLANK_ASSESSMENT,
    DocumentKind.SIGN_OFF_SHEET,
)


def documents(venue, **equal):
    with venue.desk.store.reading() as view:
        return view.all(Document, **equal)


def move_course(venue, to):
    with venue.desk.store.reading() as view:
        course = view.get(Course, COURSE)
    venue.desk.do(enter_course, replace(course, venue=to))


# ── what is kept ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_issued_paper_is_kept_as_issued(venue):
    printed = print_paper(venue.desk, DocumentKind.COURSE_PLAN, COURSE)
    assert printed.data.startswith(b"%PDF-")
    assert documents(venue) == (printed.document,)
    with venue.desk.store.reading() as view:
        assert view.bytes_of(printed.document.sha256) == printed.data
    document = printed.document
    assert (document.course, document.tna, document.enrolment) == (COURSE, None, None)
    assert (document.sheet_no, document.version, document.reprint) == ("P-2217-26-014", 1, 0)
    assert document.title == "Course plan P-2217-26-014"
    assert (document.printed_at, document.printed_by) == (AT, venue.desk.marking_as)
    assert document.pages == pages_of(printed.data) >= 1
    assert [entry.wish for entry in venue.desk.store.trail()][-1] == "document.issued"


def test_paper_of_a_signed_record_bears_its_code(venue):
    printed = print_paper(venue.desk, DocumentKind.INDIVIDUAL_RECORD, COURSE, venue.place(SIAN))
    assert printed.document.short_code == venue.signed(SIAN).short_code
    assert (printed.document.course, printed.document.enrolment) == (COURSE, venue.place(SIAN))
    assert printed.document.title == "Individual record S-2217-26-014-1/01"


def test_issuing_can_t_be_undone(venue):
    print_paper(venue.desk, DocumentKind.COURSE_PLAN, COURSE)
    assert venue.desk.next_undo is None


def test_printing_asks_who_prints(venue):
    venue.desk.marking_as = None
    with pytest.raises(LookupError):
        print_paper(venue.desk, DocumentKind.COURSE_PLAN, COURSE)


# ── numbers, revisions, reprints ────────────────────────────────────────────────────────────────────────────────────


def test_packet_in_order_with_numbers_of_the_course(venue):
    """Papers of persons by bib, for those who have one: not everybody is signed off, not everybody may use anything."""
    printed = packet(venue.desk, COURSE, DocumentKind.TNA_SUMMARY, *PAPERS_OF_THE_COURSE)
    assert [each.document.sheet_no for each in printed] == [
        "T-2217-26-001",
        "P-2217-26-014",
        "R-2217-26-014-1",
        "A-2217-26-014-1",
        "S-2217-26-014-1",
    ]
    assert [each.file_name for each in printed] == [
        "TNA summary ASH-03 r2.pdf",
        "Course plan ET-2217-26-014 r1.pdf",
        "Blank register ET-2217-26-014 r1.pdf",
        "Blank assessment sheet ET-2217-26-014 r1.pdf",
        "Course sign-off sheet ET-2217-26-014 r1.pdf",
    ]
    assert printed[0].document.tna == TNA_2


@pytest.mark.parametrize("ref", ["TNA OAK-03", "TNA-OAK-03", "OAK-03"])
def test_file_of_a_tna_says_so_once(venue, ref):
    with venue.desk.store.reading() as view:
        authorised = view.get(Tna, TNA_2)
    other = TnaId(named("OAK-03"))
    venue.desk.do(draft_tna, replace(authorised, id=other, ref=ref))
    assert print_paper(venue.desk, DocumentKind.TNA_SUMMARY, other).file_name == "TNA summary OAK-03 r2.pdf"


def test_packet_of_personal_papers(venue):
    venue.desk.do(withdraw, venue.signed(CHIDI).id, "The ink was refused")
    signed = TraineeSigns(state=TraineeSignature.SIGNED, manner=Manner.SCREEN, at=AT)
    venue.desk.do(sign_off, venue.place(CHIDI), signed)
    printed = packet(venue.desk, COURSE, DocumentKind.INDIVIDUAL_RECORD, DocumentKind.IN_HOUSE_RECORD)
    assert [each.document.sheet_no for each in printed] == [
        "S-2217-26-014-1/01",
        "S-2217-26-014-1/02",
        "S-2217-26-014-1/04",
        "S-2217-26-014-1/05",
        "H-2217-26-001",
        "H-2217-26-002",
    ]
    places = [venue.place(name) for name in (SIAN, AGNIESZKA, TOMOS, CHIDI, SIAN, CHIDI)]
    assert [each.document.enrolment for each in printed] == places
    assert [each.file_name for each in printed][-2:] == [
        "Record of in-house training 01 Siân Mair Llŷr-Prydderch.pdf",
        "Record of in-house training 05 Chidiebere Nwankwo r2.pdf",
    ]


def test_same_content_again_is_a_reprint(venue):
    """R30: the same number and revision, with a note; the page is as it was first printed."""
    first = print_paper(venue.desk, DocumentKind.COURSE_PLAN, COURSE)
    venue.now = moment(date(2026, 12, 3), "08:00")
    second, third = (print_paper(venue.desk, DocumentKind.COURSE_PLAN, COURSE) for _ in range(2))
    for number, again in ((1, second), (2, third)):
        document = again.document
        assert (document.sheet_no, document.version, document.reprint) == ("P-2217-26-014", 1, number)
        assert document.short_code == first.document.short_code
        assert document.printed_at == venue.now
    assert second.file_name == "Course plan ET-2217-26-014 r1 reprint 1.pdf"
    with pdfium.PdfDocument(second.data) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert "Reprint 1, 3 Dec 2026" in text
    assert "24 Nov 2026 12:00" in text
    assert len({first.document.sha256, second.document.sha256, third.document.sha256}) == 3


def test_changed_content_is_the_next_revision_under_the_same_number(venue):
    first = print_paper(venue.desk, DocumentKind.COURSE_PLAN, COURSE)
    move_course(venue, "Ashgrove Lodge, hall")
    second = print_paper(venue.desk, DocumentKind.COURSE_PLAN, COURSE)
    with venue.desk.store.reading() as view:
        assert view.bytes_of(first.document.sha256) == first.data
    move_course(venue, "Ashgrove House, training room")
    third = print_paper(venue.desk, DocumentKind.COURSE_PLAN, COURSE)
    assert [each.document.version for each in (first, second, third)] == [1, 2, 3]
    assert {each.document.sheet_no for each in (first, second, third)} == {"P-2217-26-014"}
    assert {each.document.reprint for each in (first, second, third)} == {0}


def test_record_signed_again_keeps_its_number(venue):
    place = venue.place(SIAN)
    first = print_paper(venue.desk, DocumentKind.IN_HOUSE_RECORD, COURSE, place)
    venue.desk.do(withdraw, venue.signed(SIAN).id, "Signed for the wrong person")
    signed = TraineeSigns(state=TraineeSignature.SIGNED, manner=Manner.SCREEN, at=AT)
    venue.desk.do(sign_off, place, signed)
    second = print_paper(venue.desk, DocumentKind.IN_HOUSE_RECORD, COURSE, place)
    assert first.document.sheet_no == second.document.sheet_no == "H-2217-26-001"
    assert (second.document.version, second.document.reprint) == (2, 0)


def test_draft_of_a_tna_that_changed_takes_a_new_number(venue):
    """The revision on its foot is the TNA's own, so that the number must tell two drafts apart."""
    with venue.desk.store.reading() as view:
        authorised = view.get(Tna, TNA_2)
    third = TnaId(named("third"))
    venue.desk.do(draft_tna, replace(authorised, id=third, revision_no=3, supersedes=TNA_2))
    numbers = []
    for reason in ("One", "One", "Two"):
        venue.desk.do(answer_need, third, True, reason)
        numbers.append(print_paper(venue.desk, DocumentKind.TNA_SUMMARY, third).document)
    assert [each.sheet_no for each in numbers] == ["T-2217-26-001", "T-2217-26-001", "T-2217-26-002"]
    assert [(each.version, each.reprint) for each in numbers] == [(3, 0), (3, 1), (3, 0)]


# ── all or none ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_progress_is_told_paper_by_paper(venue):
    told = []
    packet(venue.desk, COURSE, *PAPERS_OF_THE_COURSE, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_R49_papers_are_of_whoever_began_to_print_them(venue):
    began = venue.desk.marking_as

    def somebody_else_takes_over(_done: int, _of: int) -> None:
        venue.desk.marking_as = InstructorId(named("somebody else"))

    order = Order(kind=DocumentKind.COURSE_PLAN, record=COURSE)
    (printed,) = print_all(venue.desk, [order], progress=somebody_else_takes_over)
    assert printed.document.printed_by == began


def test_stopped_half_way_keeps_nothing(venue):
    told = []
    with pytest.raises(Stopped):
        packet(
            venue.desk,
            COURSE,
            *PAPERS_OF_THE_COURSE,
            progress=lambda done, of: told.append(done),
            stop=lambda: len(told) == 2,
        )
    assert told == [1, 2]
    assert documents(venue) == ()


def test_records_that_changed_meanwhile_throw_the_print_away(venue):
    """Nothing is open while the press runs, so anything may happen."""
    with pytest.raises(CalmError) as no:
        packet(
            venue.desk,
            COURSE,
            *PAPERS_OF_THE_COURSE,
            progress=lambda done, of: move_course(venue, f"Ashgrove Lodge, room {done}"),
        )
    assert no.value.code == "paper.changed_meanwhile"
    assert no.value.facts == {"title": "Course plan P-2217-26-014"}
    assert documents(venue) == ()


def test_number_taken_meanwhile_throws_the_print_away(venue):
    def print_another(done, of):
        if not documents(venue):
            print_paper(venue.desk, DocumentKind.TNA_SUMMARY, TNA_1)

    with pytest.raises(CalmError) as no:
        print_all(venue.desk, [Order(kind=DocumentKind.TNA_SUMMARY, record=TNA_2)], progress=print_another)
    assert no.value.code == "paper.changed_meanwhile"
    assert [each.tna for each in documents(venue)] == [TNA_1]


def test_no_certificate_while_generic(venue):
    """R25."""
    with pytest.raises(Refused):
        print_paper(venue.desk, DocumentKind.CERTIFICATE, COURSE, venue.place(SIAN))
    with pytest.raises(CalmError):
        print_paper(venue.desk, DocumentKind.INDIVIDUAL_RECORD, COURSE, venue.place(RUAIRIDH))
    assert documents(venue) == ()


def test_nothing_to_print_prints_nothing(venue):
    assert print_all(venue.desk, []) == ()
    assert documents(venue) == ()


@pytest.mark.parametrize("code", PRINTING_TROUBLE)
def test_trouble_has_words(code):
    said = sentence(CalmError(code, who=SIAN, title="Course plan P-2217-26-014"))
    assert SIAN in said or "Course plan" in said
    assert said.endswith(".")


# ── files ───────────────────────────────────────────────────────────────────────────────────────────────────────────


PLACE = EnrolmentId(named("place"))


def paper(kind=DocumentKind.INDIVIDUAL_RECORD, version=1, reprint=0, enrolment=PLACE):
    return Document(
        id=DocumentId(named("document")),
        kind=kind,
        enrolment=enrolment,
        sheet_no="S-1",
        title="",
        version=version,
        pages=1,
        sha256="",
        short_code="",
        printed_at=AT,
        printed_by=InstructorId(named("lead")),
        reprint=reprint,
    )


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("06 Siân Llŷr-Prydderch", "Individual record 06 Siân Llŷr-Prydderch.pdf"),
        ("07 عائشة بنت خالد", "Individual record 07 عائشة بنت خالد.pdf"),
        ("08 王小明", "Individual record 08 王小明.pdf"),
        ("09 A/B: C?", "Individual record 09 A-B- C-.pdf"),
        ("10 Jr.", "Individual record 10 Jr.pdf"),
        ("11 Tab\tand\x00null", "Individual record 11 Tab and null.pdf"),
        ("12 \u202eturned", "Individual record 12 turned.pdf"),
    ],
)
def test_file_name_keeps_names_and_nothing_reserved(subject, expected):
    assert file_name(paper(), subject) == expected


def test_file_name_tells_revision_and_reprint():
    assert file_name(paper(version=2, reprint=3), "06 Siân") == "Individual record 06 Siân r2 reprint 3.pdf"
    plan = paper(DocumentKind.COURSE_PLAN, enrolment=None)
    assert file_name(plan, "ET-2217-26-014") == "Course plan ET-2217-26-014 r1.pdf"


def test_long_name_is_shortened_and_the_revision_stays():
    """Some file systems count bytes, and a name can have three to a letter."""
    found = file_name(paper(version=2), f"06 {'王' * 110}")
    assert len(found.encode()) <= 255
    assert found.endswith("王 r2.pdf")
    assert len(file_name(paper(), f"06 {'a' * 300}")) == 120


@given(st.text(min_size=1, max_size=300), st.integers(1, 40), st.integers(0, 40))
def test_any_name_gives_a_file_that_every_system_takes(name, version, reprint):
    found = file_name(paper(version=version, reprint=reprint), f"06 {name}")
    assert len(found) <= 120
    assert len(found.encode()) <= 255
    assert not set(found) & set('<>:"/\\|?*')
    assert all(unicodedata.category(sign) != "Cc" for sign in found)
    assert found.endswith(".pdf")
    assert found == found.strip()
    assert found.startswith("Individual record 06")


def test_printing_in_the_middle_of_a_course_leaves_the_undo_of_what_was_done_before(venue):
    """An issued paper stays issued; what came before it can still be taken back."""
    move_course(venue, "Another hall")
    before = venue.desk.next_undo
    assert before is not None
    print_paper(venue.desk, DocumentKind.COURSE_PLAN, COURSE)
    assert venue.desk.next_undo == before
