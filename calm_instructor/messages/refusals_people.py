"""What the trade says of people: who may come, with which evidence, for which part (R1, R11, R21, R53)."""

from calm_instructor.messages.translating import mark as _

REFUSALS_OF_PEOPLE: dict[str, str] = {
    # R1: Core Theory first
    "R1.no_date": _(
        "{who} can’t take the practical part. Core Theory comes first; no date is on record. "
        "Add it, and who saw the evidence."
    ),
    "R1.not_before": _(
        "{who} can’t take the practical part. Core Theory must be completed before the first practical day; "
        "{completed} is not before {first}. Check the date, or let {who} come to the theory part."
    ),
    "R1.run_out": _(
        "{who} can’t take the practical part. Core Theory of {completed} is out of date: it counts for {months} months. "
        "Renew it, then add the new date."
    ),
    "R1.not_seen": _(
        "{who} can’t be assessed or signed off. Core Theory of {completed} counts only once its evidence was seen. "
        "Record kind, reference, who saw it and when."
    ),
    "R1.still_to_come": _(
        "{who} can’t have completed Core Theory on {completed}: that day is still to come. Check the date."
    ),
    # R11: a basis for physical skills
    "R11.group_without_need": _(
        "{who} can’t take the practical part. The training needs analysis sees no need for escape techniques in the "
        "group {group}. Offer the theory part, or state this person’s own basis with the reason."
    ),
    "R11.unknown_group": _(
        "{who} can’t take the practical part. {group} belongs to no staff group of the training needs analysis. "
        "Choose one of its groups, or state this person’s own basis with the reason."
    ),
    "R11.nothing_known": _(
        "{who} can’t take the practical part. Neither staff group nor job role is on record, so no basis is known. "
        "Add one of them, or state this person’s own basis with the reason."
    ),
    "R11.theory_part": _(
        "{who} comes to the theory part only, and can’t work hands-on. Enrol {who} for the physical part first."
    ),
    "R11.observer": _(
        "{who} is here to watch, and can’t work hands-on. Place {who} for both parts first; that asks what everyone is asked."
    ),
    "R11.withdrawn": _(
        "{who} gave up the place on {day}, and can’t be marked on this course. Enrol {who} again first."
    ),
    # R21, R53: who belongs here
    "R21.has_left": _(
        "{who} left on {day}. Authority to use ends with leaving, and nobody who has left is enrolled. "
        "If {who} is back, clear that date."
    ),
    "R21.on_a_course": _(
        "{who} is on {course}, which is not closed. Archiving would end that silently. Close the course or give up the place first."
    ),
    "R23.incomplete": _(
        "{who} can’t have this certificate on record yet. Write its number, at least one technique, the day on which it was signed "
        "and the later day until which it is valid."
    ),
    "R37.no_route": _(
        "{who} has no way into the Instructor Programme on record. It takes current CALM PI instructors, and instructors of another "
        "programme whose organisation’s risk assessment asks for no physical intervention. Enter the way in Settings, in {who}’s profile."
    ),
    "R37.route_run_out": _(
        "{who} was a CALM PI instructor until {until}. The Instructor Programme takes current ones. "
        "Renew that, or enter another way in Settings."
    ),
    "R37.no_earlier_training": _(
        "{who} has no earlier escape training on record. Some is recommended before the Instructor Programme. Say why it will do."
    ),
    "R23.no_earlier": _(
        "{who} has no earlier sign-off on record, and a refresher builds on one. Enter the certificate that you have seen, "
        "plan the full course, or say why."
    ),
    "R23.lapsed": _(
        "{who} was signed off until {until} only. Who has lapsed takes the full course. Plan that, or say why the refresher will do."
    ),
    "R23.full_course_due": _(
        "{who} took the full course on {given}, and takes it again every {years} years. Plan that, or say why the refresher will do."
    ),
    "R53.other_employer": _(
        "{who} works for {employer}. The lead instructor’s authorisation doesn’t cover staff of another employer. "
        "Ask head office, or correct the employer."
    ),
    # on record
    "person.no_name": _("{who} needs a name. Write it as it should stand on papers."),
    "person.one_record": _("{who} is one record already. Choose another person to make one of."),
    "person.both_on_course": _(
        "{who} can’t be made one of the two: both have a place on {course}, and nobody has two. "
        "If one of the places was never theirs, give it up first; else these are two people."
    ),
    "person.told_apart": _(
        "{who} and {other} were said to be two people. Make one record of them only where that was wrong, and say why."
    ),
    "person.signed_as_both": _(
        "{who} was signed off on this record, and on the other as {other}. One person will hold both sign-offs. Say how you know "
        "that they are one."
    ),
    "person.number_taken": _(
        "{who} can’t have the staff number {number}: it is {other}’s. Give each person their own, or leave it empty for a "
        "temporary one."
    ),
    "person.number_was": _(
        "{who} can’t have the staff number {number}: papers were printed with it for {other}. Give {who} another, or leave it "
        "empty for a temporary one."
    ),
    "enrolment.twice": _("{who} is on this course already. A person has one place. Leave the second one out."),
}
