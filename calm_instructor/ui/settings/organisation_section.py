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
from calm_instructor.ui.parts.inputs import Field, LineEdit
from calm_instructor.ui.settings.section import Section, form, is_filled_in

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
}
_ROWS = (
    ("name", "head_office_contact"),
    ("programme_title", "licence_ref", "coaching_points_ref"),
    ("sector", "region", "data_protection_contact"),
    ("privacy_notice_version", "", ""),
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
        self.keep = button(_(words.KEEP_ORGANISATION), self._keep, kind="primary")
        self.leave = button(_(words.LEAVE), self._again)
        rows: list[list[QWidget]] = [[self.fields[name] if name else QWidget() for name in row] for row in _ROWS]
        self.column.addWidget(form(_(words.ORGANISATION), rows, [self.leave, self.keep]))
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

    def _keep(self) -> None:
        if not is_filled_in(self.fields["name"], self.editors["name"]):
            return
        own = self._shown or Organisation(id=OrganisationId(self.page.desk.new_id()), name="")
        texts: dict[str, Any] = {name: editor.text().strip() for name, editor in self.editors.items()}
        self.page.granted(enter_organisation, replace(own, **texts), then=self._kept)

    def _kept(self, kept: Organisation) -> None:
        self.page.around.say(_(words.KEPT).format(name=kept.name))
