"""One person: the first line answers the phone; changing, evidence, archive."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.people.person_page import PersonPage
from tests.domain.people_and_things import named
from tests.operations.a_course import NGOC, SIAN, Stage
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check


def opened(made: AWindow, name: str) -> Any:
    page = made.go("person", PersonId(named(name)))
    assert isinstance(page, PersonPage)
    return page


def on_record(made: AWindow, name: str) -> Any:
    return made.desk.read(lambda view: view.get(Person, named(name)))


def test_the_first_line_answers_the_phone(window_at):
    page = opened(window_at(Stage.SIGNED), SIAN)
    assert page._today.text() == "May use 3 techniques today, until 25 Nov 2027"
    assert "W1" in [each.text() for each in page._usable.findChildren(Label)]
    assert page.courses.rows.rows[0].outcome == "Competent (full set)"
    assert page.tries.rows.rowCount() == 4


def test_enter_on_a_course_opens_its_sign_off(window_at, qtbot):
    made = window_at(Stage.SIGNED)
    page = opened(made, SIAN)
    assert page.courses.hasFocus()
    qtbot.keyClick(page.courses, Qt.Key.Key_Return)
    settle()
    place: Any = made.window.place
    assert (place.page, place.step) == ("course", "sign_off")


def test_R52_a_name_is_changed_without_a_reason(window_at):
    made = window_at(Stage.ENROLLED)
    page = opened(made, SIAN)
    page.edit.click()
    page.drawer.panel.write(full_name="Siân Rees")
    page.drawer.panel.save.click()
    settle()
    assert page.head._title.text() == "Siân Rees"
    made.window.undo()
    settle()
    assert page.head._title.text() == SIAN


def test_R1_evidence_is_seen_with_kind_and_reference(window_at):
    made = window_at(Stage.ENROLLED)
    page = opened(made, NGOC)
    assert page.evidence.text() == "Add date and evidence"
    page.evidence.click()
    panel = page.drawer.panel
    panel.do.click()
    assert panel.fields["day"].editor.property("refused")
    panel.day.setText("1 Sep 2026")
    panel.kind.setText("certificate")
    panel.reference.setText("CT-9")
    panel.do.click()
    settle()
    assert page.drawer.panel is None
    theory = on_record(made, NGOC).core_theory
    assert (theory.evidence_kind, theory.evidence_ref, theory.seen_by) == ("certificate", "CT-9", "Ruairidh MacLeod")
    assert page.evidence.text() == "Change…"


def test_R11_a_basis_is_stated_with_its_reason(window_at):
    made = window_at(Stage.ENROLLED)
    page = opened(made, NGOC)
    page.basis.click()
    panel = page.drawer.panel
    panel.basis.setCurrentIndex(1)
    panel.do.click()
    assert panel.fields["reason"].editor.property("refused")
    panel.reason.setPlainText("On call at night")
    panel.do.click()
    settle()
    assert on_record(made, NGOC).basis_reason == "On call at night"


def test_R21_whoever_is_on_a_course_is_not_archived_and_the_page_says_why(window_at):
    made = window_at(Stage.ENROLLED)
    page = opened(made, SIAN)
    page._archive_now()
    assert page.refusal.isVisible()
    assert on_record(made, SIAN).archived_on is None


def test_a_person_is_archived_and_taken_back(window_at):
    made = window_at(Stage.CLOSED)
    page = opened(made, SIAN)
    page._archive_now()
    settle()
    assert page.head.chip.isVisible()
    assert "archived on" in page._today.text()
    page.archive.click()
    settle()
    assert on_record(made, SIAN).archived_on is None


def test_R1_a_date_is_kept_before_anybody_has_seen_the_evidence(window_at):
    made = window_at(Stage.ENROLLED)
    page = opened(made, NGOC)
    page.evidence.click()
    panel = page.drawer.panel
    panel.date_only.click()
    assert panel.fields["day"].editor.property("refused")
    panel.day.setText("1 Sep 2026")
    panel.date_only.click()
    settle()
    assert not on_record(made, NGOC).core_theory.is_seen
    assert page.evidence.text() == "Record the evidence"


def test_R23_a_certificate_that_somebody_brought_is_seen(window_at):
    made = window_at(Stage.ENROLLED)
    page = opened(made, SIAN)
    page.certificate.click()
    panel = page.drawer.panel
    panel.number.setText("C-118")
    panel.techniques.setText("W1, H1")
    panel.signed_on.setText("soon")
    panel.do.click()
    assert panel.fields["signed_on"].editor.property("refused")
    panel.signed_on.setText("1 Mar 2025")
    panel.valid_until.setText("1 Mar 2026")
    panel.do.click()
    settle()
    (seen,) = on_record(made, SIAN).earlier_sign_offs
    assert (seen.techniques, seen.seen_by) == (("W1", "H1"), "Ruairidh MacLeod")
    assert "C-118" in dict(page.card.facts)["Seen elsewhere"]
