"""The built-in example holds what is promised of it, counted with nothing but csv and json, and its texts carry it through the rules."""

import csv
import unicodedata
from collections import Counter
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from calm_instructor.domain.course import (
    Block,
    BlockKind,
    ModelPart,
    Session,
    minutes_by_kind,
    minutes_by_part,
    timed,
)
from calm_instructor.domain.ids import BlockId, CourseId, PersonId, RiskId, SelectionId, SessionId, TnaId
from calm_instructor.domain.justification import framework_objections, reason_objections
from calm_instructor.domain.needs import NeedsAnalysis, NoteAnswer, Risk, Selection, Tna
from calm_instructor.domain.numbers import Numbers, add_months
from calm_instructor.domain.people import Person, basis_of, group_of
from calm_instructor.domain.planning_rules import assessment_objections, practice_objections, prevention_objections
from calm_instructor.exchange.reading.course_types import Share, course_types
from calm_instructor.exchange.reading.example import ServiceTexts, example, example_incidents, example_roster
from calm_instructor.exchange.reading.shipped import criteria, holds, shipped_catalogue, staff_groups

COURSE_STARTS = date(2026, 11, 18)  # 28 days after the example's day
CATALOGUE = {technique.code: technique for technique in shipped_catalogue()[1]}


@pytest.fixture
def roster() -> list[dict[str, str]]:
    with example_roster().open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def log() -> list[dict[str, str]]:
    with example_incidents().open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def day(row: dict[str, str]) -> date:
    return date(*reversed([int(part) for part in row["Date"].split("/")]))


def as_person(row: dict[str, str]) -> Person:
    return Person(id=PersonId(UUID(int=1)), full_name=row["Full name"], job_role=row["Job role"])


# ── roster ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_24_people_of_one_service(roster):
    assert len(roster) == 24
    assert {row["Site"] for row in roster} == {"Ashgrove House"}
    assert len({row["Staff no"] for row in roster}) == 24
    assert len({row["Full name"] for row in roster}) == 24


@pytest.mark.parametrize("letter", ["ŵ", "Ż", "ạ", "Ọ", "Ḃ", "ṁ"])
def test_names_hold_the_letters_that_paper_finds_hard(roster, letter):
    assert any(letter in row["Full name"] for row in roster)


def test_names_in_other_scripts_one_of_60_characters_one_of_a_single_word(roster):
    names = [row["Full name"] for row in roster]
    scripts = Counter(unicodedata.name(name[0]).split()[0] for name in names)
    assert scripts["ARABIC"] == 1
    assert scripts["CJK"] == 1
    assert Counter(map(len, names))[60] == 1
    assert [name for name in names if " " not in name and name.isascii()] == ["Wulandari"]
    assert all(unicodedata.is_normalized("NFC", name) for name in names)


def test_own_and_agency_staff(roster):
    assert Counter(row["Status"] for row in roster) == {"Own staff": 20, "Agency": 3, "Bank": 1}
    assert {row["Employer"] for row in roster if row["Status"] == "Agency"} == {"Corriebeg Relief Staff"}
    assert {row["Employer"] for row in roster if row["Status"] != "Agency"} == {example().organisation.name}


def test_every_role_belongs_to_a_staff_group_and_a_couple_have_no_basis_r11(roster):
    assert all(group_of(as_person(row), staff_groups()) for row in roster)
    without = [row["Job role"] for row in roster if basis_of(as_person(row), staff_groups()) is None]
    assert without == ["Cook", "Admin Assistant"]


def test_some_have_no_core_theory_and_every_date_lies_before_the_course_r1(roster):
    dates = [date.fromisoformat(row["Core Theory completed"]) for row in roster if row["Core Theory completed"]]
    assert len(dates) == 21
    assert max(dates) < example().today < COURSE_STARTS


def test_enough_are_eligible_that_a_co_instructor_is_needed_r12(roster):
    eligible = [row for row in roster if row["Core Theory completed"] and basis_of(as_person(row), staff_groups())]
    assert Numbers().ratio_block < len(eligible) <= Numbers().ratio_absolute
    assert len(eligible) == 19


# ── incident log ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_log_covers_24_months_and_ends_the_day_before_the_examples_day_r9(log):
    days = [day(row) for row in log]
    assert days == sorted(days)
    assert days[-1] + timedelta(days=1) == example().today == date(2026, 10, 21)
    assert add_months(example().today, -24) <= days[0] <= add_months(example().today, -23)
    months = {(each.year, each.month) for each in days}
    assert len(months) == 25
    assert max(each.day for each in days) > 12  # so that nobody has to ask for the order of the date


def test_the_log_holds_a_care_homes_holds_and_some_words_without_contact(log):
    kinds = Counter(row["Category"] for row in log)
    assert set(kinds) == {
        "wrist grab",
        "wrist grab, two hands",
        "sleeve grab",
        "finger grip",
        "scratch",
        "hair pull",
        "bite",
        "bear hug from behind",
        "verbal",
    }
    assert all("no contact" in row["What happened"] for row in log if row["Category"] == "verbal")
    assert kinds.most_common(1)[0][0] == "wrist grab"


def test_two_holds_ended_more_than_six_months_ago_and_no_other_r38(log):
    limit = add_months(example().today, -Numbers().ended_after_months)
    last = {row["Category"]: day(row) for row in log}
    assert {kind for kind, on in last.items() if on < limit} == {"bite", "bear hug from behind"}


def test_the_log_carries_the_usual_identities_so_that_leaving_them_out_can_be_seen_r10(log):
    assert all(row["Person (initials)"] and row["DOB"] and row["Staff involved"] for row in log)


# ── texts ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_fixed_day_and_its_people_are_as_agreed():
    told = example()
    assert (told.lead.name, told.lead.number, told.lead.authorisation_ref) == (
        "Elen Prydderch-Hughes",
        "2217",
        "CALM-ET-0417",
    )
    assert told.lead.expires == date(2027, 3, 31)
    assert (told.co_instructor.name, told.authoriser.name) == ("Jean Macdonald", "Marian Grant")
    assert told.course.type in course_types()
    assert told.course.site in told.service.sites
    room = told.course.venue_check.square_metres
    assert room is not None
    assert room >= 24 * Numbers().room_square_metres_each


def test_instructors_are_current_through_the_course_on_any_day_r13_r14():
    for today in (example().today, date(2024, 2, 29), date(2031, 6, 1)):
        moved = example().on(today)
        for instructor in (moved.lead, moved.co_instructor):
            ends = today + timedelta(days=29)
            for expires in (instructor.expires, instructor.first_aid_expires):
                assert expires is not None
                assert expires > ends
            assert instructor.authorised_from is not None
            assert instructor.authorised_from < today
    assert example().on(example().today) == example()


def test_every_hold_has_its_texts_and_every_note_its_answer_r3_r45():
    assert set(example().holds) == set(holds())
    assert set(example().note_answers) == {code for code, each in CATALOGUE.items() if each.elevated_risk_note}
    for texts in example().holds.values():
        assert texts.situation
        assert texts.posture
        assert texts.tried_without_touch != texts.why_this_one
    assert len({texts.why_this_one for texts in example().holds.values()}) == 31
    assert all(note.answer is not NoteAnswer.LEFT_OUT for note in example().note_answers.values())


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_proposed_texts_once_confirmed_owe_nothing_r3_r39_r45(code):
    technique, texts, note = CATALOGUE[code], example().holds, example().note_answers.get(code)
    tna = TnaId(UUID(int=1))
    risks = tuple(
        Risk(id=RiskId(UUID(int=n)), tna=tna, number=n, hold=hold, hold_name=holds()[hold].name, incidents=3)
        for n, hold in enumerate(technique.holds, start=1)
    )
    hold = technique.holds[0]
    selection = Selection(
        id=SelectionId(UUID(int=1)),
        tna=tna,
        technique=code,
        chosen=True,
        risks=tuple(risk.id for risk in risks),
        tried_without_touch=texts[hold].tried_without_touch,
        why_this_one=texts[hold].why_this_one,
        note_answer=note.answer if note else None,
        note_answer_text=note.text if note else "",
    )
    drawn_up = Tna(id=tna, ref="TNA", revision_no=1, service="", drawn_up_on=example().today)
    analysis = NeedsAnalysis(tna=drawn_up, risks=risks, selections=(selection,))
    assert list(reason_objections(analysis, CATALOGUE)) == []


@pytest.mark.parametrize("said", [example().service, example().any_service], ids=["own log", "any log"])
def test_the_texts_of_a_service_are_whole_and_take_their_counts(said: ServiceTexts):
    assert said.need_reason.format(holds=6, techniques=6).count("6") == 2
    assert "4 Mar 2026" in said.ended_reason.format(months=6, last="4 Mar 2026")
    for text in (said.primary_prevention, said.secondary_prevention, said.tertiary_prevention, said.recovery):
        assert text
    assert said.factors
    assert said.life_support
    assert said.plan_ref
    assert set(said.people) <= {group.name for group in staff_groups()}


def test_the_other_texts_take_their_facts():
    left_out, plan, not_yet = example().left_out, example().action_plan, example().not_yet
    assert "24" in left_out.not_met.format(months=24)
    assert "risk 7" in left_out.ended.format(number=7, last="9 Mar 2026").casefold()
    assert "3" in left_out.beyond_limit.format(count=3, limit=8)
    assert "GEN-W1" in plan.need.format(techniques="GEN-W1")
    assert plan.by_whom.format(lead="Elen") == "Elen"
    mandatory = {criterion.code for criterion in criteria() if criterion.mandatory}
    for each in (not_yet.second_try, not_yet.stays):
        assert each.feedback
        assert set(each.criteria) <= mandatory


def test_the_staff_groups_make_a_framework_r36():
    drawn_up = Tna(
        id=TnaId(UUID(int=1)),
        ref="TNA",
        revision_no=1,
        service="",
        drawn_up_on=example().today,
        staff_groups=staff_groups(),
    )
    assert list(framework_objections(drawn_up)) == []


# ── course type ─────────────────────────────────────────────────────────────────────────────────────────────────────

SETS = [tuple(CATALOGUE)[:count] for count in range(1, 9)]


def laid_out(codes: tuple[str, ...]) -> list[tuple[Session, list[Block]]]:
    """The example's course type filled with a set, as planning fills it."""
    out = []
    for number, pattern in enumerate(course_types()[example().course.type].sessions, start=1):
        session = Session(
            id=SessionId(UUID(int=number)),
            course=CourseId(UUID(int=1)),
            number=number,
            on=COURSE_STARTS + timedelta(days=number - 1),
            starts=pattern.starts,
            topic=pattern.topic,
        )
        blocks = [
            Block(
                id=BlockId(UUID(int=number * 100 + position)),
                session=session.id,
                position=position,
                kind=each.kind,
                part=each.part,
                title=each.title,
                minutes=each.minutes,
                techniques=each.techniques.of(codes),
                must_attend=each.must_attend,
                pinned=each.pinned,
            )
            for position, each in enumerate(pattern.blocks, start=1)
        ]
        out.append((session, blocks))
    return out


def every_block(codes: tuple[str, ...] = SETS[-1]) -> list[Block]:
    return [block for _session, blocks in laid_out(codes) for block in blocks]


def test_each_day_runs_from_nine_to_five_with_breaks():
    for session, blocks in laid_out(SETS[-1]):
        clock = timed(session, blocks)
        assert (clock[0].starts, clock[-1].ends) == (time(9), time(17))
        lunch = [each for each in clock if each.block.title == "Lunch"]
        assert [time(12) <= each.starts <= time(13) for each in lunch] == [True]
        assert [each.kind for each in blocks].count(BlockKind.BREAK) == 3


@pytest.mark.parametrize("codes", SETS, ids=lambda codes: f"{len(codes)} techniques")
def test_no_rule_of_planning_warns_of_it_r5_r35_r47(codes):
    blocks = every_block(codes)
    numbers = Numbers()
    assert list(prevention_objections(blocks, "course")) == []
    assert list(practice_objections(blocks, len(codes), "course", numbers)) == []
    for trainees, assessors in ((15, 1), (24, 2), (30, 2)):
        assert list(assessment_objections(blocks, codes, trainees, assessors, "course", numbers)) == []


def test_it_has_practice_and_time_for_each_part_of_the_model_r35():
    assert minutes_by_kind(every_block())[BlockKind.PRACTICE] >= 150
    parts = minutes_by_part(every_block())
    assert all(parts[part] > 0 for part in ModelPart)


def test_law_knowledge_check_and_sign_off_are_framing_and_breaks_count_for_no_part_r35():
    framing = {block.title for block in every_block() if block.part is ModelPart.FRAMING}
    for title in ("Law, ethics", "Knowledge check", "Results and signatures", "Arrival", "Lunch"):
        assert any(each.startswith(title) for each in framing)


def test_stop_word_law_prevention_and_recovery_must_be_attended_r41():
    must = {block.title for block in every_block() if block.must_attend}
    for block in every_block():
        needed = block.title.startswith(("Stop word", "Law")) or block.kind in {BlockKind.PREVENTION, BlockKind.DEBRIEF}
        assert (block.title in must) == needed, block.title


def test_each_day_the_stop_word_comes_before_anything_physical_r41():
    for _session, blocks in laid_out(SETS[-1]):
        kinds = ["stop word" if block.title.startswith("Stop word") else block.kind.is_physical for block in blocks]
        assert kinds.index("stop word") < kinds.index(True)


@pytest.mark.parametrize("codes", [(), *SETS], ids=len)
def test_halves_share_a_set_out_once_and_the_first_is_never_the_smaller(codes):
    assert Share.FIRST.of(codes) + Share.SECOND.of(codes) == Share.ALL.of(codes) == codes
    assert 0 <= len(Share.FIRST.of(codes)) - len(Share.SECOND.of(codes)) <= 1
    assert Share.NONE.of(codes) == ()
