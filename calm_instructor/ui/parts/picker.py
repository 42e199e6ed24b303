"""Two lists of techniques: the catalogue by family at the left, the set in teaching order at the right, what is said beneath.

How it is used, by the TNA's walk and by a course::

    picker = Picker(title=_(words.THIS_COURSE), opens=False)
    picker.add_wanted.connect(lambda code, place: …)    a wish; place from 0, -1 at the end. Asked for what may not be
                                                        added too: the wish refuses it with its sentence
    picker.out_wanted.connect(lambda code: …)           out of the set
    picker.move_wanted.connect(lambda code, steps: …)   teach earlier (< 0) or later (> 0)
    picker.act_wanted.connect(lambda act, of: …)        the button of a SetLine
    picker.opened.connect(lambda code: …)               Enter or a double click on a row of the set, where it ``opens``
    picker.offered_moved.connect(lambda offered: …)     another row of the catalogue is in hand (None: none is)
    picker.taken_moved.connect(lambda taken: …)         another row of the set is in hand
    picker.show_picking(picking)                        operations.viewing.picking.Picking, after every change
    picker.take_in_hand(code)                           in whichever list it stands
    picker.told.connect(around.say)                     what happened to the set, in a sentence, after it was shown
    picker.catalogue / picker.set                       the cards: ``body`` takes more beneath, ``head_line`` beside
    picker.foot                                         a layout beneath the catalogue's list, for the row in hand

Mouse, keyboard and drag do the same. In the catalogue Enter, Space, a double click and the sign at the right add a technique
or take it out; in the set Space, Delete, a double click and the cross take it out (Enter and the double click open it where
the picker ``opens``), Ctrl+Up and Ctrl+Down teach it earlier or later. Typing finds a code or a name in either list.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from calm_instructor.domain.finding import finds
from calm_instructor.domain.technique import Tier
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import picker as words
from calm_instructor.operations.viewing.picking import Act, Offered, Picking, Standing, Taken
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.counter import Counter
from calm_instructor.ui.parts.inputs import Choice, SearchLine
from calm_instructor.ui.parts.labels import Chip, Label, Line
from calm_instructor.ui.parts.picker_lines import PickerLines
from calm_instructor.ui.parts.picker_lists import CatalogueList, SetList
from calm_instructor.ui.parts.surfaces import Card
from calm_instructor.ui.parts.tier_icons import tier_word

_SHOWN = (("all", words.SHOW_ALL), ("meets", words.SHOW_MEETING), ("open", words.SHOW_OPEN))


class Picker(QWidget):
    """``left`` is a stack with the catalogue first: what else is looked at in its place goes there."""

    add_wanted = Signal(str, int)
    out_wanted = Signal(str)
    move_wanted = Signal(str, int)
    opened = Signal(str)
    act_wanted = Signal(object, str)
    offered_moved = Signal(object)
    taken_moved = Signal(object)
    told = Signal(str)

    def __init__(self, *, title: str, opens: bool) -> None:
        super().__init__()
        self._picking: Picking | None = None
        self._title, self._opens = title, opens
        self._codes: tuple[str, ...] | None = None
        self.foot = QVBoxLayout()
        self.catalogue = self._catalogue_card()
        self.set = self._set_card()
        self.lines = PickerLines()
        self.lines.act_wanted.connect(self._act)
        self.left = QStackedWidget()
        self.left.addWidget(self.catalogue)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.set, 1)
        right.addWidget(self.lines)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.left, 10)
        across.addLayout(right, 11)

    def _catalogue_card(self) -> Card:
        card = Card(_(words.CATALOGUE), margins=0)
        self._generic = Chip(_(words.GENERIC), "", "warn", square=True)
        self._generic.setToolTip(_(words.GENERIC_HINT))
        card.head_line.insertWidget(1, self._generic)
        self.search = SearchLine(_(words.FIND))
        self.search.textChanged.connect(lambda _text: self._show_offered())
        self.search.returnPressed.connect(self._to_found)
        down = QShortcut(QKeySequence("Down"), self.search, self._to_found)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.shown = Choice([(value, _(word)) for value, word in _SHOWN], name=_(words.SHOWN))
        self.shown.set_value("all")
        tiers = [(None, _(words.ALL_TIERS)), *((tier, tier_word(tier)) for tier in Tier)]
        self.tiers = Choice(tiers, name=_(words.TIERS_SHOWN))
        self.tiers.setCurrentIndex(0)
        above = QHBoxLayout()
        above.setContentsMargins(8, 8, 8, 8)
        above.setSpacing(8)
        above.addWidget(self.search, 1)
        for each in (self.shown, self.tiers):
            each.chosen.connect(lambda _value: self._show_offered())
            each.setProperty("stays_when_read_only", True)
            above.addWidget(each)
        self.offered = CatalogueList()
        self.offered.setProperty("inner", True)
        self.offered.toggled.connect(self._toggle)
        self.offered.dropped.connect(self._dropped_on_catalogue)
        self.offered.moved.connect(self._offered_in_hand)
        card.body.setSpacing(0)
        card.body.addLayout(above)
        card.body.addWidget(self.offered, 1)
        card.body.addWidget(Line())
        card.body.addLayout(self.foot)
        return card

    def _set_card(self) -> Card:
        card = Card(self._title, margins=0)
        self.counter = Counter()
        card.head_line.addWidget(self.counter)
        self.taken = SetList(self._title, self._told_of_taken)
        self.taken.setProperty("inner", True)
        self.taken.taken_out.connect(lambda row: self.out_wanted.emit(row.code))
        self.taken.moved_by.connect(lambda row, steps: self.move_wanted.emit(row.code, steps))
        self.taken.opened.connect(self._open)
        self.taken.dropped.connect(self._dropped_on_set)
        self.taken.moved.connect(self._taken_in_hand)
        self._foot, self._foot_line = Label("", "small", wrap=True), Line()
        self._earlier = button("", lambda: self._by(-1), icon="arrow-up", kind="icon", small=True)
        self._later = button("", lambda: self._by(1), icon="arrow-down", kind="icon", small=True)
        self.reasons = button(_(words.OPEN), self._open_in_hand, icon="pencil-line", small=True)
        below = QHBoxLayout()
        below.setContentsMargins(12, 4, 8, 4)
        below.setSpacing(4)
        below.addWidget(self._foot, 1)
        for each in (self._earlier, self._later, self.reasons):
            below.addWidget(each)
        self.reasons.setProperty("stays_when_read_only", True)
        card.body.setSpacing(0)
        card.body.addWidget(self.taken, 1)
        card.body.addWidget(self._foot_line)
        card.body.addLayout(below)
        return card

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def show_picking(self, picking: Picking) -> None:
        """Show how everything stands; what changed in the set since is told."""
        self._picking = picking
        for each in (self.offered, self.taken):
            each.may_change = picking.may_change
        had_focus = self.taken.hasFocus()
        self._show_offered()
        self.taken.show_taken(picking.taken)
        self.catalogue.set_right(picking.catalogue_words)
        self._generic.setVisible(picking.generic)
        self._foot.setText(picking.foot)
        self._foot_line.setVisible(bool(picking.foot or picking.taken))
        count = len(picking.taken)
        self.counter.show_count(count, picking.limit, _(words.COUNTER).format(count=count, limit=picking.limit))
        lines = [each for each in picking.lines if picking.may_change or each.act is None]
        self.lines.show_lines(lines, picking.against)
        self._show_tools(self.taken.current())
        if had_focus and not picking.taken:
            self.offered.setFocus()
        self._tell(tuple(each.code for each in picking.taken))

    def take_in_hand(self, code: str) -> bool:
        """Take a technique in hand in the lists in which it stands; False where it is not in the set."""
        self.offered.take_in_hand(lambda row: isinstance(row, Offered) and row.code == code)
        return self.taken.take_in_hand(lambda row: row.code == code)

    def _show_offered(self) -> None:
        if self._picking is not None:
            rows = [each for each in self._picking.offered if self._is_shown(each)]
            self.offered.show_offered(rows)
            self.offered_moved.emit(self.offered.offered())

    def _offered_in_hand(self, row: object) -> None:
        """What is in hand in the list with the focus is in hand in the other too."""
        if isinstance(row, Offered) and self.offered.hasFocus():
            self.taken.take_in_hand(lambda each: each.code == row.code)
        self.offered_moved.emit(row if isinstance(row, Offered) else None)

    def _taken_in_hand(self, row: Taken | None) -> None:
        if row is not None and self.taken.hasFocus():
            self.offered.take_in_hand(lambda each: isinstance(each, Offered) and each.code == row.code)
        self._show_tools(row)

    def _is_shown(self, each: Offered) -> bool:
        which, tier = self.shown.value(), self.tiers.value()
        is_in = each.standing is Standing.IN_SET
        return (
            finds(self.search.text(), each.code, each.name, each.hold)
            and (tier is None or each.tier is tier)
            and (which != "meets" or is_in or each.may_add)
            and (which != "open" or not (is_in or each.reasoned))
        )

    def _told_of_taken(self, row: Taken) -> str:
        taken = self._picking.taken if self._picking else ()
        place = next((number for number, each in enumerate(taken, 1) if each.code == row.code), 0)
        told = _(words.IN_HAND_TAKEN).format(
            code=row.code, name=row.name, tier=tier_word(row.tier).lower(), place=place, count=len(taken), met=row.met
        )
        return ", ".join(each for each in (told, row.proposed, row.owes) if each)

    def _show_tools(self, row: Taken | None) -> None:
        several = row is not None and self._picking is not None and len(self._picking.taken) > 1
        may = self._picking is not None and self._picking.may_change
        for each, said in ((self._earlier, words.EARLIER), (self._later, words.LATER)):
            each.setVisible(several and may)
            if row is not None:
                each.setAccessibleName(_(said).format(code=row.code))
                each.setToolTip(each.accessibleName())
        self.reasons.setVisible(self._opens and row is not None)
        if row is not None:
            self.reasons.setAccessibleName(_(words.OPEN_OF).format(code=row.code))
        self.taken_moved.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines take their part of the height."""
        super().resizeEvent(event)
        self.lines.fit()

    # ── what is told ────────────────────────────────────────────────────────────────────────────────────────────────

    def _tell(self, now: tuple[str, ...]) -> None:
        before, self._codes = self._codes, now
        if before is None or before == now:
            return
        said = " ".join(_changes(before, now))
        for each in (self.offered, self.taken):
            each.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.taken, said))
        self.told.emit(said)

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _toggle(self, row: object) -> None:
        if not isinstance(row, Offered) or self._picking is None or not self._picking.may_change:
            return
        if row.standing is Standing.IN_SET:
            self.out_wanted.emit(row.code)
        else:
            self._add(row.code, -1)

    def _add(self, code: str, place: int) -> None:
        self.add_wanted.emit(code, place)
        self.taken.take_in_hand(lambda row: row.code == code)

    def _by(self, steps: int) -> None:
        row = self.taken.current()
        if row is not None:
            self.move_wanted.emit(row.code, steps)

    def _open(self, row: Taken) -> None:
        if self._opens:
            self.opened.emit(row.code)
        elif self.taken.may_change:
            self.out_wanted.emit(row.code)

    def _open_in_hand(self) -> None:
        row = self.taken.current()
        if row is not None:
            self.opened.emit(row.code)

    def _act(self, act: Act, of: str) -> None:
        self.taken.setFocus()
        self.act_wanted.emit(act, of)

    def _to_found(self) -> None:
        if self.offered.offered() is not None:
            self.offered.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dropped_on_catalogue(self, code: str, _place: int) -> None:
        if code in (self._codes or ()):
            self.out_wanted.emit(code)

    def _dropped_on_set(self, code: str, place: int) -> None:
        codes = self._codes or ()
        if code not in codes:
            self._add(code, place)
            return
        now = codes.index(code)
        steps = place - now - (1 if place > now else 0)
        if steps:
            self.move_wanted.emit(code, steps)


def _changes(before: Sequence[str], now: Sequence[str]) -> list[str]:
    came = [code for code in now if code not in before]
    went = [code for code in before if code not in now]
    told = [_(words.NOW_OUT).format(code=code) for code in went]
    told += [_(words.NOW_IN).format(code=code, place=now.index(code) + 1, count=len(now)) for code in came]
    if not told:
        moved = max(now, key=lambda code: abs(now.index(code) - before.index(code)))
        told = [_(words.NOW_MOVED).format(code=moved, place=now.index(moved) + 1, count=len(now))]
    return told
