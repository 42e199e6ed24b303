"""The papers of a course: in the order of the work, what was issued of them, what stands against one (R25, R40, R48)."""

from dataclasses import replace

import pytest

from calm_instructor.domain.attendance import Part
from calm_instructor.domain.course import CourseKind
from calm_instructor.domain.errors import CalmError, Stopped
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.sign_off import Document, DocumentKind, TraineeSignature
from calm_instructor.exchange.paper.counting import pages_of
from calm_instructor.operations.enrolling import enrol
from calm_instructor.operations.gathering.issuing import Order
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.printing import packet, print_paper, proposed_name, save_as, save_into
from calm_instructor.operations.signing import TraineeSigns, hold_ink_copy, sign_off, withdraw
from calm_instructor.operations.viewing.paper_shown import page_picture, paper_shown
from calm_instructor.operations.viewing.papers import PaperKind, Papers, papers_of
from calm_instructor.operations.viewing.places import Place
from tests.domain.people_and_things import LAST_DAY, LEAD, at
from tests.operations.a_course import COURSE, DAY_AFTER, EOGHAN, SIAN, SIGNS, TNA, ZANETA, ACourse, Stage, planned

HELD_BACK = TraineeSigns(state=TraineeSignature.INK_LATER)


def papers(a: ACourse) -> Papers:
    return a.desk.read(papers_of, COURSE)


def of_kind(a: ACourse, kind: DocumentKind) -> PaperKind:
    (found,) = [each for each in papers(a).kinds if each.kind is kind]
    return found


def plan_order() -> Order:
    return Order(kind=DocumentKind.COURSE_PLAN, record=COURSE)


# ── the list ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_papers_stand_in_the_order_of_the_work(signed):
    seen = papers(signed)
    assert [each.kind for each in seen.kinds] == [
        DocumentKind.TNA_SUMMARY,
        DocumentKind.COURSE_PLAN,
        DocumentKind.COURSE_NOTICE,
        DocumentKind.JOINING_LETTER,
        DocumentKind.BLANK_REGISTER,
        DocumentKind.BLANK_ASSESSMENT,
        DocumentKind.ATTENDANCE_SUMMARY,
        DocumentKind.SIGN_OFF_SHEET,
        DocumentKind.INDIVIDUAL_RECORD,
        DocumentKind.IN_HOUSE_RECORD,
    ]
    assert seen.generic
    assert [each.personal for each in seen.kinds] == [False] * 8 + [True] * 2
    assert all(len(each.issuable) == len(each.sheets) for each in seen.kinds)
    assert [each.subject for each in seen.kinds[8].sheets] == [
        f"0{n} {name}" for n, name in enumerate((SIAN, ZANETA, EOGHAN), 1)
    ]


def test_who_is_not_signed_off_has_no_record_yet_and_the_paper_says_so(to_sign):
    records = of_kind(to_sign, DocumentKind.INDIVIDUAL_RECORD)
    assert records.issuable == ()
    assert records.sheets[0].mend == Place(page="course", record=COURSE, step="sign_off", focus=to_sign.place(SIAN))
    assert records.obstacles[0].startswith(f"{SIAN} is not signed off yet.")


def test_R48_no_in_house_record_while_ink_is_awaited_and_the_ink_is_counted(to_sign):
    a = to_sign.at("16:30", LAST_DAY)
    a.do(sign_off, a.place(SIAN), SIGNS)
    waiting = a.do(sign_off, a.place(EOGHAN), HELD_BACK)
    in_house = of_kind(a, DocumentKind.IN_HOUSE_RECORD)
    assert [each.subject for each in in_house.issuable] == [f"01 {SIAN}"]
    assert "has no authority to use" in in_house.sheets[2].obstacle
    assert (papers(a).ink.waiting, papers(a).ink.held) == (1, 0)
    a.at("09:00", DAY_AFTER).do(hold_ink_copy, waiting.id, at("17:00", LAST_DAY), "Ashgrove, office")
    ink = papers(a).ink
    assert (ink.waiting, ink.held, ink.places) == (0, 1, ("Ashgrove, office",))


def test_what_was_issued_stands_at_its_paper(signed):
    print_paper(signed.desk, DocumentKind.TNA_SUMMARY, TNA)
    printed = print_paper(signed.desk, DocumentKind.INDIVIDUAL_RECORD, COURSE, signed.place(SIAN))
    assert of_kind(signed, DocumentKind.TNA_SUMMARY).issued == 1
    records = of_kind(signed, DocumentKind.INDIVIDUAL_RECORD)
    assert (records.issued, records.sheets[0].last, records.sheets[0].is_current) == (1, printed.document, True)
    assert (records.sheets[1].last, records.sheets[1].is_current) == (None, None)


def test_a_new_sign_off_leaves_the_issued_record_behind(signed):
    a = signed
    print_paper(a.desk, DocumentKind.INDIVIDUAL_RECORD, COURSE, a.place(SIAN))
    a.do(withdraw, a.signed(SIAN).id, "Wrong line")
    a.at("17:00", LAST_DAY).do(sign_off, a.place(SIAN), SIGNS)
    assert of_kind(a, DocumentKind.INDIVIDUAL_RECORD).sheets[0].is_current is False


def test_R40_no_summary_while_the_question_of_need_is_open(drafted):
    drafted.do(enter_course, planned())
    with drafted.store.work(wish="tna.drafted", by=None, at=drafted.now) as work:
        work.put(replace(work.get(Tna, TNA), need=None))
    (sheet,) = of_kind(drafted, DocumentKind.TNA_SUMMARY).sheets
    assert sheet.obstacle
    assert sheet.mend == Place(page="tna", record=TNA, step="need")


# ── looking at one ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_looking_at_a_paper_issues_nothing(signed):
    head = signed.store.head()
    shown = paper_shown(signed.desk, plan_order())
    assert shown.issued is None
    assert (shown.revision, shown.changed) == (1, False)
    assert shown.pages == pages_of(shown.data) >= 1
    assert signed.store.head() == head
    assert signed.all(Document) == ()


def test_an_issued_paper_is_shown_as_issued_until_it_would_say_something_else(signed):
    a = signed
    printed = print_paper(a.desk, DocumentKind.SIGN_OFF_SHEET, COURSE)
    order = Order(kind=DocumentKind.SIGN_OFF_SHEET, record=COURSE)
    shown = paper_shown(a.at("17:00", LAST_DAY).desk, order)
    assert (shown.issued, shown.data) == (printed.document, printed.data)
    a.do(withdraw, a.signed(SIAN).id, "Wrong line")
    after = paper_shown(a.desk, order)
    assert (after.issued, after.revision, after.changed) == (None, 2, True)
    assert after.sheet_number == printed.document.sheet_no


def test_a_page_is_drawn_as_wide_as_wanted(signed):
    shown = paper_shown(signed.desk, plan_order())
    picture = page_picture(shown.data, 0, 400)
    assert picture.width == 400
    assert abs(picture.height - 400 * shown.sizes[0][1] / shown.sizes[0][0]) <= 1
    assert len(picture.pixels) == picture.stride * picture.height
    assert picture.pixels[:3] == b"\xff\xff\xff"
    with pytest.raises(IndexError):
        page_picture(shown.data, shown.pages, 400)


def test_nobody_looks_at_a_paper_without_an_instructor(signed):
    signed.desk.marking_as = None
    with pytest.raises(LookupError):
        paper_shown(signed.desk, plan_order())


# ── files ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "papers"
    made.mkdir()
    return made


def kept(a: ACourse) -> list[bytes]:
    with a.store.reading() as view:
        return [view.bytes_of(each.sha256) for each in view.all(Document)]


def test_papers_are_issued_into_a_folder_under_their_names(signed, folder):
    told = []
    orders = [plan_order(), Order(kind=DocumentKind.BLANK_REGISTER, record=COURSE)]
    paths = save_into(signed.desk, orders, folder, progress=lambda done, of: told.append((done, of)))
    ref = signed.course.ref
    assert [each.name for each in paths] == [f"Course plan {ref} r1.pdf", f"Blank register {ref} r1.pdf"]
    assert told == [(1, 2), (2, 2)]
    assert kept(signed) == [each.read_bytes() for each in paths]


def test_stopping_issues_nothing(signed, folder):
    with pytest.raises(Stopped):
        save_into(signed.desk, [plan_order()], folder, stop=lambda: True)
    assert signed.all(Document) == ()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("kind", [DocumentKind.TNA_SUMMARY, DocumentKind.COURSE_PLAN, DocumentKind.INDIVIDUAL_RECORD])
def test_a_paper_is_saved_again_as_it_was_issued_and_that_is_no_reprint(signed, folder, kind):
    printed = packet(signed.desk, COURSE, kind)
    issued = signed.all(Document)
    orders = [Order(kind=kind, record=each.document.enrolment or each.document.course or TNA) for each in printed]
    paths = save_into(signed.at("17:00", LAST_DAY).desk, orders, folder)
    assert [each.name for each in paths] == [each.file_name for each in printed]
    assert [each.read_bytes() for each in paths] == [each.data for each in printed]
    save_as(signed.desk, orders[0], folder / "as I call it.pdf")
    assert (folder / "as I call it.pdf").read_bytes() == printed[0].data
    assert signed.all(Document) == issued


def test_one_paper_is_issued_under_a_name_of_ones_own(signed, folder):
    save_as(signed.desk, plan_order(), folder / "plan.pdf")
    assert kept(signed) == [(folder / "plan.pdf").read_bytes()]


def test_the_name_proposed_is_the_one_it_gets(signed):
    def proposed():
        return signed.desk.read(proposed_name, plan_order(), signed.now, LEAD)

    assert proposed() == f"Course plan {signed.course.ref} r1.pdf"
    print_paper(signed.desk, DocumentKind.COURSE_PLAN, COURSE)
    again = print_paper(signed.desk, DocumentKind.COURSE_PLAN, COURSE)
    assert proposed() == again.file_name == f"Course plan {signed.course.ref} r1 reprint 1.pdf"


def test_saving_asks_who_saves(signed, folder):
    signed.desk.marking_as = None
    with pytest.raises(LookupError):
        save_into(signed.desk, [plan_order()], folder)
    with pytest.raises(LookupError):
        save_as(signed.desk, plan_order(), folder / "plan.pdf")


# ── however far a course has come ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("stage", [Stage.AGREED, Stage.ENROLLED, Stage.READY, Stage.RUNNING, Stage.CLOSED], ids=str)
def test_whatever_can_be_had_can_be_looked_at(course_at, stage):
    a = course_at(stage)
    for kind in papers(a).kinds:
        for sheet in kind.issuable:
            assert paper_shown(a.desk, sheet.order).pages


def test_papers_of_a_course_that_was_only_just_entered(authorised):
    authorised.do(enter_course, planned())
    obstacles = {each.kind: each.sheets[0].obstacle for each in papers(authorised).kinds if not each.personal}
    steps = [each.sheets[0].mend.step for each in papers(authorised).kinds if each.sheets and each.sheets[0].mend]
    assert steps == ["plan", "plan", "plan", "techniques", "register", "techniques"]
    assert "no timed plan yet" in obstacles[DocumentKind.BLANK_REGISTER]
    assert "no agreed set" in obstacles[DocumentKind.BLANK_ASSESSMENT]
    assert "no agreed set" in obstacles[DocumentKind.SIGN_OFF_SHEET]
    with pytest.raises(CalmError):
        print_paper(authorised.desk, DocumentKind.SIGN_OFF_SHEET, COURSE)
    for kind in papers(authorised).kinds:
        for sheet in kind.issuable:
            assert paper_shown(authorised.desk, sheet.order).pages


def test_papers_of_a_course_without_a_physical_part(authorised):
    authorised.do(enter_course, planned(kind=CourseKind.CORE_THEORY))
    authorised.do(enrol, COURSE, authorised.take_in("Mair", core_theory=None), Part.THEORY)
    seen = papers(authorised)
    assert [len(each.sheets) for each in seen.kinds[-2:]] == [0, 0]
    for kind in seen.kinds:
        for sheet in kind.issuable:
            assert paper_shown(authorised.desk, sheet.order).pages
