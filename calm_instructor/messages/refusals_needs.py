"""What the trade says of a training needs analysis and of the catalogue (R2 to R4, R6, R8 to R10, R24 to R27, R36 to R45)."""

from calm_instructor.messages.translating import mark as _

REFUSALS_OF_NEEDS: dict[str, str] = {
    # R2, R43: authorised, by someone who may
    "R2.not_authorised": _(
        "{who} is not authorised yet. A set of techniques rests on an authorised analysis. Have it authorised first."
    ),
    "R2.no_current_risk": _(
        "{who} has no current risk. Techniques answer current risks only. Carry a risk, or plan Core Theory instead."
    ),
    "R2.nothing_chosen": _(
        "{who} names no technique. A set needs at least one. Choose techniques and have it authorised."
    ),
    "R2.nothing_taught": _(
        "{who} leaves out all that {tna} has chosen. A set needs at least one technique. Take one in again."
    ),
    "R43.not_a_draft": _(
        "{who} is not a draft any more and stays as it was signed. Begin a new revision to change it."
    ),
    "R43.still_a_draft": _("{who} is a draft still. One draft at a time stands for a service. Go on with that one."),
    "R43.superseded": _("{who} has been replaced by a newer revision. Only the newest counts. Take the newer one on."),
    "R43.no_role": _("{who} does not say who authorised it in which role. Both are needed. Add the name and the role."),
    "R43.ink_not_seen": _(
        "{who} was authorised in ink by {name}. An ink copy counts once it is held and seen. Add where it is held and who saw it."
    ),
    "R43.is_instructor": _(
        "{who} is an instructor here, and can authorise {tna} only if he or she doesn’t lead a course that rests on it. "
        "Have somebody else authorise it, or say why it is {who}."
    ),
    "R43.signed_ahead": _(
        "{who} can’t be signed on {given}: that day is still to come. A signature carries the day it was given. Give that day."
    ),
    "R43.signed_before": _(
        "{who} can’t be signed on {given}: it was drawn up on {drawn_up} only. Nobody signs what is not there yet. "
        "Give the day of the signature, or the day it was drawn up."
    ),
    "R43.lead_authorised": _(
        "{who} leads the course and can’t authorise {tna}, on which it rests. Have somebody else authorise it, or name another lead."
    ),
    # R3, R24, R39, R45: each technique with its reasons
    "R3.not_in_catalogue": _(
        "{who} is not in the catalogue in force. Choose a technique that is, or load the catalogue that has it."
    ),
    "R3.no_current_risk": _(
        "{who} can’t join the set yet. It answers no current risk. Choose the risk it is for, or leave it out."
    ),
    "R3.not_in_tna": _(
        "{who} is not in the choice of {tna}. {course} teaches what its analysis justifies, and no more. "
        "Begin the next revision of the TNA and choose it there."
    ),
    "R3.no_current_risk_met": _(
        "{who} can’t be chosen. It addresses no hold of a current risk of {tna}. "
        "Carry such a hold as a risk first, or choose another technique."
    ),
    "R3.other_hold": _(
        "{who} does not address the hold of risk {number} ({hold}). A technique answers the risk it is for. "
        "Choose another technique or another risk."
    ),
    "R3.no_reason": _(
        "{who} can’t join the set yet. It needs two short answers: what was tried without touch, and why this one. Write both."
    ),
    "R3.not_confirmed": _(
        "{who} still has a proposed text. The authoriser must confirm or change it. Read it and confirm."
    ),
    "R24.withdrawn": _("{who} was withdrawn from the catalogue on {day}. Choose another technique, or leave it out."),
    "R24.other_issue": _(
        "{who} would come from version {version} of the catalogue, and this set was agreed by version {agreed}; people are marked by it. "
        "Teach it on a course whose set is agreed by the version in force."
    ),
    "R39.lower_way": _(
        "{who} is not the lowest way: {lower} would address the same hold with less risk or fewer persons. "
        "Choose the lower one, or say why not."
    ),
    "R45.not_answered": _(
        "{who} carries a note of elevated risk without an answer. Answer it for this service: acceptable because, altered, or left out. "
        "The note says: {note}"
    ),
    "R45.left_out_but_chosen": _(
        '{who} is chosen, but its note of elevated risk was answered with "left out". Leave it out, or change the answer.'
    ),
    # R4, R6, R38: limited, covering, and only what is current
    "R4.many": _(
        "{who} has {count} techniques. A set is limited: above {limit} needs a reason. Leave some out, or say why so many."
    ),
    "R4.never": _("{who} has {count} techniques. A set never has more than {limit}. Leave some out."),
    "R6.hold_unaccounted": _(
        "{who}: {hold} was counted and is not accounted for (times counted: {count}). Carry it as a risk, or say why not."
    ),
    "R6.uncovered": _("Risk {number} of {who} ({hold}) is not covered. Add a technique, or say why not."),
    "R6.uncovered_here": _(
        "{who} leaves risk {number} ({hold}) uncovered: its technique is left out of this course. Take it in again, or say why not."
    ),
    "R6.why_not_taught": _(
        "{who} can’t be left out of {course} without a reason: its analysis chose it. Say in a few words why it is not taught here."
    ),
    "R6.row_is_a_risk": _(
        "{who} stands as risk {number}, and a risk keeps its row. Take the risk off under “Risks” first, or leave the row."
    ),
    "R6.row_has_counts": _(
        "{who} was counted (times counted: {count}), and what was counted stays. A row of zeros can be taken off: "
        "set its months to 0 first, the earlier ones too."
    ),
    "R6.over_taught": _(
        "{who} is more than the risks ask for: earlier techniques cover all of its risks. Leave it out, or say why it stays."
    ),
    "R38.proposed_ended": _(
        "{who} (risk {number}) has had no incident since {last}; counted up to {end}. It is proposed as ended. "
        "End it, or say why it stays."
    ),
    "R38.never_counted": _(
        "{who} (risk {number}) was not counted once from {start} to {end}. It is proposed as ended. End it, or say why it stays."
    ),
    "R38.no_count": _(
        "{who} can’t be counted as “{text}”. A count is a whole number, 0 or more. The number from before stays; type it again."
    ),
    "R38.count_too_high": _(
        "{who}: {count} in one month is above {most}, the most that is taken here. The number from before stays; look at it again."
    ),
    "R38.end_without_reason": _(
        "{who} (risk {number}) can’t be ended without a reason: the next review asks for it. Say in a few words why it has ended."
    ),
    "R38.hold_twice": _("{who} has a row already. A hold is counted once. Type its counts there."),
    "R38.rests_on_ended": _("{who} rests only on risks that have ended. Leave it out, or say why it stays."),
    # R8: a review is a looking again
    "R8.text_carried": _(
        "{who} took “{where}” over as it was. A review looks again: say “Still so” there, or change it."
    ),
    "R8.still_carried": _(
        "{who} took these over as they were: {what}. A review looks again: say “Still so” under “{where}”, "
        "or change, end or leave them out."
    ),
    "R8.counts_carried": _(
        "{who} rests on the counts it began with. Take new ones under “{where}”; "
        "“Still so” will do only where they run up to the last month."
    ),
    # R8, R9: of this year, on counts of late
    "R8.review_out_of_reach": _(
        "{who} can’t be reviewed on {given}: it holds for {months} months, until {latest}. Give a day after the signature "
        "and not after that, or leave it empty."
    ),
    "R8.run_out": _(
        "{who} was valid until {until}. A new set needs an analysis that is in date. Review it and have it authorised."
    ),
    "R9.no_evidence": _(
        "{who} gives no period for its counts. They should cover the last {months} months. Add the period, or say why not."
    ),
    "R9.too_short": _(
        "{who} counts from {start} only. Counts should cover the last {months} months. Add the earlier ones, or say why not."
    ),
    "R9.stale": _(
        "{who} stops counting on {end}. Counts should run up to the analysis. Add the later ones, or say why not."
    ),
    "R9.month_ahead": _(
        "{who} can’t be counted in a month that begins on {begins}: it is still to come. Count the months up to today."
    ),
    "R9.month_before": _(
        "{who} can’t be counted before {first}: an analysis rests on the last {months} months. Count later months."
    ),
    "R9.month_apart": _(
        "{who} can’t be counted yet in the month that begins on {begins}: only {start} to {end} was counted, and the months "
        "between would read as none. Count those first, 0 where there was none, or give the whole time counted."
    ),
    "R9.period_ahead": _("{who} can’t be counted up to {end}: that day is still to come. Give the last day counted."),
    "R9.period_backwards": _(
        "{who} can’t be counted from {start} to {end}: it would end before it begins. Give the first day counted, then the last."
    ),
    "R9.counts_outside": _(
        "{who} has counts outside of that time (counted there: {count}). Set them to 0 first, or give a time that holds them."
    ),
    # R10: nobody named
    "R10.identifier": _(
        "{who} may name a person under “{where}”: {words}. An analysis holds counts and reasons, never who. "
        "Take it out, or say why it names nobody."
    ),
    # R25 to R27: what a catalogue may hold
    "R24.doubled_code": _(
        "{who} stands twice in the catalogue (the second time as {name}). A code names one technique. Give each its own."
    ),
    "R24.same_issue": _(
        "{who}, version {version}, is in force already. A new issue has a version of its own. Say which it is."
    ),
    "R25.no_issuer": _(
        "{who}: the catalogue says no name, no issuer or no version. It is known by all three. Add what is missing."
    ),
    "R27.no_hold": _(
        "{who} answers no hold or grab that is counted here: {hold}. A technique is chosen for a hold. Say which one it answers."
    ),
    "R25.no_certificate": _(
        "{who} can’t have a certificate: {techniques} of the set come from the general list. "
        "Print the record of in-house training, or load the issued catalogue."
    ),
    "R25.no_coaching_points": _(
        "{who} uses the general list, so the organisation’s own coaching points apply. Their reference is missing. Add it."
    ),
    "R26.instructive": _(
        "{who} seems to say how it is done: {words}. A catalogue names techniques, it never teaches them. Take the words out."
    ),
    "R27.undeclared": _(
        "{who} does not declare both: whether it is based on pain, and whether it loads neck, airway or abdomen. Answer yes or no."
    ),
    "R27.pain_based": _(
        "{who} is declared as based on pain or aversive. No such technique is used. Take it out of the catalogue."
    ),
    "R27.loads_body": _(
        "{who} is declared as loading neck, airway or abdomen. No such technique is used. Take it out of the catalogue."
    ),
    # R36: the staff groups
    "R36.no_groups": _(
        "{who} lists no staff groups. Each group of the service stands there with its exposure and its need. Add them."
    ),
    "R36.no_exposure": _(
        "{who}: the exposure of this staff group is missing. Say what it meets, or that it meets nothing."
    ),
    "R36.no_basis": _(
        "{who}: this staff group is to learn escape techniques, and no basis is given. "
        "Say directly exposed, responsible to intervene, or manager of such staff."
    ),
    # R40: is there a need at all
    "R40.not_answered": _(
        "{who} does not say yet whether physical skills are needed, and why. Answer it; a no is an answer too."
    ),
    "R40.no_need": _(
        "{who} says no physical skills are needed. That is an answer. Plan Core Theory or a prevention course instead."
    ),
    "R40.no_need_but_techniques": _(
        "{who} says no physical skills are needed, and still names {techniques}. Leave them out, or change the answer."
    ),
}
