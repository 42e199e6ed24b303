"""What is said no to before any course: numbers out of their range, profiles without what every record needs."""

from calm_instructor.messages.translating import mark as _

THE_ORGANISATION = _("The organisation")
THE_INSTRUCTOR = _("This instructor")

REFUSALS_OF_SETTINGS: dict[str, str] = {
    "numbers.out_of_range": _(
        "{who}: {value} is not from {low} to {high}. Beyond that the rule would say nothing. Choose a number between them."
    ),
    "numbers.wrong_order": _(
        "{who} would be {value}, and “{other}” is {limit}. What warns must not come after what stops. Change one of them."
    ),
    "numbers.no_number": _("{who} can’t be left empty. Its rule needs an answer. Give one."),
    "organisation.no_name": _("{who} has no name yet. It stands on every paper. Write it as it is to be printed."),
    "instructor.no_name": _("{who} has no name yet. Every mark and paper bears it. Write the full name."),
    "instructor.no_number": _(
        "{who} has no number yet. It stands in the number of every record. Ask head office for it."
    ),
    "instructor.number_taken": _(
        "{who} would share number {number} with {other}. Records are told apart by it. Ask head office which is right."
    ),
    "instructor.dates": _(
        "{who} would be authorised from {start} until {end}, which is before it begins. Correct one of the dates."
    ),
}
