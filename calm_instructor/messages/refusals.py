"""The sentences of the trade's objections, by code: who, which rule in plain words, what puts it right.

One dict by code; its pieces lie by subject. A code is the rule's number and which of its sentences; the number never stands
in the sentence itself.
"""

from calm_instructor.messages.refusals_assessment import REFUSALS_OF_ASSESSMENT
from calm_instructor.messages.refusals_courses import REFUSALS_OF_COURSES
from calm_instructor.messages.refusals_needs import REFUSALS_OF_NEEDS
from calm_instructor.messages.refusals_people import REFUSALS_OF_PEOPLE
from calm_instructor.messages.refusals_settings import REFUSALS_OF_SETTINGS

REFUSALS: dict[str, str] = {
    **REFUSALS_OF_PEOPLE,
    **REFUSALS_OF_NEEDS,
    **REFUSALS_OF_COURSES,
    **REFUSALS_OF_ASSESSMENT,
    **REFUSALS_OF_SETTINGS,
}
