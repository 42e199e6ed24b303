"""The demonstration from beginning to end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path

from calm_instructor.domain.course import Course, Instructor
from calm_instructor.domain.ids import CourseId, InstructorId, OrganisationId, TnaId
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.exchange.reading.bad_rows import bad_rows_file
from calm_instructor.exchange.reading.shipped import shipped_catalogue
from calm_instructor.exchange.safe_file import make_folder, write_atomically
from calm_instructor.messages import demonstration as words
from calm_instructor.operations.demonstrating.clock import PlayedClock
from calm_instructor.operations.demonstrating.course import Planned, plan_course
from calm_instructor.operations.demonstrating.day import hold_course
from calm_instructor.operations.demonstrating.folder import made_aside, move_in
from calm_instructor.operations.demonstrating.material import DemoRequest, Material, read_material
from calm_instructor.operations.demonstrating.needs import make_tna
from calm_instructor.operations.demonstrating.story import Story
from calm_instructor.operations.demonstrating.telling import tell
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.preparing import enter_instructor, enter_organisation, load_catalogue
from calm_instructor.operations.printing import Printed, packet, print_paper
from calm_instructor.operations.sending import send_course
from calm_instructor.store.database import create_store

PAPERS = "papers"
ROWS_TO_MEND = "rows to mend.csv"

_BEFORE = (DocumentKind.COURSE_PLAN, DocumentKind.BLANK_REGISTER, DocumentKind.BLANK_ASSESSMENT)
_AFTER = (
    DocumentKind.ATTENDANCE_SUMMARY,
    DocumentKind.SIGN_OFF_SHEET,
    DocumentKind.INDIVIDUAL_RECORD,
    DocumentKind.IN_HOUSE_RECORD,
)

Progress = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class _Stage:
    desk: Desk
    clock: PlayedClock
    material: Material
    folder: Path
    progress: Progress

    def keep(self, papers: Iterable[Printed]) -> None:
        """Put issued papers among the folder's papers."""
        make_folder(self.folder / PAPERS)
        for paper in papers:
            write_atomically(self.folder / PAPERS / paper.file_name, paper.data)


def demonstrate(request: DemoRequest, clock_day: date, progress: Progress | None = None) -> Story:
    """Play the chain and leave everything in ``request.out``; gives what was made.

    Raises BadFile for a file that can't be used, Refused where the trade says no, WorldError where the folder does; in each
    case what lay in ``request.out`` is as it was.
    """
    material = read_material(request, clock_day)
    with made_aside(request.out) as aside:
        story = _play(material, aside, request.out, progress or _silent)
        move_in(aside, request.out, story)
    return story


def _silent(what: str) -> None:
    pass


def _play(material: Material, aside: Path, out: Path, progress: Progress) -> Story:
    clock = PlayedClock(material.today, time(9))
    with create_store(aside, practice=True, at=clock()) as store:
        stage = _Stage(desk=Desk(store, clock), clock=clock, material=material, folder=aside, progress=progress)
        organisation, lead, co = _prepare(stage)
        progress(words.doing_needs())
        tna = make_tna(stage.desk, material, lead.number, organisation.numbers, TnaId(stage.desk.new_id()))
        stage.keep([print_paper(stage.desk, DocumentKind.TNA_SUMMARY, tna)])
        planned = _plan(stage, tna, lead, co)
        package = _hold(stage, planned.course) if planned.course else None
        if material.roster.bad_rows:
            write_atomically(aside / ROWS_TO_MEND, bad_rows_file(material.roster))
    return tell(aside, out, material, tna, planned, package)


def _prepare(stage: _Stage) -> tuple[Organisation, Instructor, Instructor]:
    desk, texts = stage.desk, stage.material.example
    organisation = desk.do(enter_organisation, replace(texts.organisation, id=OrganisationId(desk.new_id())))
    lead, co = (
        desk.do(enter_instructor, replace(each, id=InstructorId(desk.new_id()), organisation=organisation.id))
        for each in (texts.lead, texts.co_instructor)
    )
    desk.marking_as = lead.id
    desk.do(load_catalogue, *shipped_catalogue())
    return organisation, lead, co


def _plan(stage: _Stage, tna: TnaId, lead: Instructor, co: Instructor) -> Planned:
    with stage.desk.store.reading() as reading:
        needed = reading.get(Tna, tna).need
    if not needed:
        return Planned(course=None, not_eligible=(), placed=0, waiting=0)
    stage.progress(words.doing_plan())
    return plan_course(stage.desk, stage.material, tna, lead, co)


def _hold(stage: _Stage, course: CourseId) -> str:
    with stage.desk.store.reading() as reading:
        held = reading.get(Course, course)
    stage.clock.set(held.starts_on - timedelta(days=2), time(18, 20))
    stage.keep(packet(stage.desk, course, *_BEFORE))
    stage.progress(words.doing_course())
    hold_course(stage.desk, stage.clock, stage.material, course)
    stage.progress(words.doing_papers())
    stage.keep(packet(stage.desk, course, *_AFTER))
    stage.progress(words.doing_package())
    return send_course(stage.desk, course, stage.folder).path.name
