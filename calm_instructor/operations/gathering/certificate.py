"""The certificate and, while the set is GENERIC, the record of in-house training in its place (R25)."""

from datetime import datetime

from calm_instructor.domain.errors import CalmError, Refused
from calm_instructor.domain.generic import certificate_objections, is_generic
from calm_instructor.domain.ids import EnrolmentId
from calm_instructor.exchange.paper import certificate as paper
from calm_instructor.exchange.paper.facts import Signature
from calm_instructor.operations.gathering.course_facts import instructor_fact, technique_fact
from calm_instructor.operations.gathering.sealing import sealed
from calm_instructor.operations.gathering.signatures import revision_of
from calm_instructor.operations.gathering.trainee_facts import TraineeFacts
from calm_instructor.operations.signing import techniques_covered
from calm_instructor.store.reading import Reading


def gather_certificate(view: Reading, enrolment: EnrolmentId, at: datetime) -> paper.Certificate:
    """The certificate of somebody competent. Raises Refused (R25) while the set is GENERIC; else as the in-house record."""
    trainee = TraineeFacts.of(view, enrolment)
    objections = tuple(certificate_objections(trainee.course.set, trainee.person.full_name))
    if objections:
        raise Refused(objections)
    return _certificate(trainee, at)


def gather_in_house_record(view: Reading, enrolment: EnrolmentId, at: datetime) -> paper.Certificate:
    """R25: the record of in-house training on a GENERIC set, without the programme's name.

    Raises CalmError "paper.certificate_instead" for an issued set, "paper.not_signed_off" without a sign-off, and
    "paper.no_authority" where the sign-off gives none, or none until the trainee's ink is on record (R48).
    """
    trainee = TraineeFacts.of(view, enrolment)
    if not is_generic(trainee.course.set):
        raise CalmError("paper.certificate_instead", who=trainee.person.full_name)
    return _certificate(trainee, at)


def _certificate(trainee: TraineeFacts, at: datetime) -> paper.Certificate:
    known, person, signed = trainee.course, trainee.person, trainee.signed
    if signed is None:
        raise CalmError("paper.not_signed_off", who=person.full_name)
    authority, last_assessed = trainee.authority, trainee.derived.last_assessed
    if signed.valid_until is None or authority is None or last_assessed is None:
        raise CalmError("paper.no_authority", who=person.full_name)
    covered = techniques_covered(known.view, signed)
    generic = is_generic(known.set)
    need = known.need
    return paper.Certificate(
        imprint=sealed(
            known.imprint(at, record=signed.id, programme=not generic), signed, revision_of(known.view, signed)
        ),
        name=person.name_on_paper,
        staff_number=person.staff_no,
        role=person.job_role,
        site=person.site,
        kind=known.kind,
        tier=known.tier,
        assessed_on=last_assessed,
        valid_until=signed.valid_until,
        techniques=tuple(paper.CertifiedTechnique(technique_fact(each)) for each in covered),
        authority=authority,
        need=need,
        lead=instructor_fact(trainee.signer),
        lead_signature=trainee.signature_of_instructor,
        organisation_signature=Signature(need.authorised_by, role=need.role),
        limits=trainee.limits,
        overrides=known.overrides_about(person),
    )
