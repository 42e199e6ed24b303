"""The certificate, and the record of in-house training in its place (R25)."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.course import CourseTechnique
from calm_instructor.domain.errors import CalmError, Refused
from calm_instructor.domain.people import Person, Status
from calm_instructor.exchange.paper.facts import SignatureState
from calm_instructor.operations.gathering.certificate import gather_certificate, gather_in_house_record
from calm_instructor.operations.signing import hold_ink_copy
from tests.operations.gathering.played_course import (
    AGNIESZKA,
    CHIDI,
    COURSE,
    DAY_2,
    RUAIRIDH,
    SIAN,
    moment,
)

pytest_plugins = ["tests.operations.gathering.played_fixtures"]

AT = moment(DAY_2, "12:00")


def in_house(venue, name):
    with venue.desk.store.reading() as view:
        return gather_in_house_record(view, venue.place(name), AT)


def issue_catalogue(venue):
    """As if the set had come from an issued catalogue."""
    with venue.desk.store.work(wish="x", by=None, at=AT) as work:
        for technique in work.all(CourseTechnique, course=COURSE):
            work.put(replace(technique, generic=False))


def test_in_house_record_leaves_the_programme_out(read_only):
    record = in_house(read_only, SIAN)
    assert (record.imprint.programme, record.imprint.generic) == ("", True)
    assert (record.name, record.valid_until, record.assessed_on) == (
        "Siân Mair Llŷr-Prydderch",
        date(2027, 11, 24),
        DAY_2,
    )
    assert [each.technique.code for each in record.techniques] == ["GEN-W1", "GEN-H5"]
    assert (record.organisation_signature.name, record.organisation_signature.role) == (
        "Marian Grant",
        "Registered Manager",
    )
    assert record.lead_signature.state is SignatureState.SIGNED


def test_general_list_has_no_certificate(read_only):
    with read_only.desk.store.reading() as view, pytest.raises(Refused) as no:
        gather_certificate(view, read_only.place(SIAN), AT)
    assert [each.code for each in no.value.objections] == ["R25.no_certificate"]


def test_issued_catalogue_has_one(venue):
    issue_catalogue(venue)
    with venue.desk.store.reading() as view:
        certificate = gather_certificate(view, venue.place(SIAN), AT)
    assert (certificate.imprint.programme, certificate.imprint.generic) == ("CALM Escape Techniques", False)
    with pytest.raises(CalmError) as no:
        in_house(venue, SIAN)
    assert no.value.code == "paper.certificate_instead"


@pytest.mark.parametrize(
    ("name", "code"),
    [(RUAIRIDH, "paper.not_signed_off"), (AGNIESZKA, "paper.no_authority"), (CHIDI, "paper.no_authority")],
)
def test_only_for_competence_signed_by_both(read_only, name, code):
    """R48: what waits for ink gives nothing yet."""
    with pytest.raises(CalmError) as no:
        in_house(read_only, name)
    assert (no.value.code, no.value.facts) == (code, {"who": name})


def test_ink_on_record_opens_it(venue):
    waiting = venue.signed(CHIDI)
    venue.desk.do(hold_ink_copy, waiting.id, moment(DAY_2, "12:10"), "Ashgrove office")
    assert in_house(venue, CHIDI).limits == ("hair, seated only",)


@pytest.mark.parametrize(
    ("status", "own"),
    [(Status.OWN, True), (Status.STUDENT, True), (Status.AGENCY, False), (Status.OTHER_EMPLOYER, False)],
)
def test_authority_of_agency_staff_is_for_shifts_here(venue, status, own):
    """R53."""
    with venue.desk.store.work(wish="x", by=None, at=AT) as work:
        for person in work.all(Person, full_name=SIAN):
            work.put(replace(person, status=status))
    assert in_house(venue, SIAN).authority.own_staff is own
