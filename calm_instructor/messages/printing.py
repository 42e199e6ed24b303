"""What the program says when a paper can't be printed, or not yet."""

from calm_instructor.messages.translating import mark as _

PRINTING_TROUBLE: dict[str, str] = {
    "paper.changed_meanwhile": _(
        "The records changed while {title} was being printed. Nothing was kept; print it again to get it as it is now."
    ),
    "paper.nobody_yet": _(
        "{who} has nobody on it for this paper yet, so it would be empty. Place people on the course, then print it."
    ),
    "paper.no_set_yet": _(
        "{who} has no agreed set of techniques yet, and this paper has a column for each. Agree the set, then print it."
    ),
    "paper.no_plan_yet": _(
        "{who} has no timed plan yet, and people sign in for each half day of it. Lay the plan out, then print it."
    ),
    "paper.no_register_yet": _(
        "{who} has nothing in its register yet, so this paper would be empty. Keep the register of a session, then print it."
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
