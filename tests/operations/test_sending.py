"""The package of a closed course: what goes, in which order of packages, and that nothing is recorded unless it lies there."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from calm_instructor.domain.course import Course, CourseTechnique
from calm_instructor.domain.errors import CalmError, WorldError
from calm_instructor.domain.ids import CourseId, DocumentId
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.people import Person
from calm_instructor.domain.sign_off import Document, DocumentKind, SentPackage, SignOff
from calm_instructor.domain.trail import Entry, Stub
from calm_instructor.exchange.package import examine_package
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.sending import gather, record_package, send_course
from calm_instructor.paths import KEY_FILE, STORE_FILE
from calm_instructor.store.checking import check
from calm_instructor.store.connection import connect
from calm_instructor.store.keys import read_keys
from tests.domain.people_and_things import LEAD, at, named
from tests.operations.a_course import COURSE, DAY_AFTER, NGOC, PHYSICAL, ACourse, planned, refused, written


@pytest.fixture
def post(tmp_path) -> Path:
    folder = tmp_path / "to head office"
    folder.mkdir()
    return folder


def test_R31_only_a_closed_course_is_sent(signed, post):
    with refused(signed, "R31.not_closed"):
        send_course(signed.desk, COURSE, post)
    assert list(post.iterdir()) == []


def test_R31_a_package_lies_whole_in_its_folder_and_on_record(closed, post):
    head = closed.store.head()
    closed.at("10:00", DAY_AFTER)
    with written(closed, "package.written"):
        sent = send_course(closed.desk, COURSE, post)
    assert list(post.iterdir()) == [sent.path]
    assert examine_package(sent.path.read_bytes(), closed.store.public_key) == ()
    assert closed.all(SentPackage) == (sent.package,)
    assert sent.package == replace(
        sent.package,
        course=COURSE,
        file_name=sent.path.name,
        sequence=1,
        previous="",
        written_at=at("10:00", DAY_AFTER),
        written_by=LEAD,
        head_seq=head.seq,
        head_hash=head.hash,
        received_at=None,
    )
    assert closed.desk.next_undo is None
    assert check(closed.store) == ()


def test_packages_are_counted_and_name_the_one_before(closed, post):
    first = send_course(closed.desk, COURSE, post)
    second = send_course(closed.at("11:00", DAY_AFTER).desk, COURSE, post)
    assert (second.package.sequence, second.package.previous) == (2, first.package.identity)
    assert first.path != second.path
    contents = gather(closed.desk, COURSE)
    assert (contents.sequence, contents.previous) == (3, second.package.identity)
    assert second.package.id in contents.changed
    assert not {each.id for each in closed.all(Course)} & contents.changed


def test_one_that_another_overtook_is_not_recorded(closed, post):
    overtaken = gather(closed.desk, COURSE)
    sent = send_course(closed.desk, COURSE, post)
    late = replace(sent.package, id=overtaken.id, sequence=overtaken.sequence, previous=overtaken.previous)
    with pytest.raises(CalmError) as said:
        closed.do(record_package, late)
    assert said.value.code == "sending.changed_meanwhile"
    assert closed.all(SentPackage) == (sent.package,)


def test_a_package_of_a_practice_store_says_so(closed):
    assert gather(closed.desk, COURSE).practice


def other_course(a: ACourse) -> CourseId:
    """A course that is not sent, with a person who is on no other."""
    other = CourseId(named("another course"))
    a.take_in("Mair")
    a.do(enter_course, planned(id=other, ref="ET-2"))
    return other


def test_R31_what_goes_is_the_course_and_all_it_refers_to_and_nothing_else(closed):
    other_course(closed)
    contents = gather(closed.desk, COURSE)
    values = [record.value for record in contents.records]
    assert [each.id for each in values if isinstance(each, Course)] == [COURSE]
    assert [each for each in values if isinstance(each, Tna)] == [closed.tna]
    assert {each.full_name for each in values if isinstance(each, Person)} == {*PHYSICAL, NGOC}
    assert {each.code for each in values if isinstance(each, CourseTechnique)} == {"W1", "H1", "S1"}
    assert len([each for each in values if isinstance(each, SignOff)]) == len(PHYSICAL)
    assert len({(type(value), value.id) for value in values}) == len(values)


def test_R31_of_other_courses_only_the_chain_travels(closed):
    before = closed.store.head().seq
    other_course(closed)
    contents = gather(closed.desk, COURSE)
    assert [each.seq for each in contents.trail] == list(range(closed.store.head().seq + 1))
    mine = [each for each in contents.trail if isinstance(each, Entry)]
    strange = [each for each in contents.trail if each.seq > before]
    assert all(isinstance(each, Stub) or each.body is None for each in strange)
    assert {each.wish for each in mine} >= {"set.agreed", "attempt.recorded", "sign_off.signed", "course.closed"}


def test_R31_of_papers_only_those_that_may_leave_go_as_files(closed):
    with closed.store.work(wish="document.issued", by=LEAD, at=closed.now) as work:
        papers = {
            kind: Document(
                id=DocumentId(named(kind)),
                course=COURSE,
                kind=kind,
                sheet_no="S-1",
                title=kind,
                version=1,
                pages=1,
                sha256=work.keep_bytes(kind.encode()),
                short_code="0000-0000-0000",
                printed_at=closed.now,
                printed_by=LEAD,
            )
            for kind in (DocumentKind.SIGN_OFF_SHEET, DocumentKind.INDIVIDUAL_RECORD)
        }
        work.put_all(papers.values())
    contents = gather(closed.desk, COURSE)
    sheet = papers[DocumentKind.SIGN_OFF_SHEET]
    assert contents.papers == {sheet.id: b"sign-off-sheet"}
    assert {r.value.id for r in contents.records if isinstance(r.value, Document)} == {
        each.id for each in papers.values()
    }


def test_nothing_is_recorded_where_the_folder_is_gone(closed, post):
    post.rmdir()
    head = closed.store.head()
    with pytest.raises(WorldError) as said:
        send_course(closed.desk, COURSE, post)
    assert said.value.code == "disk.missing"
    assert closed.store.head() == head
    assert closed.all(SentPackage) == ()


def test_no_package_is_left_lying_that_is_not_on_record(closed, post):
    key = read_keys(closed.store.folder / KEY_FILE).data
    with closing(connect(closed.store.folder / STORE_FILE, key)) as other:
        other.execute("BEGIN IMMEDIATE")  # reading goes on, the record can't be written
        with pytest.raises(WorldError) as said:
            send_course(closed.desk, COURSE, post)
        assert said.value.code == "store.busy"
    assert list(post.iterdir()) == []
    assert closed.all(SentPackage) == ()
    send_course(closed.desk, COURSE, post)
