"""What a demonstration made, read back from the store that it leaves."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from calm_instructor.domain.course import Course
from calm_instructor.domain.ids import CourseId, TnaId
from calm_instructor.domain.people import Person
from calm_instructor.messages import demonstration as words
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force
from calm_instructor.operations.auditing import older_than_window, window_start
from calm_instructor.operations.demonstrating.course import Planned
from calm_instructor.operations.demonstrating.folder import files_in
from calm_instructor.operations.demonstrating.material import Material
from calm_instructor.operations.demonstrating.story import Assumed, Story
from calm_instructor.operations.enrolling import enrolled
from calm_instructor.operations.signing import sign_off_of
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.database import open_store
from calm_instructor.store.reading import Reading


def tell(aside: Path, out: Path, material: Material, tna: TnaId, planned: Planned, package: str | None) -> Story:
    """The story of what lies in ``aside`` and will lie in ``out``."""
    with open_store(aside) as store, store.reading() as reading:
        analysis = analysis_of(reading, tna)
        numbers = {risk.id: risk.number for risk in analysis.risks}
        names = {code: technique.name for code, technique in catalogue_in_force(reading).items()}
        return Story(
            folder=str(out),
            course=reading.get(Course, planned.course).ref if planned.course else None,
            tna={"ref": analysis.tna.ref, "revision": analysis.tna.revision_no},
            risks=tuple(
                {"number": risk.number, "hold": risk.hold_name, "incidents": risk.incidents, "current": risk.current}
                for risk in analysis.risks
            ),
            techniques=tuple(
                {
                    "code": selection.technique,
                    "name": names[selection.technique],
                    "risks": [numbers[risk] for risk in selection.risks],
                    "reason": selection.why_this_one,
                }
                for selection in analysis.chosen
            ),
            people=len(material.roster.entries),
            not_eligible=planned.not_eligible,
            outcomes=tuple(_outcomes(reading, planned.course)) if planned.course else (),
            assumptions=(*material.assumed, *_assumed(reading, material, tna, planned)),
            problems=tuple(problem.sentence for problem in (*material.roster.problems, *material.log.problems)),
            files=tuple(str(out / name) for name in files_in(aside)),
            package=str(out / package) if package else None,
        )


def _outcomes(reading: Reading, course: CourseId) -> Iterator[Mapping[str, object]]:
    for place in enrolled(reading, course):
        signed = sign_off_of(reading, place.id)
        if signed is not None:
            name = reading.get(Person, place.person).full_name
            yield {"name": name, "outcome": signed.result.value, "techniques": list(signed.techniques)}


def _assumed(reading: Reading, material: Material, tna: TnaId, planned: Planned) -> Iterator[Assumed]:
    numbers = numbers_of(reading)
    start = window_start(material.today, numbers)
    older = older_than_window(material.log, material.today, numbers)
    if older:
        yield Assumed(**words.left_out_as_older(older, numbers.incident_window_months, start))
    for risk in analysis_of(reading, tna).risks:
        if not risk.current:
            yield Assumed(**words.assumed_ended(risk.number, risk.hold_name, risk.last_seen))
    if planned.placed:
        yield Assumed(**words.assumed_evidence(material.roster.source))
    if planned.waiting:
        yield Assumed(**words.assumed_first(planned.placed))
