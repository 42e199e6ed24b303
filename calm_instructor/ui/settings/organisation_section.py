"""The organisation: what papers and packages say of whose training this is."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from calm_instructor.domain.ids import OrganisationId
from calm_instructor.domain.people import Organisation
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import settings as words
from calm_instructor.operations.preparing import enter_organisation
from calm_instructor.operations.viewing.settings import SettingsSeen
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import DateEdit, Field
from calm_instructor.ui.parts.texts import LineEdit
from calm_instructor.ui.settings.section import Section, date_is_readable, foot_of, form, is_filled_in

_TEXTS = {
    "name": words.ORG_NAME,
    "sector": words.SECTOR,
    "region": words.REGION,
    "head_office_contact": words.HEAD_OFFICE,
    "programme_title": words.PROGRAMME,
    "licence_ref": words.LICENCE,
    "coaching_points_ref": words.COACHING,
    "data_protection_contact": words.DATA_PROTECTION,
    "privacy_notice_version": words.PRIVACY,
    "certification_status": words.CERTIFICATION,
    "certification_ref": words.CERTIFICATION_REF,
}
_UNTIL = "certification_expires"
_ROWS = (
    ("name", "head_office_contact"),
    ("programme_title", "licence_ref", "coaching_points_ref"),
    ("sector", "region", "privacy_notice_version"),
    ("certification_status", "certification_ref", _UNTIL),
    ("data_protection_contact",),
)
_HINTS = {"coaching_points_ref": words.COACHING_HINT}


class OrganisationSection(Section):
    """One form."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._shown: Organisation | None = None
        self.editors = {name: LineEdit() for name in _TEXTS}
        self.fields = {
            name: Field(_(text), self.editors[name], _(_HINTS[name]) if name in _HINTS else "")
            for name, text in _TEXTS.items()
        }
        self.until = DateEdit()
        self.fields[_UNTIL] = Field(_(words.CERTIFICATION_UNTIL), self.until)
        self.keep = button(_(words.KEEP_ORGANISATION), self._keep, kind="primary")
        self.leave = button(_(words.LEAVE), self._again)
        rows: list[list[QWidget]] = [[self.fields[name] for name in row] for row in _ROWS]
        self.column.addWidget(form(_(words.ORGANISATION), rows))
        self.foot = foot_of([self.leave, self.keep])
        self.column.addStretch(1)

    def show_settings(self, seen: SettingsSeen) -> None:
        """What is on record."""
        self._shown = seen.organisation
        self._again()

    def take_focus(self) -> None:
        """The name."""
        self.editors["name"].setFocus()

    def _again(self) -> None:
        usual = Organisation(id=OrganisationId(self.page.desk.new_id()), name="")
        for name, editor in self.editors.items():
            editor.setText(getattr(self._shown or usual, name))
            editor.setCursorPosition(0)
            self.fields[name].accept()
        self.until.show_date((self._shown or usual).certification_expires)
        self.fields[_UNTIL].accept()

    def _keep(self) -> None:
        told = is_filled_in(self.fields["name"], self.editors["name"])
        if not (date_is_readable(self.fields[_UNTIL], self.until) and told):
            return
        own = self._shown or Organisation(id=OrganisationId(self.page.desk.new_id()), name="")
        texts: dict[str, Any] = {name: editor.text().strip() for name, editor in self.editors.items()}
        self.page.granted(
            enter_organisation, replace(own, **texts, certification_expires=self.until.date()), then=self._kept
        )

    def _kept(self, kept: Organisation) -> None:
        self.page.around.say(_(words.KEPT).format(name=kept.name))
