"""A day of many blocks is planned on one page, which hangs on the wall of the room."""

from io import BytesIO

import pikepdf
import pytest

from calm_instructor.domain.course import Block, BlockKind, ModelPart, Session
from calm_instructor.domain.ids import BlockId
from calm_instructor.exchange.paper.course_plan import print_course_plan
from calm_instructor.operations.gathering.course_plan import gather_course_plan
from calm_instructor.operations.planning import enter_course, lay_out
from tests.domain.courses_and_marks import session
from tests.domain.people_and_things import named
from tests.exchange.paper import reading_back as found
from tests.operations.a_course import COURSE, ACourse, planned

LONG = (
    "Law, ethics and policy: lawful, necessary and proportionate, last resort, and what the person’s own plan and family ask for",
    "Practice with new partners, standing, seated and at a desk, with a change of partner and a sip of water each ten minutes",
)
DAY = (
    (BlockKind.FRAMING, ModelPart.FRAMING, "Arrival, declarations, aims of the day", 15, False),
    (BlockKind.THEORY, ModelPart.PRIMARY, LONG[0], 40, True),
    (BlockKind.PREVENTION, ModelPart.PRIMARY, "Prevention: needs, surroundings and choice", 35, True),
    (BlockKind.BREAK, ModelPart.FRAMING, "Break", 15, False),
    (BlockKind.PREVENTION, ModelPart.SECONDARY, "Early signs, calming, giving space", 30, True),
    (BlockKind.FRAMING, ModelPart.FRAMING, "Stop word and safety", 10, True),
    (BlockKind.DEMONSTRATION, ModelPart.TERTIARY, "Demonstration of the whole set, twice", 25, False),
    (BlockKind.PRACTICE, ModelPart.TERTIARY, "Practice in pairs", 45, False),
    (BlockKind.BREAK, ModelPart.FRAMING, "Lunch", 45, False),
    (BlockKind.PRACTICE, ModelPart.TERTIARY, LONG[1], 45, False),
    (BlockKind.ASSESSMENT, ModelPart.TERTIARY, "Each technique, each trainee, against the criteria", 90, False),
    (BlockKind.BREAK, ModelPart.FRAMING, "Break with tea", 15, False),
    (BlockKind.DEBRIEF, ModelPart.RECOVERY, "Recovery: the person, the staff, the record", 40, True),
    (BlockKind.FRAMING, ModelPart.FRAMING, "Questions, and what comes next", 30, False),
)


def blocks_of(held: Session) -> tuple[Block, ...]:
    return tuple(
        Block(
            id=BlockId(named(f"block {held.number} {position}")),
            session=held.id,
            position=position,
            kind=kind,
            part=part,
            title=title,
            minutes=minutes,
            must_attend=must,
            techniques=("W1", "H1", "S1") if kind.is_physical else (),
        )
        for position, (kind, part, title, minutes, must) in enumerate(DAY, start=1)
    )


@pytest.fixture
def full_day(enrolled) -> ACourse:
    held = session(1)
    enrolled.do(enter_course, planned(starts_on=held.on, ends_on=held.on, site="Ashgrove House"))
    enrolled.do(lay_out, COURSE, [(held, blocks_of(held))])
    return enrolled


def print_plan(a: ACourse) -> bytes:
    with a.store.reading() as view:
        return print_course_plan(gather_course_plan(view, COURSE, a.now))


def test_fourteen_blocks_with_two_long_titles_stand_on_one_page_with_their_times(full_day):
    data = print_plan(full_day)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
    text = found.text_of(data)
    minutes = 9 * 60
    for _kind, _part, title, length, _must in DAY:
        assert title in text
        start = f"{minutes // 60:02d}:{minutes % 60:02d} {length}"
        assert start in text
        minutes += length
    assert "17:00 End" in text
    assert list(found.collisions(data)) == []
