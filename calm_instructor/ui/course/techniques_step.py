"""Techniques of a course: its limited set with risk and reason, what is left out, and the act of agreeing it (R2 to R8)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from calm_instructor.domain.course import Course, CourseTechnique
from calm_instructor.domain.finding import finds
from calm_instructor.domain.ids import CourseId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import techniques as words
from calm_instructor.operations.limiting import agree_set
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.viewing.limited_set import InCatalogue, InSet, LimitedSet, limited_set
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.page import Around
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.counter import Counter
from calm_instructor.ui.parts.inputs import SearchLine
from calm_instructor.ui.parts.labels import Chip, Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Banner, Card, Empty
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.taking_away import take_away
from calm_instructor.ui.parts.tier_icons import TIER_ICONS

_MOST_SAID = 3


class TechniquesStep(Step):
    """The catalogue at the left, what the TNA says of each; this course's set at the right."""

    name = "techniques"
    topics = frozenset({"techniques", "needs", "courses", "catalogue", "assessment"})

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around, course)
        self._shown: LimitedSet | None = None
        self.agree = button(_(words.AGREE), self._agree, icon="lock", kind="primary")
        self.open_tna = button(_(words.OPEN_TNA), self._open_tna, icon="clipboard-list")
        self.take_newer = button("", self._take_newer, icon="refresh-cw")
        self.banner = Banner("info", "")
        self.catalogue = self._catalogue_card()
        self.set = self._set_card()
        self.none = Empty(
            "layers",
            _(words.NOTHING_CHOSEN),
            _(words.NOTHING_CHOSEN_HINT),
            button(_(words.OPEN_TNA), self._open_tna, icon="clipboard-list", name=_(words.OPEN_TNA)),
        )
        self._said = QVBoxLayout()
        self._said.setSpacing(8)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.none)
        right.addWidget(self.set, 1)
        right.addLayout(self._said)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.catalogue, 9)
        across.addLayout(right, 10)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.addWidget(self.banner)
        self.body.addLayout(across, 1)

    def _catalogue_card(self) -> Card:
        card = Card(_(words.CATALOGUE), margins=0)
        self.generic = Chip(_(words.GENERIC), "", "warn", square=True)
        self.generic.setToolTip(_(words.GENERIC_HINT))
        card.head_line.insertWidget(1, self.generic)
        self.catalogue_table = TableView[InCatalogue](_catalogue_columns(), name=_(words.CATALOGUE), row_height=44)
        self.catalogue_table.setProperty("inner", True)
        self.search = SearchLine(_(words.FIND))
        self.search.textChanged.connect(lambda _text: self._show_catalogue())
        self.catalogue_table.moved.connect(lambda _row: self._say_why_left_out())
        self._left_out = Label("", "small", wrap=True)
        self._left_out.setContentsMargins(12, 6, 12, 8)
        self._left_out.setMinimumHeight(46)
        above = QHBoxLayout()
        above.setContentsMargins(12, 8, 12, 8)
        above.addWidget(self.search)
        card.body.setSpacing(0)
        card.body.addLayout(above)
        card.body.addWidget(self.catalogue_table, 1)
        card.body.addWidget(self._left_out)
        return card

    def _set_card(self) -> Card:
        card = Card(_(words.THIS_COURSE), margins=0)
        self.counter = Counter()
        card.head_line.addWidget(self.counter)
        self.set_table = TableView[InSet](_set_columns(), name=_(words.THIS_COURSE), row_height=46)
        self.set_table.moved.connect(lambda _row: self._say_why_in_set())
        self._why = Label("", "body", wrap=True)
        self._why.setContentsMargins(12, 6, 12, 0)
        self.set_table.setProperty("inner", True)
        card.body.setSpacing(0)
        card.body.addWidget(self.set_table, 1)
        card.body.addWidget(self._why)
        self._against = Label("", "small", wrap=True)
        self._against.setContentsMargins(12, 8, 12, 0)
        card.body.addWidget(self._against)
        self._always = Label(_(words.ALWAYS), "small", wrap=True)
        self._always.setContentsMargins(12, 8, 12, 8)
        card.body.addWidget(self._always)
        return card

    def head_buttons(self) -> list[QPushButton]:
        """To the TNA; take a newer revision on; agree."""
        return [self.open_tna, self.take_newer, self.agree]

    def foot(self) -> str:
        """What freezing means."""
        return _(words.FOOT)

    def arrive(self, place: Place) -> None:
        """Look; the set is in hand."""
        super().arrive(place)
        self.set_table.setFocus()

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Read the set."""
        self._shown = shown = self.desk.read(limited_set, self.course, self.desk.clock())
        self.set_table.show_rows(shown.rows, same=lambda row: row.code)
        self._show_catalogue()
        self._say_why_in_set()
        self.catalogue.set_right(shown.catalogue_words)
        self.generic.setVisible(shown.generic)
        count = len(shown.rows)
        self.counter.show_count(count, shown.most, _(words.COUNTER).format(count=count, limit=shown.most))
        self.set.setVisible(bool(shown.rows))
        self.none.setVisible(not shown.rows)
        self._against.setText(shown.against)
        self._against.setVisible(bool(shown.against))
        self._show_state(shown)
        self._show_said(shown)

    def _show_catalogue(self) -> None:
        if self._shown is not None:
            wanted = self.search.text()
            rows = [each for each in self._shown.catalogue if finds(wanted, each.code, each.name, each.said)]
            self.catalogue_table.show_rows(rows, same=lambda row: row.code)
            self._say_why_left_out()

    def _say_why_left_out(self) -> None:
        row = self.catalogue_table.current()
        self._left_out.setText(f"{row.code}: {row.said}" if row is not None else "")

    def _say_why_in_set(self) -> None:
        row = self.set_table.current()
        self._why.setText(_(words.WHY).format(code=row.code, why=row.why) if row is not None else "")

    def _show_state(self, shown: LimitedSet) -> None:
        agreed = bool(shown.agreed)
        self.agree.setProperty("not_now", agreed or not shown.is_open)
        self.agree.setVisible(not agreed and shown.is_open)
        newer = shown.newer if not agreed and shown.is_open else None
        self.take_newer.setProperty("not_now", newer is None)
        self.take_newer.setVisible(newer is not None)
        if newer is not None:
            self.take_newer.setText(_(words.TAKE_NEWER).format(number=newer.revision_no))
            self.take_newer.setAccessibleName(self.take_newer.text())
        tier = f" {_(words.TIER_OF_COURSE).format(tier=shown.tier_words)}." if shown.tier_words else ""
        if shown.frozen:
            self.banner.tell("info", f"{shown.frozen} {shown.rests_on}{tier}", "lock")
        elif agreed:
            self.banner.tell("ok", f"{shown.agreed} {shown.rests_on}{tier}", "circle-check")
        else:
            self.banner.tell("info", f"{_(words.TO_AGREE).format(tna=shown.tna_title)} {shown.rests_on}{tier}")

    def _show_said(self, shown: LimitedSet) -> None:
        take_away(self._said)
        said = [("stop" if each.blocks else "warn", each.sentence) for each in shown.asked]
        if shown.agreed:
            said = [("warn", each) for each in shown.uncovered]
        for tone, sentence in said[:_MOST_SAID]:
            self._said.addWidget(Banner(tone, sentence))
        if len(said) > _MOST_SAID:
            self._said.addWidget(Label(words.and_more(len(said) - _MOST_SAID), "quiet"))

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _agree(self) -> None:
        self.granted(agree_set, self.course, then=self._agreed)

    def _agreed(self, pinned: Sequence[CourseTechnique]) -> None:
        self.around.say(_(words.AGREED_NOW).format(count=words.techniques(len(pinned))))

    def _take_newer(self) -> None:
        if self._shown is None or self._shown.newer is None:
            return
        newer = self._shown.newer
        course = self.desk.read(lambda view: view.get(Course, self.course))
        told = _(words.TAKEN_ON).format(tna=newer.title)
        self.granted(enter_course, replace(course, tna=newer.id), then=lambda _course: self.around.say(told))

    def _open_tna(self) -> None:
        if self._shown is not None:
            self.around.go(Place(page="tna", record=self._shown.tna, step="techniques"))


def _set_columns() -> list[Column[InSet]]:
    return [
        Column[InSet](
            _(words.NAME),
            lambda row: f"{row.code}  {row.name}",
            paint="strong",
            second=lambda row: f"{row.risk} · {row.met}" if row.met else row.risk,
            tip=lambda row: row.why,
        ),
        Column[InSet](
            _(words.TIER), lambda row: _(words.TIERS[row.tier.value]), width=100, icon=lambda row: TIER_ICONS[row.tier]
        ),
    ]


def _catalogue_columns() -> list[Column[InCatalogue]]:
    return [
        Column[InCatalogue](
            _(words.NAME),
            lambda row: f"{row.code}  {row.name}",
            second=lambda row: row.said,
            tip=lambda row: row.said,
            icon=lambda row: "check" if row.in_set else "minus",
        ),
        Column[InCatalogue](
            _(words.TIER), lambda row: _(words.TIERS[row.tier.value]), width=92, icon=lambda row: TIER_ICONS[row.tier]
        ),
    ]
