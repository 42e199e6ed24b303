"""One person's page: first what they may use today, then every course, try and correction that it rests on (R18, R20 to R22)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from calm_instructor.domain.assessment import Attempt, AttemptState, Outcome
from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.authority import Today, WhyNothing
from calm_instructor.domain.course import Course, CourseTechnique, Instructor, Override
from calm_instructor.domain.ids import CourseId, EnrolmentId, InstructorId, PersonId
from calm_instructor.domain.needs import Tna, TnaState
from calm_instructor.domain.people import Organisation, Person, Status, basis_of, group_of, same_name
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.messages.labels import CORE_BEHAVIOURS, label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day, listed, moment
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.operations.limiting import ever_in_set
from calm_instructor.operations.viewing.duplicates import doubts_about
from calm_instructor.operations.viewing.people import SOON, authorities, employer_and_groups
from calm_instructor.operations.viewing.reviews import reviews
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class CourseLine:
    """A course of the person. ``part``, with any adjustment (R44), and ``outcome`` in words; ``due``: the refresher's day."""

    course: CourseId
    enrolment: EnrolmentId
    ref: str
    title: str
    days: str
    part: str
    outcome: str
    lamp: Lamp
    due: str


@dataclass(frozen=True, kw_only=True)
class TryLine:
    """One attempt. ``mark``: how it ended; ``remark``: of one that counts no more, why and by whom."""

    course: str
    technique: str
    number: int
    mark: Outcome
    seen: str
    by: str
    told: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Usable:
    """A technique that may be used today. ``until``: the last day, where it is not the same for all."""

    code: str
    name: str
    until: str


@dataclass(frozen=True, kw_only=True)
class PersonCard:
    """``today``: the line that answers the phone, with its lamp; ``usable``: what may be used; ``scope``: where, with which
    limits, what to review first.

    ``may_be``: other records that may be the same person's, by name; ``is_generic``: what may be used stands in the general list (R25).
    """

    person: Person
    today: str
    usable: tuple[Usable, ...]
    lamp: Lamp
    scope: tuple[str, ...]
    is_generic: bool
    facts: tuple[tuple[str, str], ...]
    theory: str
    theory_lamp: Lamp
    courses: tuple[CourseLine, ...]
    tries: tuple[TryLine, ...]
    corrected: tuple[TryLine, ...]
    overrides: tuple[str, ...]
    groups: tuple[str, ...]
    instructor: str
    may_be: tuple[tuple[PersonId, str], ...]


@dataclass(frozen=True)
class _Known:
    """What is read once for the whole card."""

    view: Reading
    person: Person
    places: tuple[tuple[Enrolment, Course], ...]
    signed: tuple[SignOff, ...]
    techniques: tuple[CourseTechnique, ...]

    def sign_off_of(self, place: EnrolmentId) -> SignOff | None:
        """The last sign-off of a place."""
        return next((each for each in reversed(self.signed) if each.enrolment == place), None)


def person_card(
    view: Reading, person_id: PersonId, now: datetime, marking_as: InstructorId | None = None
) -> PersonCard:
    """Everything on record of one person, today's answer first."""
    person = view.get(Person, person_id)
    today = authorities(view, [person], now.date())[person_id]
    known = _known(view, person)
    theory, theory_lamp = _theory(person)
    lines = list(_tries(known))
    return PersonCard(
        person=person,
        today=_first_line(today),
        usable=tuple(_usable(today, known)),
        lamp=_lamp(today, now.date()),
        scope=tuple(_scope(today, known, now.date())),
        is_generic=any(each.generic for each in _used(today, known)),
        facts=tuple(_facts(known)),
        theory=theory,
        theory_lamp=theory_lamp,
        courses=tuple(_course(known, place, course) for place, course in known.places),
        tries=tuple(line for line in lines if not line.remark),
        corrected=tuple(line for line in lines if line.remark),
        overrides=tuple(_overrides(known)),
        groups=employer_and_groups(view)[1],
        instructor=view.get(Instructor, marking_as).name if marking_as else "",
        may_be=doubts_about(view, person_id),
    )


def _known(view: Reading, person: Person) -> _Known:
    places = [(place, view.get(Course, place.course)) for place in view.all(Enrolment, person=person.id)]
    places.sort(key=lambda pair: pair[1].starts_on, reverse=True)
    signed = [each for place, _course in places for each in view.all(SignOff, enrolment=place.id)]
    techniques = [each for course in {course.id for _place, course in places} for each in ever_in_set(view, course)]
    signed.sort(key=lambda each: each.instructor_signed_at)
    return _Known(view, person, tuple(places), tuple(signed), tuple(techniques))


# ── today ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _first_line(today: Today) -> str:
    if not today.may_use:
        return words.may_use_nothing(_why(today))
    days = {each.until for each in today.may_use}
    return words.may_use(len(today.may_use), min(days), for_all=len(days) == 1)


def _usable(today: Today, known: _Known) -> Iterator[Usable]:
    names = {each.code: each.name for each in known.techniques}
    one_day = len({each.until for each in today.may_use}) == 1
    for each in sorted(today.may_use, key=lambda each: each.until):
        until = "" if one_day else words.until(each.until)
        yield Usable(each.technique, names.get(each.technique, ""), until)


def _used(today: Today, known: _Known) -> list[CourseTechnique]:
    codes = {each.technique for each in today.may_use}
    return [each for each in known.techniques if each.code in codes]


def _why(today: Today) -> str:
    texts = {
        None: words.WHY_NEVER,
        WhyNothing.NEVER: words.WHY_NEVER,
        WhyNothing.LEFT: words.WHY_LEFT,
        WhyNothing.ARCHIVED: words.WHY_ARCHIVED,
        WhyNothing.LAPSED: words.WHY_LAPSED,
        WhyNothing.WITHDRAWN: words.WHY_WITHDRAWN,
        WhyNothing.SUSPENDED: words.WHY_SUSPENDED,
        WhyNothing.INK: words.WHY_INK,
        WhyNothing.DISAGREES: words.WHY_DISAGREES,
        WhyNothing.DECLINED: words.WHY_DECLINED,
        WhyNothing.OUTCOME: words.WHY_RESULT,
    }
    on = day(today.day) if today.day else ""
    result = label(today.by.result) if today.by else ""
    return _(texts[today.why]).format(day=on, result=result)


def _lamp(today: Today, on: date) -> Lamp:
    if not today.may_use:
        return Lamp.STOP
    return Lamp.WARN if min(each.until for each in today.may_use) - on <= SOON else Lamp.OK


def _scope(today: Today, known: _Known, on: date) -> Iterator[str]:
    """R21, R53: where it counts, with which limits, and what to look at before use."""
    if not today.may_use:
        return
    for signed in (each for each in known.signed if each.id in {held.sign_off for held in today.may_use}):
        course = next(course for place, course in known.places if place.id == signed.enrolment)
        tna = known.view.get(Tna, course.tna)
        services = tna.sites or (tna.service,)
        own = known.person.status in {Status.OWN, Status.STUDENT}
        organisation = known.view.get(Organisation, course.organisation).name
        yield _(words.OWN_SCOPE if own else words.AGENCY_ONLY).format(
            organisation=organisation, services=listed(list(services))
        )
        if signed.limits:
            yield _(words.LIMITS).format(limits=listed(list(signed.limits)))
        held = {each.technique for each in today.may_use if each.sign_off == signed.id}
        used = [each for each in known.techniques if each.course == course.id and each.code in held]
        for why in reviews(known.view, known.person, course, used, on):
            yield _(words.REVIEW).format(why=why)


# ── who ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _facts(known: _Known) -> Iterator[tuple[str, str]]:
    person = known.person
    yield _(words.STAFF_NO), f"{person.staff_no} ({_(words.NO_NUMBER)})" if person.staff_no_is_temporary else ""
    yield _(words.EARLIER_NUMBERS), listed(list(person.earlier_numbers))
    yield _(words.KNOWN_AS), person.known_as
    yield _(words.CERTIFICATE_NAME), person.certificate_name
    yield _(words.JOB_ROLE), person.job_role
    yield _(words.STAFF_GROUP), person.staff_group or _group(known)
    yield _(words.BASIS_OF_PERSON), _basis(known)
    yield _(words.SITE), person.site
    yield _(words.LINE_MANAGER), person.line_manager
    yield _(words.EMPLOYER), person.employer
    yield _(words.STATUS), label(person.status)
    for each in person.earlier_sign_offs:
        told = words.certificate(each.number, each.techniques, each.signed_on, each.valid_until, each.seen_by)
        yield _(words.SEEN_ELSEWHERE), told
    yield _(words.LEFT_ON), day(person.left_on) if person.left_on else ""


def _newest_tna(known: _Known) -> Tna | None:
    if known.places:
        return known.view.get(Tna, known.places[0][1].tna)
    tnas = [each for each in known.view.all(Tna) if each.state is TnaState.AUTHORISED]
    return tnas[-1] if tnas else None


def _group(known: _Known) -> str:
    tna = _newest_tna(known)
    group = group_of(known.person, tna.staff_groups) if tna else None
    return group.name if group else ""


def _basis(known: _Known) -> str:
    tna = _newest_tna(known)
    basis = basis_of(known.person, tna.staff_groups if tna else ())
    if basis is None:
        return _(words.NO_BASIS)
    return f"{label(basis)}: {known.person.basis_reason}" if known.person.basis_reason else label(basis)


def _theory(person: Person) -> tuple[str, Lamp]:
    theory = person.core_theory
    if theory is None:
        return _(words.THEORY_NONE), Lamp.STOP
    completed = words.completed(theory.completed_on, theory.provider)
    if theory.is_seen and theory.seen_on is not None:
        seen = words.theory_seen(theory.evidence_kind, theory.evidence_ref, theory.seen_by, theory.seen_on)
        return f"{completed} {seen}", Lamp.OK
    return f"{completed} {_(words.THEORY_NOT_SEEN)}", Lamp.STOP


# ── courses and tries ───────────────────────────────────────────────────────────────────────────────────────────────


def _course(known: _Known, place: Enrolment, course: Course) -> CourseLine:
    signed = known.sign_off_of(place.id)
    lamp, outcome, due = Lamp.TODO, _(words.NOT_SIGNED_YET), ""
    if place.withdrawn_on is not None:
        lamp, outcome = Lamp.INFO, _(words.PLACE_GIVEN_UP)
    elif place.part is not Part.PHYSICAL:
        lamp, outcome = Lamp.INFO, _(words.THEORY_ONLY if place.part is Part.THEORY else words.OBSERVER)
    elif signed is not None and signed.withdrawn_on is not None:
        lamp, outcome = Lamp.STOP, _(words.WITHDRAWN)
    elif signed is not None:
        lamp = Lamp.OK if signed.valid_until else Lamp.STOP
        outcome = label(signed.result)
        due = day(signed.valid_until) if signed.valid_until else ""
        if signed.result.gives_authority and signed.valid_until is None:
            lamp, outcome = Lamp.WARN, f"{outcome}. {label(signed.trainee_signature)}"
    same_day = course.starts_on == course.ends_on
    return CourseLine(
        course=course.id,
        enrolment=place.id,
        ref=course.ref,
        title=course.title,
        days=day(course.starts_on) if same_day else words.days(course.starts_on, course.ends_on),
        part=" · ".join(filter(None, (label(place.part), place.adjustment))),
        outcome=outcome,
        lamp=lamp,
        due=due,
    )


def _tries(known: _Known) -> Iterator[TryLine]:
    """R18: every attempt in the order seen; "not assessed" uses up no try and stands among them for what was not seen."""
    names = {each.id: f"{each.code} {each.name}" for each in known.techniques}
    instructors: dict[InstructorId, str] = {}
    for place, course in known.places:
        attempts = known.view.all(Attempt, enrolment=place.id)
        later = {each.corrects: each for each in attempts if each.corrects is not None}
        for attempt in sorted(attempts, key=lambda each: (each.observed_at, each.recorded_at)):
            if attempt.assessor not in instructors:
                instructors[attempt.assessor] = known.view.get(Instructor, attempt.assessor).name
            yield TryLine(
                course=course.ref,
                technique=names[attempt.technique] if attempt.technique else _(CORE_BEHAVIOURS).capitalize(),
                number=attempt.number,
                mark=attempt.outcome,
                seen=moment(attempt.observed_at),
                by=instructors[attempt.assessor],
                told=attempt.feedback,
                remark=_remark(attempt, later.get(attempt.id)),
            )


def _remark(attempt: Attempt, later: Attempt | None) -> str:
    if attempt.state is AttemptState.TAKEN_BACK:
        return _(words.TAKEN_BACK)
    if attempt.state is AttemptState.CORRECTED:
        why = later.correction_reason if later is not None else ""
        return words.corrected(label(later.outcome) if later is not None else "", why)
    return ""


def _overrides(known: _Known) -> Iterator[str]:
    """R51: what was gone past for this person, or for a course of theirs as a whole."""
    for course in {course.id: course for _place, course in known.places}.values():
        for each in known.view.all(Override, course=course.id):
            of_the_set = each.code == "R7.frozen" and any(each.subject == one.code for one in known.techniques)
            if of_the_set or each.subject == course.ref or _is_about(known, course, each):
                sentence = each.sentence
                if each.person is not None:  # R52: by the name of today
                    sentence = sentence.replace(each.subject, known.person.full_name)
                yield words.override(sentence, each.reason, each.by, each.at.date())


def _is_about(known: _Known, course: Course, override: Override) -> bool:
    """By what is on record; else by name, and where a namesake is on the course too, whose mark was made in the same act."""
    if override.person is not None:
        return override.person == known.person.id
    name = known.person.full_name
    if not same_name(override.subject, name):
        return False
    own = [place.id for place, where in known.places if where.id == course.id]
    others = [each for each in known.view.all(Enrolment, course=course.id) if each.id not in own]
    if not any(same_name(known.view.get(Person, each.person).full_name, name) for each in others):
        return True
    return any(each.recorded_at == override.at for id in own for each in known.view.all(Attempt, enrolment=id))
