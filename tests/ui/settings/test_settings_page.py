"""The settings by key and mouse: a new store is led through three things, numbers are kept or refused beneath, profiles kept."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.technique import Catalogue, Tier
from calm_instructor.messages.window import parts as part_words
from calm_instructor.messages.window import settings as words
from calm_instructor.store.database import create_store
from calm_instructor.ui.settings.settings_page import SECTIONS, SettingsPage
from tests.domain.people_and_things import LEAD, at
from tests.operations.a_course import CO, Stage
from tests.ui.a_window import settle
from tests.ui.standing import standing

pytestmark = pytest.mark.check

pytest_plugins = ["tests.ui.standing_fixtures"]


def click(standing, button):
    standing.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


@pytest.fixture
def new_store(tmp_path, qtbot, appearance):
    folder = tmp_path / "new"
    create_store(folder, practice=True, at=at("08:00")).close()
    with standing(folder, at("08:00"), appearance, qtbot) as made:
        yield made


def test_a_new_store_is_led_through_organisation_instructor_and_catalogue(new_store):
    page = new_store.page(SettingsPage)
    assert page.first.isVisible()
    organisation = page.sections["organisation"]
    assert page.section is organisation
    assert [each.text() for each in page.now.values() if each.isVisible()] == ["1 of 3: Whose training it is"]
    assert organisation.editors["name"].hasFocus()
    new_store.qtbot.keyClicks(organisation.editors["name"], "Ashgrove Care")
    click(new_store, organisation.keep)
    profiles = page.sections["instructors"]
    assert page.section is profiles
    assert [each.text() for each in page.now.values() if each.isVisible()] == ["2 of 3: Who delivers it"]
    new_store.qtbot.keyClicks(profiles.name, "Elen Prydderch-Hughes")
    new_store.qtbot.keyClicks(profiles.number, "2217")
    new_store.qtbot.keyClicks(profiles.until, "31/3/27")
    click(new_store, profiles.keep)
    catalogue = page.sections["catalogue"]
    assert page.section is catalogue
    assert catalogue.load.hasFocus()
    new_store.qtbot.keyClick(catalogue.load, Qt.Key.Key_Return)
    settle()
    assert new_store.said[-1] == words.FIRST_DONE
    assert page.plan.isVisible()
    (here,) = new_store.all(Organisation)
    (who,) = new_store.all(Instructor)
    assert (who.organisation, who.expires, new_store.desk.marking_as) == (here.id, date(2027, 3, 31), who.id)
    assert len(new_store.all(Catalogue)) == 1
    click(new_store, page.plan)
    assert new_store.went[-1].page == "needs"


def test_a_settled_store_asks_nothing_first(standing_at):
    page = standing_at(Stage.PREPARED).page(SettingsPage)
    assert not page.first.isVisible()
    assert page.list.hasFocus()


def test_arrows_go_from_section_to_section_and_enter_goes_in(standing_at):
    standing = standing_at(Stage.PREPARED)
    page = standing.page(SettingsPage)
    for name in list(SECTIONS)[1:]:
        standing.qtbot.keyClick(page.list, Qt.Key.Key_Down)
        assert page.section is page.sections[name]
    standing.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.sections["records"].check.hasFocus()


def test_a_place_names_its_section(standing_at):
    page = standing_at(Stage.PREPARED).page(SettingsPage, step="numbers")
    assert page.section is page.sections["numbers"]


# ── numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def at_numbers(standing_at):
    standing = standing_at(Stage.PREPARED)
    page = standing.page(SettingsPage, step="numbers")
    return standing, page.sections["numbers"].rows


def type_in(standing, row, text):
    row.figure.setFocus()
    row.figure.selectAll()
    standing.qtbot.keyClicks(row.figure, text)
    standing.qtbot.keyClick(row.figure, Qt.Key.Key_Return)
    settle()


def numbers(standing):
    return standing.all(Organisation)[0].numbers


def test_a_number_is_kept_at_once_and_its_usual_value_stands_beside_it(at_numbers):
    standing, rows = at_numbers
    type_in(standing, rows["sign_off_valid_months"], "24")
    assert numbers(standing).sign_off_valid_months == 24
    assert rows["sign_off_valid_months"]._usual.text() == "usually 12 months"


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("sign_off_valid_months", "40", "40 is not from 1 to 36"),
        ("ratio_warn", "16", "What warns must not come after what stops"),
        ("ratio_warn", "many", "“many” is no whole number"),
    ],
)
def test_a_number_that_can_not_be_is_refused_beneath_it_and_what_was_typed_stays(at_numbers, name, text, part):
    standing, rows = at_numbers
    before = numbers(standing)
    type_in(standing, rows[name], text)
    assert rows[name].refusal.isVisible()
    assert part in rows[name].figure.accessibleDescription()
    assert rows[name].figure.text() == text
    assert numbers(standing) == before


def test_a_number_without_default_may_be_unset_and_no_other(at_numbers):
    standing, rows = at_numbers
    type_in(standing, rows["core_theory_renewal_months"], "36")
    type_in(standing, rows["core_theory_renewal_months"], " ")
    assert numbers(standing).core_theory_renewal_months is None
    type_in(standing, rows["ratio_warn"], " ")
    assert rows["ratio_warn"].refusal.isVisible()


def test_yes_or_no_is_chosen(at_numbers):
    standing, rows = at_numbers
    click(standing, rows["part_competence_allowed"].yes_no.button_of(0))
    assert numbers(standing).part_competence_allowed is True


# ── profiles ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_somebody_else_marks_from_now_on(standing_at):
    standing = standing_at(Stage.PREPARED)
    section = standing.page(SettingsPage).sections["instructors"]
    assert section.marking_as.value() == LEAD
    section.marking_as.setFocus()
    standing.qtbot.keyClick(section.marking_as, Qt.Key.Key_Down)
    assert standing.desk.marking_as == CO
    assert standing.said == [words.NOW_MARKING.format(name="Jean Macdonald")]


def test_an_instructor_is_added_and_the_others_stay(standing_at):
    standing = standing_at(Stage.PREPARED)
    section = standing.page(SettingsPage).sections["instructors"]
    click(standing, section.add)
    assert section.name.hasFocus()
    standing.qtbot.keyClicks(section.name, "Tomos Bevan")
    standing.qtbot.keyClicks(section.number, "2301")
    click(standing, section.keep)
    assert [each.name for each in standing.all(Instructor)][-1] == "Tomos Bevan"
    assert section.table.current().name == "Tomos Bevan"
    assert standing.desk.marking_as == LEAD


def test_R13_R37_a_profile_says_what_it_is_for_and_which_way_it_opens(standing_at):
    standing = standing_at(Stage.PREPARED)
    section = standing.page(SettingsPage).sections["instructors"]
    click(standing, section.add)
    standing.qtbot.keyClicks(section.name, "Tomos Bevan")
    standing.qtbot.keyClicks(section.number, "2301")
    standing.qtbot.keyClick(section.programme, Qt.Key.Key_Down)
    standing.qtbot.keyClicks(section.route, "Team-Teach; risk assessment RA-7")
    click(standing, section.keep)
    (made,) = [each for each in standing.all(Instructor) if each.name == "Tomos Bevan"]
    assert (made.programme, made.entry_route) == ("CALM PI", "Team-Teach; risk assessment RA-7")
    assert (section.programme.value(), section.route.text()) == (made.programme, made.entry_route)
    assert section.table.take_in_hand(lambda each: each.id == LEAD)
    assert (section.programme.value(), section.route.text()) == ("Escape Techniques", "")


def test_R13_everything_that_a_profile_states_is_kept_and_shown_again(standing_at):
    standing = standing_at(Stage.PREPARED)
    section = standing.page(SettingsPage).sections["instructors"]
    assert section.table.take_in_hand(lambda each: each.id == CO)
    section.role.set_value("assessor")
    section.place.set_value(None)
    section.cpd.setText("Trauma-informed care 2026;  Debriefing 2025 ;")
    section.outcome.setText("No action")
    section.visit.setText("31 Nov 2026")
    click(standing, section.keep)
    assert section.visit.accessibleDescription() == part_words.NO_DATE.format(text="31 Nov 2026")
    assert (section.visit.text(), section.outcome.text(), section.role.value()) == (
        "31 Nov 2026",
        "No action",
        "assessor",
    )
    section.visit.setText("30/9/26")
    click(standing, section.keep)
    (jean,) = [each for each in standing.all(Instructor) if each.id == CO]
    assert (jean.role, jean.organisation) == ("assessor", None)
    assert jean.cpd == ("Trauma-informed care 2026", "Debriefing 2025")
    assert (jean.last_visit_on, jean.last_visit_outcome) == (date(2026, 9, 30), "No action")
    assert section.table.take_in_hand(lambda each: each.id == LEAD)
    assert (section.role.value(), section.cpd.text(), section.visit.text()) == ("lead", "", "")
    assert section.table.take_in_hand(lambda each: each.id == CO)
    assert section.cpd.text() == "Trauma-informed care 2026; Debriefing 2025"
    assert (section.place.currentText(), section.visit.text()) == ("Any organisation", "30 Sep 2026")


def test_R13_a_profile_says_in_words_what_it_means_today(standing_at):
    standing = standing_at(Stage.PREPARED)
    section = standing.page(SettingsPage).sections["instructors"]
    section.tier.set_value(Tier.MEDIUM)
    click(standing, section.keep)
    assert section.standing.accessibleName().startswith("May lead Escape Techniques up to Medium tier until")
    today = standing.desk.clock().date()
    section.starts.setText("")
    section.until.setText(f"{today - timedelta(days=3):%d/%m/%Y}")
    click(standing, section.keep)
    assert section.standing.accessibleName() == "Ran out 3 days ago: can’t lead or mark."


def test_what_is_not_filled_in_or_no_date_is_said_at_its_line(standing_at):
    standing = standing_at(Stage.PREPARED)
    section = standing.page(SettingsPage).sections["instructors"]
    click(standing, section.add)
    standing.qtbot.keyClicks(section.until, "31 Nov 2026")
    click(standing, section.keep)
    assert section.name.accessibleDescription() == part_words.EMPTY
    assert section.until.accessibleDescription() == part_words.NO_DATE.format(text="31 Nov 2026")
    assert len(standing.all(Instructor)) == 2


def test_R13_a_number_that_somebody_has_is_refused_at_the_head_of_the_page(standing_at):
    standing = standing_at(Stage.PREPARED)
    page = standing.page(SettingsPage)
    section = page.sections["instructors"]
    section.number.setText("2244")
    click(standing, section.keep)
    assert "would share number 2244 with Jean Macdonald" in page.refusal.accessibleName()


def test_leaving_a_profile_as_it_is(standing_at):
    standing = standing_at(Stage.PREPARED)
    section = standing.page(SettingsPage).sections["instructors"]
    section.name.setText("Somebody Else")
    click(standing, section.leave)
    assert section.name.text() == standing.all(Instructor)[0].name


def test_the_organisation_is_kept_with_its_certification(standing_at):
    standing = standing_at(Stage.PREPARED)
    section = standing.page(SettingsPage, step="organisation").sections["organisation"]
    section.editors["certification_status"].setText("affiliate")
    section.until.setText("not a day")
    click(standing, section.keep)
    assert section.until.accessibleDescription() == part_words.NO_DATE.format(text="not a day")
    section.until.setText("1/4/2027")
    click(standing, section.keep)
    (here,) = standing.all(Organisation)
    assert (here.certification_status, here.certification_expires) == ("affiliate", date(2027, 4, 1))
    assert section.until.text() == "1 Apr 2027"


# ── the others ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_catalogue_in_force_leads_to_techniques(standing_at):
    standing = standing_at(Stage.PREPARED)
    page = standing.page(SettingsPage, step="catalogue")
    click(standing, page.sections["catalogue"].open)
    assert standing.went[-1].page == "techniques"


def test_the_records_are_checked_in_the_background(standing_at):
    standing = standing_at(Stage.SIGNED)
    page = standing.page(SettingsPage, step="records")
    section = page.sections["records"]
    assert section._folder.text() == str(standing.folder)
    assert section.answer == ""
    click(standing, section.check)
    standing.jobs_done()
    assert section.answer == standing.said[-1] == words.ALL_HOLDS


def test_another_appearance_is_chosen(standing_at, appearance):
    standing = standing_at(Stage.PREPARED)
    page = standing.page(SettingsPage, step="appearance")
    section = page.sections["appearance"]
    try:
        click(standing, section.looks.button_of(2))
        assert appearance.chosen == "dark"
    finally:
        appearance.choose("light")
