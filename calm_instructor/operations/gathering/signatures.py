"""Signatures as papers show them: what was signed on screen with its moment, and lines that wait for ink (R48).

What was signed in ink is not repeated by the program: its paper keeps the line, and the record says where the copy is held.
"""

from calm_instructor.domain.needs import Manner
from calm_instructor.domain.sign_off import Amendment, SignOff, TraineeSignature
from calm_instructor.exchange.paper.facts import Signature, SignatureState
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


def instructor_signature(name: str, signed: SignOff | None) -> Signature:
    """The instructor's who signed off, or a line for ink."""
    if signed is None or signed.instructor_manner is not Manner.SCREEN:
        return Signature(name)
    return Signature(name, state=SignatureState.SIGNED, at=signed.instructor_signed_at)
