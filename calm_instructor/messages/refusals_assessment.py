"""What the trade says at the door, on the mat and at sign-off (R15 to R20, R41, R44, R48, R50)."""

from calm_instructor.messages.translating import mark as _

REFUSALS_OF_ASSESSMENT: dict[str, str] = {
    # R15: fit today
    "R15.no_declaration": _(
        "{who} can’t be marked for {day}. No fitness declaration yet for that day. Record it in Register."
    ),
    "R15.not_fit": _(
        "{who} can’t be marked for {day}. The day’s fitness declaration says no practice. A new declaration on a later day opens it."
    ),
    "R15.not_cleared": _(
        "{who} was marked on {day} and was not cleared for practice that day. Check the declaration or the marks."
    ),
    "R15.no_adjustment": _(
        "{who} is fit with adjustment, and nothing says what that is. Write what you must do, never why."
    ),
    "R15.to_come": _(
        "{who} can’t say yet how fit they are on {day}: that day is still to come. Ask on the day itself, before work hands-on."
    ),
    "R15.day_over": _(
        "{who} has a declaration for {day} already. Once a day is over, its word stands. Undo it where it was typed wrongly."
    ),
    "R15.other_day": _(
        "Session {who} is on {day}. What several people say of their fitness is recorded together on that day only. "
        "Record each by itself, as from paper."
    ),
    # R16, R41: there, in time, and briefed
    "R16.no_register": _(
        "{who} has no entry in the register of {day}. Only somebody who is there is assessed. Record it in Register."
    ),
    "R16.absent": _(
        "{who} is absent on {day}. Only somebody who is there is assessed. Correct the register if {who} has come."
    ),
    "R16.not_yet_arrived": _("{who} arrived at {at}, after that moment. Correct the time observed, or the register."),
    "R16.has_left": _("{who} left at {at}, before that moment. Correct the time observed, or the register."),
    "R16.minutes_missing": _(
        "{who} has missed {missed} minutes; up to {tolerated} are tolerated. Make them good, with date, content and by whom."
    ),
    "R16.to_come": _("Session {who} is on {day}, which is still to come. Who is here is seen on that day."),
    "R16.not_come_yet": _(
        "{who} can’t have come at {at}: that hour is still to come, or the day was over. Correct the minutes, or the time."
    ),
    "R16.other_day": _(
        "Session {who} is on {day}. Who is here is seen on that day. Say when they were seen, as on the paper register."
    ),
    "R41.other_day": _(
        "Session {who}: the briefing of {given} is not of its day, {day}. Each day has a briefing of its own. Give its time."
    ),
    "R41.no_briefing": _(
        "Session {who} on {day} has no safety briefing yet. No practice before the stop word is known. Record who gave it, and when."
    ),
    "R41.unbriefed": _(
        "{who} came at {arrived}, after the safety briefing of {given}. No practice before the stop word is known. "
        "Make good what they missed, with date, content and by whom."
    ),
    "R41.to_come": _(
        "Session {who}: {given} is still to come. A briefing is recorded once it was given. Correct the time."
    ),
    "R41.before_briefing": _(
        "Session {who} was briefed at {at}, after that moment. No practice before the briefing. Correct one of the times."
    ),
    "R41.missed_block": _(
        "{who} has missed {block}, which everyone must attend. Make it good, with date, content and by whom."
    ),
    # R28: paused after an injury or near miss
    "R28.paused": _(
        "{who} is paused since {at}, after an injury or near miss. Nobody paused works hands-on. Record who checked them, and when."
    ),
    "R28.no_facts": _(
        "{who}: nothing says what happened. Facts are recorded at once. Write what was seen, no diagnosis."
    ),
    "R28.other_day": _(
        "{who}: {day} is not a day of this session. It is recorded where it happened. Correct the moment."
    ),
    "R28.to_come": _("{who}: {at} is still to come. Only what has happened is recorded. Correct the moment."),
    "R28.nothing_added": _(
        "{who}: nothing is added yet. What stands on record stays as it is. Write what is known now."
    ),
    "R28.not_paused": _("{who} is not paused by what happened. Nobody has to be cleared. Nothing more is needed."),
    "R28.cleared_already": _("{who} was cleared at {at}. A check is recorded once. Nothing more is needed."),
    "R28.nobody_named": _("{who} is still paused: nobody is named who checked them. Name who did, and when."),
    "R28.cleared_when": _(
        "{who} can’t be cleared at {at}: it happened at {happened}, and the check comes after it and before now. Correct the time."
    ),
    # R17, R44: seen, all of it, on a day of the course
    "R17.outside_course": _(
        "{who} runs from {start} to {end}; {day} is outside. Only what was seen on its days counts. Correct the day observed."
    ),
    "R17.not_ticked": _(
        "{who} can’t be competent yet: {criterion} ({label}) has no mark. Every mandatory criterion is seen in one attempt. Mark it."
    ),
    "R17.not_met": _(
        "{who} can’t be competent: {criterion} ({label}) was not met. Every mandatory criterion counts. Mark as not yet competent."
    ),
    "R17.prompted": _(
        "{who} can’t be competent: a prompt was needed, so {criterion} ({label}) was not met. Mark as not yet competent."
    ),
    "R44.mandatory": _(
        "{who}: {criterion} ({label}) is mandatory, so it applies to everyone. Adjust how it is shown, never what must be met."
    ),
    "R44.no_reason": _("{who}: {criterion} ({label}) is marked as not applicable without a reason. Say why."),
    # R18, R19: numbered, never overwritten
    "R18.already_competent": _(
        "{who} is competent in {technique} already. A mark is not overwritten. Correct it with a reason."
    ),
    "R18.not_yet_stands": _(
        "{who} was seen and is not yet competent in {technique}; that mark can’t become one of not assessed. "
        "Correct it with a reason."
    ),
    "R18.no_reason": _(
        "{who}: a correction in {technique} needs a reason. Write it; the earlier mark stays on record."
    ),
    "R18.not_standing": _(
        "{who}: that mark does not stand any more. Only a mark that stands is changed. Choose the one that does."
    ),
    "R18.next_exists": _("{who} has a later attempt, so that mark can’t be taken back. Correct it with a reason."),
    "R18.is_correction": _("{who}: a correction can’t be taken back. Correct it again, with a reason."),
    "R18.day_over": _("{who} was marked on {day}. A mark is taken back on its own day only. Correct it with a reason."),
    "R18.withdrawal_without_reason": _(
        "{who}: a sign-off is withdrawn with a reason only. Write it; both stay on record."
    ),
    "R19.tries_used": _(
        "{who} has used all tries at {technique} ({tries}). Write an action plan and tell head office, or say why there is one more."
    ),
    "R19.feedback_owed": _(
        "{who} is owed feedback on {technique}. Not yet competent leaves with words. Write what to work on."
    ),
    # R20, R48: the outcome worked out, and signed
    "R20.not_yet": _("{who} is not yet competent in {technique}. Another try after coaching is open."),
    "R20.not_assessed": _("{who} was not assessed in {technique}. Assess it on a day of the course."),
    "R20.knowledge_not_met": _("{who} has not met every knowledge question. Coach, then ask again."),
    "R20.knowledge_not_asked": _("{who} has not been asked the knowledge questions. Ask them on a day of the course."),
    "R20.no_set": _("{who} has no set of techniques to be competent in. Agree the set first."),
    "R20.signed_already": _("{who} is signed off, and it stays. Amend or withdraw it, with a reason."),
    "R20.withdrawn_already": _("{who}: that sign-off was withdrawn before. Sign a new one off instead."),
    "R48.no_note": _(
        "{who} disagrees, and no note says with what. A disagreement goes to head office in their words. Write it."
    ),
    "R48.no_witness": _("{who} declined to sign, and no witness is named. Name who saw it."),
    "R48.no_moment": _("{who} signed, and when or how is missing. Record the moment, and whether on screen or in ink."),
    "R48.before_assessed": _(
        "{who} can’t have signed on {signed}: the last assessment was on {last}, and the signature is for all of it. Check the date."
    ),
    "R48.not_waiting": _(
        "{who} is not waiting to sign in ink. Only a signature that was to follow is added later. Check the sign-off."
    ),
    # R50: several cells at once
    "R50.only_not_assessed": _(
        "{who} cells can’t be filled at once with a result. Each is observed on its own. Fill them as not assessed, with a reason."
    ),
}
