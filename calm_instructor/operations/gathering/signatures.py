"""Signatures as papers show them: signed on screen with its moment, in ink with where the copy is held, or a line (R43, R48)."""

from dataclasses import replace

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.needs import Authorisation, Manner
from calm_instructor.domain.sign_off import Amendment, SignOff, TraineeSignature
from calm_instructor.exchange.paper.facts import Signature, SignatureState
from calm_instructor.messages import gathering as words
from calm_instructor.store.reading import Reading


def revision_of(view: Reading, signed: SignOff) -> int:
    """The revision of a sign-off's record: its own version, or that of its last amendment."""
    return max([signed.version, *(each.version for each in view.all(Amendment, sign_off=signed.id))])


def trainee_signature(view: Reading, name: str, signed: SignOff | None) -> Signature:
    """The trainee's, in its four states; "changed since" where the record was amended afterwards (R52)."""
    if signed is None:
        return Signature(name)
    match signed.trainee_signature:
        case TraineeSignature.DISAGREES:
            state = SignatureState.DISAGREES
        case TraineeSignature.DECLINED:
            state = SignatureState.DECLINED
        case TraineeSignature.SIGNED if signed.trainee_manner is Manner.SCREEN:
            state = SignatureState.SIGNED
        case TraineeSignature.SIGNED if signed.trainee_signed_at:
            held_at = signed.ink_copy_held_at
            return Signature(name, state=SignatureState.IN_INK, on=signed.trainee_signed_at.date(), held_at=held_at)
        case _:
            return Signature(name)
    changed = revision_of(view, signed) != signed.version
    return Signature(
        name,
        state=state,
        at=signed.trainee_signed_at,
        witness=signed.witness,
        signed_revision=signed.version if changed else None,
    )


def instructor_signature(instructor: Instructor, signed: SignOff | None, lead: bool = True) -> Signature:
    """The instructor's who signed off, with their role where they did not lead; in ink once the copy is held, else a line."""
    line = Signature(instructor.name, role="" if lead else words.instructor())
    if signed is None:
        return line
    at = signed.instructor_signed_at
    if signed.instructor_manner is Manner.SCREEN:
        return replace(line, state=SignatureState.SIGNED, at=at)
    if not signed.ink_copy_held_at:
        return line
    return replace(line, state=SignatureState.IN_INK, on=at.date(), held_at=signed.ink_copy_held_at)


def authoriser_signature(given: Authorisation | None) -> Signature:
    """The authoriser's of a TNA (R43), or a line for name and ink."""
    if given is None:
        return Signature("")
    line = Signature(given.name, role=given.role)
    if given.manner is Manner.SCREEN:
        return replace(line, state=SignatureState.SIGNED, at=given.signed_at, on=given.on)
    return replace(line, state=SignatureState.IN_INK, on=given.on, held_at=given.held_at)
