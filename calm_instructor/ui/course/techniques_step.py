"""Techniques of a course: what it teaches of the TNA's choice and why, what it leaves out, and the act of agreeing it (R2 to R8).

The picker shows and asks; each act is a wish, refused or asked for a reason by the trade.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from calm_instructor.domain.course import Course, CourseTechnique
from calm_instructor.domain.ids import CourseId
from calm_instructor.messages.labels import label
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import course_set as words
from calm_instructor.operations.limiting import agree_set
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.taking_on import move_to_revision
from calm_instructor.operations.varying import leave_out_of_set, move_in_set, take_into_set, take_whole_choice
from calm_instructor.operations.viewing.left import left_of
from calm_instructor.operations.viewing.limited_set import LimitedSet, limited_set
from calm_instructor.operations.viewing.limited_set_lines import TIER
from calm_instructor.operations.viewing.picking import Act, Offered, Taken
from calm_instructor.operations.viewing.places import Left, Place
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.page import Around
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.dialogs import FormDialog
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.picker import Picker
from calm_instructor.ui.parts.surfaces import Banner, Empty
from calm_instructor.ui.parts.texts import TextEdit


class TechniquesStep(Step):
    """The catalogue at the left, what the TNA and the course say of each; this course's set at the right."""

    name = "techniques"
    topics = frozenset({"techniques", "needs", "courses", "catalogue", "assessment", "register"})

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around, course)
        self._shown: LimitedSet | None = None
        self._next: Left | None = None
        self.agree = button(_(words.AGREE), self._agree, icon="lock", kind="primary")
        self.take_whole = button(_(words.TAKE_WHOLE), self._take_whole, icon="list-checks")
        self.go_on = button("", self._go_on, icon="arrow-right", kind="primary")
        self.open_tna = button(_(words.OPEN_TNA), self._open_tna, icon="clipboard-list")
        self.take_newer = button("", self._take_newer, icon="refresh-cw", small=True)
        self.banner = Banner("info", "")
        self.newer = Banner("info", "", "refresh-cw", button=self.take_newer)
        self.picker = self._made_picker()
        self.none = Empty(
            "layers",
            _(words.NOTHING_CHOSEN),
            _(words.NOTHING_CHOSEN_HINT),
            button(_(words.OPEN_TNA), self._open_tna, icon="clipboard-list", name=_(words.OPEN_TNA)),
        )
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.newer)
        self.body.addWidget(self.none)
        self.body.addWidget(self.picker, 1)

    def _made_picker(self) -> Picker:
        picker = Picker(title=_(words.THIS_COURSE), opens=False)
        self._said = Label("", "small", wrap=True)
        self._said.setContentsMargins(12, 6, 12, 6)
        self._said.setMinimumHeight(44)
        picker.foot.addWidget(self._said)
        self._why = Label("", "body", wrap=True)
        self._why.setContentsMargins(12, 6, 12, 0)
        picker.set.body.insertWidget(2, self._why)  # beneath the list and its line
        picker.add_wanted.connect(self._take_in)
        picker.out_wanted.connect(self._leave_out)
        picker.move_wanted.connect(self._move)
        picker.act_wanted.connect(self._do)
        picker.offered_moved.connect(self._show_said)
        picker.taken_moved.connect(self._show_why)
        picker.told.connect(self.around.say)
        return picker

    def head_buttons(self) -> list[QPushButton]:
        """To the TNA; teach all it has chosen; agree, or what comes next once that is done."""
        return [self.open_tna, self.take_whole, self.go_on, self.agree]

    def foot(self) -> str:
        """What freezing means."""
        return _(words.FOOT)

    def arrive(self, place: Place) -> None:
        """Look; the set is in hand, or the technique or the act that the place names."""
        super().arrive(place)
        act = {"agree": self.agree, "newer": self.take_newer}.get(str(place.focus))
        (act if act is not None and act.isVisible() else self.picker.taken).setFocus()
        if act is None and isinstance(place.focus, str):
            code = place.focus
            self.picker.take_in_hand(code)
            QTimer.singleShot(0, self, lambda: self.picker.take_in_hand(code))  # once the lists have their height

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Read the set."""
        self._shown = shown = self.desk.read(limited_set, self.course, self.desk.clock())
        self.none.setVisible(not shown.has_choice)
        tone, icon = ("info", "lock") if shown.frozen else ("ok", "circle-check") if shown.agreed else ("info", "")
        self.banner.tell(tone, shown.told, icon)
        self.newer.setVisible(shown.newer is not None)
        if shown.newer is not None:
            self.newer.tell("info", shown.newer.told, "refresh-cw")
            self.take_newer.setText(_(words.TAKE_NEWER).format(number=shown.newer.number))
            self.take_newer.setAccessibleName(self.take_newer.text())
            self.take_newer.setVisible(shown.newer.may_be_taken)
        may_agree = shown.is_open and not shown.agreed
        self.agree.setProperty("not_now", not may_agree)
        self.agree.setVisible(may_agree)
        may_take = shown.is_open and not shown.is_whole
        self.take_whole.setProperty("not_now", not may_take)
        self.take_whole.setVisible(may_take)
        self._show_next(may_agree=may_agree)
        self.picker.show_picking(shown.picking)
        self._show_why(self.picker.taken.current())

    def _show_next(self, *, may_agree: bool) -> None:
        """Where nothing is left to agree, what Next says."""
        self._next = coming = self.desk.read(left_of, self.course, self.desk.clock()).next
        leads = coming is not None and not may_agree and (coming.place.page, coming.place.step) != ("course", self.name)
        if coming is not None:
            self.go_on.setText(coming.title)
            self.go_on.setAccessibleName(f"{coming.title}. {coming.detail}")
        self.go_on.setProperty("not_now", not leads)
        self.go_on.setVisible(leads)

    def _show_said(self, row: Offered | None) -> None:
        self._said.setText(f"{row.code} · {row.hold} · {row.said}" if row is not None else "")

    def _show_why(self, row: Taken | None) -> None:
        why = self._shown.reasons.get(row.code, "") if self._shown is not None and row is not None else ""
        self._why.setText(_(words.WHY).format(code=row.code, why=why) if row is not None and why else "")
        self._why.setVisible(bool(why))

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _take_in(self, code: str, place: int) -> None:
        self.granted(take_into_set, self.course, code, place=None if place < 0 else place)

    def _leave_out(self, code: str) -> None:
        if self._shown is None or not self._shown.is_open:
            return
        intro = words.LEAVE_OUT_FROZEN if self._shown.frozen else words.LEAVE_OUT_INTRO
        FormDialog(
            self,
            _(words.LEAVE_OUT).format(code=code),
            [("why", _(words.WHY_NOT), TextEdit(lines=2))],
            lambda texts: self.granted(leave_out_of_set, self.course, code, texts["why"]),
            intro=_(intro).format(code=code),
            verb=_(words.LEAVE_OUT_VERB),
        ).ask()

    def _move(self, code: str, steps: int) -> None:
        self.granted(move_in_set, self.course, code, steps)

    def _do(self, act: Act, of: str) -> None:
        if act is Act.COVER:
            self._take_in(of, -1)
        elif act is Act.TAKE_OUT:
            self._leave_out(of)
        elif of == TIER:
            self._plan_as()
        else:
            self._open_tna()

    def _take_whole(self) -> None:
        if self._shown is not None:
            told = _(words.WHOLE_TAKEN).format(tna=self._shown.tna_title)
            self.granted(take_whole_choice, self.course, then=lambda _course: self.around.say(told))

    def _plan_as(self) -> None:
        """R46: the course follows the tier of its set."""
        tier = self._shown.tier if self._shown is not None else None
        if tier is not None:
            course = self.desk.read(lambda view: view.get(Course, self.course))
            told = _(words.PLANNED_AS).format(tier=label(tier))
            self.granted(enter_course, replace(course, type_tier=tier), then=lambda _course: self.around.say(told))

    def _go_on(self) -> None:
        if self._next is not None:
            self.around.go(self._next.place)

    def _agree(self) -> None:
        self.granted(agree_set, self.course, then=self._agreed)

    def _agreed(self, pinned: Sequence[CourseTechnique]) -> None:
        self.around.say(_(words.AGREED_NOW).format(count=words.techniques(len(pinned))))

    def _take_newer(self) -> None:
        newer = self._shown.newer if self._shown is not None else None
        if newer is not None:
            told = _(words.TAKEN_ON).format(tna=newer.title)
            self.granted(move_to_revision, self.course, newer.tna, then=lambda _course: self.around.say(told))

    def _open_tna(self) -> None:
        if self._shown is not None:
            self.around.go(Place(page="tna", record=self._shown.tna, step="techniques"))
