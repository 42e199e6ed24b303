"""What the trade says of a course before and after its days (R5, R7, R12 to R14, R29 to R31, R35, R46, R47)."""

from calm_instructor.messages.translating import mark as _

REFUSALS_OF_COURSES: dict[str, str] = {
    # R5, R47: enough time for few techniques
    "R5.too_little": _(
        "{who} gives {practice} minutes of practice to each technique. Your organisation’s warning number is {floor} minutes; "
        "{example} is a published example of too little. Add practice, drop techniques, or say why it is enough."
    ),
    "R47.too_little": _(
        "{who} gives {seconds} seconds to each assessment, less than {floor}. Second tries need room too. "
        "Add assessment time or an assessor, or say why it is enough."
    ),
    "R47.not_demonstrated": _(
        "{who} has no demonstration of {technique}. Each technique is shown before practice. Add it to a block, or say why not."
    ),
    # R7: agreed before, frozen after the first mark
    "R7.not_agreed": _("{who} has no agreed set of techniques yet. Agree the set first."),
    "R7.agreed_already": _(
        "{who} has its set since {at}. A set is agreed once. Take a newer revision of the analysis on to change it."
    ),
    "R7.not_ready": _("{who} is still being planned. Marks need a course that is ready. Make it ready first."),
    "R7.frozen": _(
        "{who}: {what} after the first mark, with which the set froze. A change needs a newer revision of the analysis "
        "or your reason. Write the reason."
    ),
    "R7.signed_on_it": _(
        "{who} can’t come into the set: people are signed off on it as it stands ({count}). "
        "Withdraw their sign-off first, or teach it on another course."
    ),
    "R7.signed_under": _(
        "{who} stays on {tna}: people are signed off under it ({count}), and what is signed rests on it. "
        "Take the newer revision on with the next course."
    ),
    "R7.last_one": _("{who} is the last technique of the set. A set has at least one. Take another in first."),
    "R7.in_already": _("{who} is in the set of {course} already. It stands there once."),
    "R7.not_there": _("{who} is not in the set of {course}. Take it in first."),
    "R7.out_already": _(
        "{who} was taken out of the set on {at}. Marks are of the set as it stands. Take it in again first."
    ),
    "R7.not_later": _(
        "{who} is no later revision of {tna}. A course moves on with its own analysis. Plan a course on it instead."
    ),
    "R7.day_begun": _(
        "{who}: day {number} has begun with its briefing, and what it is made of stays. Change how long a block lasts, or undo the "
        "briefing."
    ),
    "R7.plan_frozen": _(
        "{who}: the plan froze with the first mark at {at} and stays. Record the minutes given instead."
    ),
    "course.instructor_elsewhere": _(
        "{who} delivers {course} at the same time on {day}. Name another instructor, or put one of the courses on another day."
    ),
    "course.people_elsewhere": _(
        "{who}: of its people {count} are expected on {course} at the same time on {day}. Give up one of their places, or put one of "
        "the courses on another day."
    ),
    "course.ends_before_start": _("{who} would end on {end}, before it starts on {start}. Correct one of the dates."),
    "R37.not_offered": _(
        "{who} would be an Instructor Programme. Only an organisation licensed for it delivers one. "
        "Turn it on in Settings, or choose another type."
    ),
    "course.no_plan": _("{who} has no timed blocks yet. A course is ready with a plan. Lay it out first."),
    "course.no_people": _("{who} has nobody enrolled yet. A course is for somebody. Enrol people first."),
    "course.nobody": _("{who} has nobody enrolled for the physical part yet. Enrol people first."),
    # R12: people to each instructor
    "R12.many": _(
        "{who}: {count} people in the physical part; instructors authorised: {instructors}. "
        "Up to {best} to each is good practice. Name another instructor, or say why it is safe."
    ),
    "R12.second_instructor": _(
        "{who}: {count} people in the physical part; instructors authorised: {instructors}. "
        "The limit is {limit} to each. Name another instructor, or move people."
    ),
    "R12.absolute": _(
        "{who}: {count} people in the physical part. The limit is {limit}, however many instructors. Split the course."
    ),
    # R13, R14: who may deliver
    "R13.none": _(
        "{who} has no authorisation on record. Only an authorised instructor delivers or assesses. Add reference and expiry."
    ),
    "R13.not_yet": _(
        "{who} is authorised from {day} only, which is too late. Name another instructor, or change the dates."
    ),
    "R13.expires": _(
        "{who} is authorised until {day}, and it must hold on {end}. Renew the authorisation, or name another instructor."
    ),
    "R13.other_organisation": _(
        "{who} is authorised for another organisation. An authorisation counts where it was given. Name another instructor."
    ),
    "R13.programme": _("{who} is not authorised for {programme}. Ask head office, or name another instructor."),
    "R13.tier": _(
        "{who} is not authorised for a set of this tier ({tier}; authorised up to: {highest}). "
        "Name another instructor, or choose a lower set."
    ),
    "R13.not_confirmed": _(
        "{who}: authorisation not confirmed by head office. Papers say so until a signed starter file confirms it."
    ),
    "R13.themselves": _("{who} can’t assess or sign off themselves. Another authorised instructor must do it."),
    "R14.first_aid": _(
        "{who} has no first-aid certificate that lasts until {end}. Renew it, or say who gives first aid."
    ),
    # R35, R46: prevention first, and the tier as it is
    "R35.part_missing": _(
        "{who} gives no time to this part of the model: {part}. Prevention comes first and recovery last. Plan some, or say why not."
    ),
    "R35.physical_first": _(
        "{who} goes hands-on ({block}) before law, ethics and prevention. Prevention comes first. Move it forward, or say why not."
    ),
    "R46.other_tier": _(
        "{who}: the course type ({type_tier}) is not the tier of its set ({tier}). The highest tier in the set counts. "
        "Change the course type, or the set."
    ),
    "R46.tier_risen": _(
        "{who} is of the {tier} tier, and this course was made ready as {type_tier}. Since its first mark that stays. "
        "Teach it on a course of its own."
    ),
    # R29 to R31: closed with nothing open, then read-only, then sent
    "R29.no_attendance": _(
        "{who} has no entry in the register of session {session}. Nothing may stay open. Record present, late or absent."
    ),
    "R29.cell_open": _(
        "{who} has no mark for {technique}. Nothing may stay open. Mark it, or say why it was not assessed."
    ),
    "R29.no_reason": _(
        "{who} has no mark for {technique}, and no reason why it was not assessed. Choose a reason, or write one."
    ),
    "R29.given_up_already": _("{who} gave the place up on {day}. That stays as it is."),
    "R29.no_reason_to_give_up": _("{who} gives the place up, and no reason is on record. Write why."),
    "R29.marks_stay": _(
        "{who} has been marked, so the place can’t be given up. Marks stay. Say why the rest was not assessed, and sign off."
    ),
    "R29.not_signed_off": _(
        "{who} is not signed off yet. Nothing may stay open. Sign the outcome, with or without authority."
    ),
    "R29.ink_not_held": _("{who} was to sign in ink ({number}). A sheet in ink must be held. Say where it is."),
    "R29.not_over": _("{who} runs until {end}. A course closes on its last day or later. Close it then."),
    "R29.late": _(
        "{who} closes late; working days after its last day: {days}, flagged above {limit}. The closing date is shown."
    ),
    "R30.closed": _(
        "{who} was closed on {at} and is read-only since. What was sent stays. It can be changed only after re-opening with a reason."
    ),
    "R30.marked": _(
        "{who} can’t be cancelled: somebody was marked on it first at {at}. What was seen is signed off. Sign off, and close it."
    ),
    "R30.cancelling": _("{who} is cancelled and becomes read-only. The reason stays on record. Say why."),
    "R30.reopening": _("{who} is opened again. The reason stays on record, and what was sent is sent anew. Say why."),
    "R30.open_already": _("{who} is open. Only a closed or cancelled course is opened again. Go on with it."),
    "block.no_title": _("{who} would have no title. The plan names each block. Write what happens in it."),
    "block.no_minutes": _("{who} can’t take less than no time. A block has 0 minutes or more. Give its minutes."),
    "session.past_midnight": _(
        "{who} would go on past midnight on day {number}. A day ends on the day it begins. Shorten a block, or move it to another day."
    ),
    "session.before_another": _(
        "{who}: day {number} would be held on {day}, before day {other}. Days follow each other. Move day {other} first."
    ),
    "session.overlaps": _(
        "{who}: day {number} would begin on {day} while day {other} still goes on until {until}. "
        "Let it begin later, or hold it on another day."
    ),
    "R31.not_closed": _("{who} is not closed yet. Only a closed course is sent to head office. Close it first."),
    "R30.cancelled": _("{who} was cancelled and is read-only. Copy it into a new course instead."),
}
