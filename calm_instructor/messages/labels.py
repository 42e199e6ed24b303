"""What every state, kind and outcome of the trade is called on screen and paper.

Labels only; sentences about them stand in the other modules. Members of different enumerations may share a value, so a label
is found by the enumeration first.
"""

from collections.abc import Mapping
from enum import StrEnum

from calm_instructor.domain.anonymity import Sign
from calm_instructor.domain.assessment import AttemptState, Met, Method, Outcome, Source
from calm_instructor.domain.attendance import FitnessStatus, Part, Presence
from calm_instructor.domain.audit_trend import Going, Since
from calm_instructor.domain.carried import Looked
from calm_instructor.domain.catalogue_change import Change, Standing
from calm_instructor.domain.course import BlockKind, CourseKind, CourseState, ModelPart
from calm_instructor.domain.duplicates import Likeness
from calm_instructor.domain.errors import Weight
from calm_instructor.domain.file_shape import FileKind
from calm_instructor.domain.limited_set import SetChange
from calm_instructor.domain.needs import Manner, NoteAnswer, Severity, TnaState
from calm_instructor.domain.people import Basis, Need, Status
from calm_instructor.domain.sign_off import DocumentKind, Result, TraineeSignature
from calm_instructor.domain.technique import Tier
from calm_instructor.messages.translating import _, mark

CORE_BEHAVIOURS = mark("core behaviours")
"""What stands in the place of a technique's code where an attempt names none."""

LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    # people
    Status: {
        Status.OWN: mark("Own staff"),
        Status.AGENCY: mark("Agency or bank"),
        Status.OTHER_EMPLOYER: mark("Other employer"),
        Status.STUDENT: mark("Student or volunteer"),
    },
    Basis: {
        Basis.EXPOSED: mark("Directly exposed"),
        Basis.RESPONSIBLE: mark("Responsible to intervene"),
        Basis.MANAGER: mark("Manager of such staff"),
    },
    Likeness: {
        Likeness.SAME_NAME: mark("Same name"),
        Likeness.ALSO_CALLED: mark("Called the same"),
        Likeness.PART_OF_NAME: mark("One name is part of the other"),
        Likeness.ONE_LETTER: mark("Names one letter apart"),
    },
    Need: {
        Need.NONE: mark("None"),
        Need.CORE_THEORY: mark("Core Theory"),
        Need.ESCAPE: mark("Core Theory and escape techniques"),
    },
    # needs
    TnaState: {
        TnaState.DRAFT: mark("Draft"),
        TnaState.AUTHORISED: mark("Authorised"),
        TnaState.SUPERSEDED: mark("Replaced by a newer revision"),
    },
    Manner: {Manner.SCREEN: mark("On screen"), Manner.INK: mark("In ink")},
    Going: {Going.RISING: mark("Rising"), Going.LEVEL: mark("Level"), Going.FALLING: mark("Falling")},
    Since: {
        Since.MORE: mark("More"),
        Since.FEWER: mark("Fewer"),
        Since.SAME: mark("Same"),
        Since.NEW: mark("New"),
        Since.GONE: mark("Gone"),
    },
    Severity: {Severity.LOW: mark("Low"), Severity.MEDIUM: mark("Medium"), Severity.HIGH: mark("High")},
    NoteAnswer: {
        NoteAnswer.ACCEPTABLE: mark("Acceptable because"),
        NoteAnswer.ALTERED: mark("Altered"),
        NoteAnswer.LEFT_OUT: mark("Left out"),
    },
    Looked: {
        Looked.SERVICE: mark("Service and setting"),
        Looked.AUDIT: mark("Evidence and audit"),
        Looked.FACTORS: mark("Elevated risk"),
        Looked.GROUPS: mark("Staff groups"),
        Looked.RISKS: mark("Risks"),
        Looked.PREVENTION: mark("Prevention"),
        Looked.NEED: mark("Is there a need?"),
        Looked.TECHNIQUES: mark("Techniques per risk"),
    },
    SetChange: {
        SetChange.TAKEN_OUT: mark("Taken out"),
        SetChange.TAKEN_IN: mark("Taken in"),
        SetChange.MOVED: mark("Moved"),
        SetChange.CHANGED: mark("Changed"),
    },
    Tier: {Tier.LOW: mark("Low tier"), Tier.MEDIUM: mark("Medium tier"), Tier.HIGH: mark("High tier")},
    # texts
    Sign: {
        Sign.NAME: mark("Name"),
        Sign.INITIALS: mark("Initials"),
        Sign.BIRTH: mark("Date of birth"),
        Sign.NUMBER: mark("Personal number"),
        Sign.CONTACT: mark("Phone number or address"),
    },
    # catalogues
    Change: {
        Change.NEW: mark("New"),
        Change.CHANGED: mark("Changed"),
        Change.WITHDRAWN: mark("Withdrawn"),
        Change.GONE: mark("No longer in it"),
    },
    Standing: {
        Standing.AS_TAUGHT: mark("As taught"),
        Standing.WITHDRAWN: mark("Withdrawn"),
        Standing.GONE: mark("Not in the catalogue in force"),
        Standing.NEW_VERSION: mark("Issued anew since"),
    },
    # files
    FileKind: {
        FileKind.INCIDENTS: mark("Incident log"),
        FileKind.ROSTER: mark("Roster"),
        FileKind.CATALOGUE: mark("Catalogue"),
    },
    # courses
    CourseKind: {
        CourseKind.INITIAL: mark("Initial"),
        CourseKind.REFRESHER: mark("Refresher"),
        CourseKind.PART_OF_PI: mark("Part of CALM PI"),
        CourseKind.LONE_WORKING: mark("Personal safety and lone working"),
        CourseKind.CORE_THEORY: mark("Core Theory"),
        CourseKind.INSTRUCTOR_PROGRAMME: mark("Instructor Programme"),
    },
    CourseState: {
        CourseState.PLANNING: mark("Planning"),
        CourseState.READY: mark("Ready"),
        CourseState.RUNNING: mark("Running"),
        CourseState.TO_SIGN: mark("To sign"),
        CourseState.CLOSED: mark("Closed"),
        CourseState.CANCELLED: mark("Cancelled"),
    },
    BlockKind: {
        BlockKind.FRAMING: mark("Framing"),
        BlockKind.THEORY: mark("Theory"),
        BlockKind.PREVENTION: mark("Prevention"),
        BlockKind.DEMONSTRATION: mark("Demonstration"),
        BlockKind.PRACTICE: mark("Practice"),
        BlockKind.ASSESSMENT: mark("Assessment"),
        BlockKind.DEBRIEF: mark("Debrief and recovery"),
        BlockKind.BREAK: mark("Break"),
    },
    ModelPart: {
        ModelPart.FRAMING: mark("Framing"),
        ModelPart.PRIMARY: mark("Primary prevention"),
        ModelPart.SECONDARY: mark("Secondary prevention"),
        ModelPart.TERTIARY: mark("Tertiary prevention"),
        ModelPart.RECOVERY: mark("Recovery"),
    },
    # the day
    Part: {
        Part.PHYSICAL: mark("Physical part"),
        Part.THEORY: mark("Theory part only"),
        Part.OBSERVER: mark("Observer"),
    },
    Presence: {
        Presence.PRESENT: mark("Present"),
        Presence.LATE: mark("Late"),
        Presence.LEFT_EARLY: mark("Left early"),
        Presence.ABSENT: mark("Absent"),
    },
    FitnessStatus: {
        FitnessStatus.FIT: mark("Fit"),
        FitnessStatus.ADJUSTED: mark("Fit with adjustment"),
        FitnessStatus.NOT_FIT: mark("Not fit"),
    },
    # assessment
    Outcome: {
        Outcome.COMPETENT: mark("Competent"),
        Outcome.NOT_YET: mark("Not yet competent"),
        Outcome.NOT_ASSESSED: mark("Not assessed"),
    },
    AttemptState: {
        AttemptState.VALID: mark("Stands"),
        AttemptState.TAKEN_BACK: mark("Taken back"),
        AttemptState.CORRECTED: mark("Corrected"),
    },
    Source: {Source.SCREEN: mark("On screen"), Source.PAPER: mark("From paper")},
    Met: {Met.MET: mark("Met"), Met.NOT_MET: mark("Not met"), Met.NOT_APPLICABLE: mark("Not applicable")},
    Method: {Method.SPOKEN: mark("Spoken"), Method.WRITTEN: mark("Written")},
    # sign-off
    Result: {
        Result.COMPETENT: mark("Competent (full set)"),
        Result.PART_COMPETENT: mark("Part competent: only the listed techniques"),
        Result.NOT_YET_COMPETENT: mark("Not yet competent. No authority to use"),
        Result.NOT_COMPLETED: mark("Not completed. No authority to use"),
    },
    TraineeSignature: {
        TraineeSignature.SIGNED: mark("Signed"),
        TraineeSignature.INK_LATER: mark("Ink later"),
        TraineeSignature.DISAGREES: mark("Disagrees"),
        TraineeSignature.DECLINED: mark("Declined"),
    },
    DocumentKind: {
        DocumentKind.TNA_SUMMARY: mark("TNA summary"),
        DocumentKind.COURSE_PLAN: mark("Course plan"),
        DocumentKind.COURSE_NOTICE: mark("Course notice"),
        DocumentKind.JOINING_LETTER: mark("Joining letter"),
        DocumentKind.BLANK_REGISTER: mark("Blank register"),
        DocumentKind.BLANK_ASSESSMENT: mark("Blank assessment sheet"),
        DocumentKind.ATTENDANCE_SUMMARY: mark("Attendance summary"),
        DocumentKind.SIGN_OFF_SHEET: mark("Course sign-off sheet"),
        DocumentKind.INDIVIDUAL_RECORD: mark("Individual record"),
        DocumentKind.IN_HOUSE_RECORD: mark("Record of in-house training"),
        DocumentKind.CERTIFICATE: mark("Certificate"),
    },
    # rules
    Weight: {
        Weight.BLOCK: mark("Blocks"),
        Weight.WARN: mark("Goes on with a reason"),
        Weight.RECORD: mark("Recorded only"),
    },
}


def label(member: StrEnum) -> str:
    """What a state, kind or outcome is called, in the reader's language."""
    return _(LABELS[type(member)][member])


def result_label(value: str) -> str:
    """The label of an outcome by its value, as a saved or sent record holds it."""
    return label(Result(value))
