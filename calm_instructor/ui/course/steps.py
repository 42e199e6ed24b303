"""The steps of a course in the order of the work; each is loaded when somebody first goes to it."""

from calm_instructor.domain.ids import CourseId
from calm_instructor.messages.window import course as words
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.page import Around

STEPS = {
    "plan": words.PLAN,
    "techniques": words.TECHNIQUES,
    "people": words.PEOPLE,
    "register": words.REGISTER,
    "assess": words.ASSESS,
    "sign_off": words.SIGN_OFF,
    "documents": words.DOCUMENTS,
    "close": words.CLOSE,
}
"""The word of each step."""


def make_step(name: str, around: Around, course: CourseId) -> Step:
    """A step by its name."""
    match name:
        case "plan":
            from calm_instructor.ui.course.plan_step import PlanStep

            return PlanStep(around, course)
        case "techniques":
            from calm_instructor.ui.course.techniques_step import TechniquesStep

            return TechniquesStep(around, course)
        case "people":
            from calm_instructor.ui.course.people_step import PeopleStep

            return PeopleStep(around, course)
        case "register":
            from calm_instructor.ui.course.register_step import RegisterStep

            return RegisterStep(around, course)
        case "assess":
            from calm_instructor.ui.course.assess_step import AssessStep

            return AssessStep(around, course)
        case "sign_off":
            from calm_instructor.ui.course.sign_off_step import SignOffStep

            return SignOffStep(around, course)
        case "documents":
            from calm_instructor.ui.course.documents_step import DocumentsStep

            return DocumentsStep(around, course)
        case "close":
            from calm_instructor.ui.course.close_step import CloseStep

            return CloseStep(around, course)
        case _:
            raise LookupError(name)
