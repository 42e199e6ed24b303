"""What the program says when a paper can't be printed, or not yet."""

from calm_instructor.messages.translating import mark as _

PRINTING_TROUBLE: dict[str, str] = {
    "paper.changed_meanwhile": _(
        "The records changed while {title} was being printed. Nothing was kept; print it again to get it as it is now."
    ),
    "paper.not_signed_off": _(
        "{who} is not signed off yet. This paper shows a signed record. Sign off first, then print it."
    ),
    "paper.no_authority": _(
        "{who} has no authority to use, so there is no such paper. It is issued once a competent outcome is signed by both."
    ),
    "paper.certificate_instead": _(
        "{who} can have a certificate: the set comes from the issued catalogue. Print the certificate instead."
    ),
}
