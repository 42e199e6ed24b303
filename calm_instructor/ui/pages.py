"""Every page by its name; each is loaded when somebody first goes to it."""

from calm_instructor.ui.page import Around, Page

_OWN_PAGES = frozenset({"courses/new", "courses/due", "people/same"})
"""Steps that are pages of their own."""


def page_name(page: str, step: str) -> str:
    """The name of the page that a place means."""
    name = f"{page}/{step}"
    return name if name in _OWN_PAGES else page


def make_page(name: str, around: Around) -> Page:
    """A page by its name."""
    match name:
        case "today":
            from calm_instructor.ui.today.today_page import TodayPage

            return TodayPage(around)
        case "courses":
            from calm_instructor.ui.courses.courses_page import CoursesPage

            return CoursesPage(around)
        case "courses/new":
            from calm_instructor.ui.courses.new_course_page import NewCoursePage

            return NewCoursePage(around)
        case "courses/due":
            from calm_instructor.ui.courses.due_page import DuePage

            return DuePage(around)
        case "course":
            from calm_instructor.ui.course.course_page import CoursePage

            return CoursePage(around)
        case "people":
            from calm_instructor.ui.people.people_page import PeoplePage

            return PeoplePage(around)
        case "people/same":
            from calm_instructor.ui.people.duplicates_page import DuplicatesPage

            return DuplicatesPage(around)
        case "person":
            from calm_instructor.ui.people.person_page import PersonPage

            return PersonPage(around)
        case "needs":
            from calm_instructor.ui.needs.needs_page import NeedsPage

            return NeedsPage(around)
        case "tna":
            from calm_instructor.ui.needs.tna_page import TnaPage

            return TnaPage(around)
        case "techniques":
            from calm_instructor.ui.techniques.techniques_page import TechniquesPage

            return TechniquesPage(around)
        case "head_office":
            from calm_instructor.ui.head_office.head_office_page import HeadOfficePage

            return HeadOfficePage(around)
        case "trail":
            from calm_instructor.ui.trail.trail_page import TrailPage

            return TrailPage(around)
        case "settings":
            from calm_instructor.ui.settings.settings_page import SettingsPage

            return SettingsPage(around)
        case _:
            raise LookupError(name)
