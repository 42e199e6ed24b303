"""You and who delivers: instructors on this laptop, their authorisation, and whose name everything bears now (R13, R49)."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.ids import InstructorId
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.technique import Tier
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import settings as words
from calm_instructor.operations.preparing import enter_instructor
from calm_instructor.operations.viewing.settings import SettingsSeen, standing_of
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Choice, DateEdit, Field, Tick
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Card
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.texts import LineEdit
from calm_instructor.ui.settings.section import WIDEST, Section, date_is_readable, foot_of, form, is_filled_in


class ProfilesSection(Section):
    """The list, who marks, and one profile at a time as a form."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._seen: SettingsSeen | None = None
        self._shown: Instructor | None = None
        self.marking_as = Choice(name=_(words.MARKING_AS))
        self.marking_as.chosen.connect(self._mark_as)
        self.table: TableView[Instructor] = TableView(
            [
                Column(_(words.HEAD_NAME), lambda each: each.name, paint="strong"),
                Column(_(words.HEAD_NUMBER), lambda each: each.number, width=90),
                Column(_(words.HEAD_AUTHORISED), self._authorised, width=220, paint="lamp", lamp=self._lamp),
            ],
            name=_(words.PROFILES),
            inset=15,
        )
        self.table.moved.connect(self._show_profile)
        self.add = button(_(words.ADD), self._new, icon="user-plus")
        self._fields()
        self.column.addWidget(self._list())
        self.form = form(
            _(words.NEW_PROFILE),
            [[self.fields.get(each, each) for each in row] for row in self._rows()],
        )
        self.foot = foot_of([self.leave, self.keep])
        self.standing, self.confirmed = LampLabel(Lamp.TODO, "", wrap=True), Label("", "small", wrap=True)
        self.confirmed.setIndent(22)
        self.form.body.insertWidget(0, self.standing)
        self.form.body.insertWidget(1, self.confirmed)
        self.column.addWidget(self.form)
        self.column.addStretch(1)

    def _fields(self) -> None:
        self.name, self.number, self.staff_no, self.reference = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.starts, self.until, self.first_aid, self.core_theory = DateEdit(), DateEdit(), DateEdit(), DateEdit()
        self.tier = Choice([(tier, label(tier)) for tier in Tier])
        self.fields: dict[QWidget, Field] = {
            self.name: Field(_(words.NAME), self.name),
            self.number: Field(_(words.NUMBER), self.number, _(words.NUMBER_HINT)),
            self.staff_no: Field(_(words.STAFF_NO), self.staff_no),
            self.reference: Field(_(words.REFERENCE), self.reference),
            self.starts: Field(_(words.FROM), self.starts),
            self.until: Field(_(words.UNTIL), self.until),
            self.tier: Field(_(words.HIGHEST_TIER), self.tier),
            self.first_aid: Field(_(words.FIRST_AID), self.first_aid),
            self.core_theory: Field(_(words.CORE_THEORY), self.core_theory),
        }
        self.programme = Choice([(each, each) for each in words.PROGRAMMES])
        self.route = LineEdit(hint=_(words.ROUTE_HINT))
        self.fields[self.programme] = Field(_(words.PROFILE_PROGRAMME), self.programme)
        self.fields[self.route] = Field(_(words.ROUTE), self.route)
        self.role = Choice([(each, _(name)) for each, name in words.ROLES.items()])
        self.place = Choice([(None, _(words.ANYWHERE))])
        self.cpd, self.outcome, self.visit = LineEdit(), LineEdit(), DateEdit()
        self.fields |= {
            self.role: Field(_(words.ROLE), self.role),
            self.place: Field(_(words.FOR), self.place),
            self.cpd: Field(_(words.CPD), self.cpd, _(words.CPD_HINT)),
            self.visit: Field(_(words.VISIT), self.visit),
            self.outcome: Field(_(words.OUTCOME), self.outcome),
        }
        self.others = Tick(_(words.OTHER_EMPLOYERS))
        self.keep = button(_(words.KEEP_PROFILE), self._keep, kind="primary")
        self.leave = button(_(words.LEAVE), self._again)

    def _rows(self) -> list[list[QWidget]]:
        return [
            [self.name, self.number, self.staff_no],
            [self.reference, self.starts, self.until],
            [self.programme, self.tier, self.place],
            [self.role, self.first_aid, self.core_theory],
            [self.cpd, self.visit, self.outcome],
            [self.route],
            [self.others],
        ]

    def _list(self) -> Card:
        card = self._people = Card(margins=0)
        card.setMaximumWidth(WIDEST)
        card.body.addWidget(self.table)
        who = QWidget()
        line = QHBoxLayout(who)
        line.setContentsMargins(16, 8, 16, 10)
        line.setSpacing(8)
        line.addWidget(Label(_(words.MARKING_AS), "strong"))
        self.marking_as.setMinimumContentsLength(18)
        line.addWidget(self.marking_as)
        told = QVBoxLayout()
        told.addWidget(Label(_(words.MARKING_AS_HINT), "small", wrap=True))
        line.addLayout(told, 1)
        line.addWidget(self.add)
        card.body.addWidget(who)
        return card

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def show_settings(self, seen: SettingsSeen) -> None:
        """Everybody who delivers; the profile in hand stays in hand."""
        self._seen = seen
        self.marking_as.offer([(each.id, each.name) for each in seen.instructors])
        self.marking_as.set_value(self.page.desk.marking_as)
        new = self._shown is None and bool(self.table.rows.rows)
        self.table.show_rows(seen.instructors, same=lambda each: each.id)
        self.table.fit_height(3)
        self._people.setVisible(bool(seen.instructors))
        if not seen.instructors or new:
            self._show_profile(None)
        else:
            self._show_profile(self.table.current())

    def take_focus(self) -> None:
        """The first empty line of a new profile, else the list."""
        if self._people.isVisible():
            self.table.setFocus()
        else:
            self.name.setFocus()

    def _authorised(self, each: Instructor) -> str:
        if not each.authorisation_ref.strip() or each.expires is None:
            return _(words.NO_AUTHORISATION)
        return day(each.expires)

    def _lamp(self, each: Instructor) -> Lamp:
        if not each.authorisation_ref.strip() or each.expires is None:
            return Lamp.STOP
        return Lamp.OK if each.expires >= self.page.desk.clock().date() else Lamp.STOP

    def _show_profile(self, each: Instructor | None) -> None:
        self._shown = each
        self.form.set_title(each.name if each else _(words.NEW_PROFILE))
        for field in self.fields.values():
            field.accept()
        self.name.setText(each.name if each else "")
        self.number.setText(each.number if each else "")
        self.staff_no.setText(each.staff_no if each else "")
        self.reference.setText(each.authorisation_ref if each else "")
        self.starts.setText(_shown(each.authorised_from if each else None))
        self.until.setText(_shown(each.expires if each else None))
        self.first_aid.setText(_shown(each.first_aid_expires if each else None))
        self.core_theory.setText(_shown(each.core_theory_on if each else None))
        self.tier.set_value(each.highest_tier if each else Tier.HIGH)
        programme = each.programme if each else words.PROGRAMMES[0]
        self.programme.offer([(name, name) for name in dict.fromkeys((*words.PROGRAMMES, programme))])
        self.programme.set_value(programme)
        self.route.setText(each.entry_route if each else "")
        self.route.setCursorPosition(0)
        self.others.setChecked(bool(each and each.covers_other_employers))
        role = each.role if each else "lead"
        self.role.offer([(name, _(words.ROLES.get(name, name))) for name in dict.fromkeys((*words.ROLES, role))])
        self.role.set_value(role)
        self._show_place(each)
        self.cpd.setText("; ".join(each.cpd) if each else "")
        self.cpd.setCursorPosition(0)
        self.visit.setText(_shown(each.last_visit_on if each else None))
        self.outcome.setText(each.last_visit_outcome if each else "")
        self._show_standing(each)

    def _show_place(self, each: Instructor | None) -> None:
        here = self._seen.organisation if self._seen else None
        names: dict[object, str] = {here.id: here.name} if here else {}
        names[None] = _(words.ANYWHERE)
        place = each.organisation if each else here.id if here else None
        names.setdefault(place, _(words.ELSEWHERE))
        self.place.offer(list(names.items()))
        self.place.set_value(place)

    def _show_standing(self, each: Instructor | None) -> None:
        self.standing.setVisible(each is not None)
        self.confirmed.setVisible(each is not None)
        if each is not None:
            here = self._seen.organisation if self._seen else None
            self.standing.show_lamp(
                *standing_of(each, self.page.desk.clock().date(), here.numbers if here else Numbers())
            )
            self.confirmed.setText(_(words.IS_CONFIRMED if each.confirmed else words.IS_NOT_CONFIRMED))

    def _new(self) -> None:
        self._show_profile(None)
        self.name.setFocus()

    def _again(self) -> None:
        self._show_profile(self.table.current())

    # ── wishes ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _mark_as(self, who: object) -> None:
        self.page.desk.marking_as = next(each.id for each in self.table.rows.rows if each.id == who)
        self.page.around.say(_(words.NOW_MARKING).format(name=self.marking_as.currentText()))

    def _keep(self) -> None:
        told = [date_is_readable(self.fields[each], each) for each in self._dates()]
        told += [is_filled_in(self.fields[each], each) for each in (self.name, self.number)]
        if all(told):
            self.page.granted(enter_instructor, self._profile(), then=self._kept)

    def _dates(self) -> tuple[DateEdit, ...]:
        return self.starts, self.until, self.first_aid, self.core_theory, self.visit

    def _profile(self) -> Instructor:
        place: Any = self.place.value()
        name, number, tier = self.name.text().strip(), self.number.text().strip(), self.tier.value()
        own = self._shown or Instructor(id=InstructorId(self.page.desk.new_id()), name=name, number=number)
        return replace(
            own,
            name=name,
            number=number,
            staff_no=self.staff_no.text().strip(),
            authorisation_ref=self.reference.text().strip(),
            authorised_from=self.starts.date(),
            expires=self.until.date(),
            organisation=place,
            highest_tier=tier if isinstance(tier, Tier) else own.highest_tier,
            covers_other_employers=self.others.isChecked(),
            programme=str(self.programme.value() or own.programme),
            entry_route=self.route.text().strip(),
            core_theory_on=self.core_theory.date(),
            first_aid_expires=self.first_aid.date(),
            role=str(self.role.value() or own.role),
            cpd=tuple(each.strip() for each in self.cpd.text().split(";") if each.strip()),
            last_visit_on=self.visit.date(),
            last_visit_outcome=self.outcome.text().strip(),
        )

    def _kept(self, kept: Instructor) -> None:
        if self.page.desk.marking_as is None:
            self.page.desk.marking_as = kept.id
            self.marking_as.set_value(kept.id)
        self.table.take_in_hand(lambda each: each.id == kept.id)
        self.page.around.say(_(words.KEPT).format(name=kept.name))


def _shown(value: date | None) -> str:
    return day(value) if value else ""
