"""Two lists of techniques: what mouse, keyboard and drag ask for, what is found by typing, and what a reader hears of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from calm_instructor.domain.technique import Tier
from calm_instructor.operations.viewing.picking import Act, Against, Offered, Picking, SetLine, Standing, Taken
from calm_instructor.ui.parts.picker import Picker
from calm_instructor.ui.parts.rows_model import CARRIED
from calm_instructor.ui.parts.surfaces import Banner
from tests.ui.a_window import settle

FAMILIES = {"W1": "Wrist", "W2": "Wrist", "W3": "Wrist", "H1": "Hair", "H2": "Hair"}
NAMES = {"W1": "Same side", "W2": "Cross side", "W3": "Two hands", "H1": "Front", "H2": "Rear"}


def picking(*codes: str, **changes) -> Picking:
    """A catalogue of five, of which these are in the set; H2 meets no current risk."""
    own = {
        "offered": tuple(offered(code, code in codes) for code in FAMILIES),
        "taken": tuple(taken(code) for code in codes),
        "limit": 8,
        "never": 12,
    }
    return Picking(**{**own, **changes})


def offered(code: str, is_in: bool, **changes) -> Offered:
    own = {
        "code": code,
        "name": NAMES[code],
        "family": FAMILIES[code],
        "tier": Tier.MEDIUM if code == "W3" else Tier.LOW,
        "hold": f"hold of {code}",
        "standing": Standing.IN_SET if is_in else Standing.NO_RISK if code == "H2" else Standing.MEETS,
        "said": "in the set" if is_in else "no current risk" if code == "H2" else "meets risk 1",
        "may_add": not is_in and code != "H2",
        "reasoned": is_in or code == "H2",
    }
    return Offered(**{**own, **changes})


def taken(code: str, **changes) -> Taken:
    return Taken(**{"code": code, "name": NAMES[code], "tier": Tier.LOW, "met": "Risk 1, 9 times", **changes})


class Owner:
    """Does at once what the picker asks for, as an owner with a store would, and notes it."""

    def __init__(self, picker: Picker, *codes: str) -> None:
        self.picker, self.codes = picker, list(codes)
        self.asked: list[tuple] = []
        self.told: list[str] = []
        picker.add_wanted.connect(self.add)
        picker.out_wanted.connect(self.out)
        picker.move_wanted.connect(self.move)
        picker.act_wanted.connect(lambda act, of: self.asked.append((act, of)))
        picker.opened.connect(lambda code: self.asked.append(("open", code)))
        picker.told.connect(self.told.append)
        self.show()

    def show(self) -> None:
        self.picker.show_picking(picking(*self.codes))

    def add(self, code: str, place: int) -> None:
        self.asked.append(("add", code, place))
        if code != "H2":
            self.codes.insert(place if place >= 0 else len(self.codes), code)
        self.show()

    def out(self, code: str) -> None:
        self.asked.append(("out", code))
        self.codes.remove(code)
        self.show()

    def move(self, code: str, steps: int) -> None:
        self.asked.append(("move", code, steps))
        place = self.codes.index(code)
        self.codes.insert(max(0, place + steps), self.codes.pop(place))
        self.show()


@pytest.fixture
def made(qtbot, appearance):
    """Makes a picker with these in its set, shown and with the focus in the catalogue."""

    def make(*codes: str, opens: bool = False) -> Owner:
        picker = Picker(title="The set", opens=opens)
        qtbot.addWidget(picker)
        picker.resize(932, 480)
        picker.show()
        picker.activateWindow()
        owner = Owner(picker, *codes)
        picker.offered.setFocus()
        settle()
        return owner

    return make


def take(rows, code: str) -> None:
    assert rows.take_in_hand(lambda row: getattr(row, "code", "") == code)


def in_hand(rows) -> str:
    return getattr(rows.current(), "code", "")


def spot(rows, code: str, right: int | None = None) -> QPoint:
    """A point of the row, in its middle, or px from its right end."""
    take(rows, code)
    rect = rows.visualRect(rows.currentIndex())
    return QPoint(rect.center().x() if right is None else rect.right() - right, rect.center().y())


def dragged(rows, code: str) -> QMimeData:
    place = next(n for n, row in enumerate(rows.rows.rows) if getattr(row, "code", "") == code)
    return rows.rows.mimeData([rows.rows.index(place, 0)])


def drop(rows, data: QMimeData, at: QPoint) -> bool:
    """Carry over a list and let go, as Qt tells it of a real drag."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    port = rows.viewport()
    enter = QDragEnterEvent(at, Qt.DropAction.MoveAction, data, left, none)
    QApplication.sendEvent(port, enter)
    QApplication.sendEvent(port, QDragMoveEvent(at, Qt.DropAction.MoveAction, data, left, none))
    let_go = QDropEvent(QPointF(at), Qt.DropAction.MoveAction, data, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(port, let_go)
    return enter.isAccepted() and let_go.isAccepted()


# ── adding and taking out ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_adds_the_technique_in_hand_and_takes_it_out_again(made, qtbot, key):
    owner = made("W1")
    take(owner.picker.offered, "W2")
    qtbot.keyClick(owner.picker.offered, key)
    assert owner.asked == [("add", "W2", -1)]
    assert (in_hand(owner.picker.offered), in_hand(owner.picker.taken)) == ("W2", "W2")
    assert owner.picker.offered.hasFocus()
    qtbot.keyClick(owner.picker.offered, key)
    assert owner.asked[1:] == [("out", "W2")]
    assert owner.picker.offered.hasFocus()


def test_a_double_click_and_the_sign_do_what_the_key_does(made, qtbot):
    owner = made("W1")
    port = owner.picker.offered.viewport()
    qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=spot(owner.picker.offered, "W2"))
    assert owner.asked == [("add", "W2", -1)]
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=spot(owner.picker.offered, "W2", right=18))
    assert owner.asked[1:] == [("out", "W2")]


def test_two_quick_clicks_on_a_sign_are_one_wish(made, qtbot):
    owner = made("W1")
    port, at = owner.picker.offered.viewport(), spot(owner.picker.offered, "W2", right=18)
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    settle()
    assert [each for each in owner.asked if each[0] == "add"] == [("add", "W2", -1)]
    assert owner.codes == ["W1", "W2"]


def test_a_click_beside_the_sign_only_takes_in_hand(made, qtbot):
    owner = made("W1")
    port = owner.picker.offered.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=spot(owner.picker.offered, "W2"))
    assert owner.asked == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_in_the_set_a_key_takes_out_and_the_next_is_in_hand(made, qtbot, key):
    owner = made("W1", "W2", "W3")
    owner.picker.taken.setFocus()
    take(owner.picker.taken, "W2")
    qtbot.keyClick(owner.picker.taken, key)
    assert owner.asked == [("out", "W2")]
    assert in_hand(owner.picker.taken) == "W3"
    assert owner.picker.taken.hasFocus()


def test_the_cross_takes_out(made, qtbot):
    owner = made("W1", "W2")
    qtbot.mouseClick(
        owner.picker.taken.viewport(), Qt.MouseButton.LeftButton, pos=spot(owner.picker.taken, "W1", right=18)
    )
    assert owner.asked == [("out", "W1")]


def test_where_it_opens_enter_and_a_double_click_open_and_space_takes_out(made, qtbot):
    owner = made("W1", "W2", opens=True)
    owner.picker.taken.setFocus()
    take(owner.picker.taken, "W2")
    qtbot.keyClick(owner.picker.taken, Qt.Key.Key_Return)
    qtbot.mouseDClick(owner.picker.taken.viewport(), Qt.MouseButton.LeftButton, pos=spot(owner.picker.taken, "W1"))
    owner.picker.reasons.click()
    assert owner.asked == [("open", "W2"), ("open", "W1"), ("open", "W1")]
    qtbot.keyClick(owner.picker.taken, Qt.Key.Key_Space)
    assert owner.asked[3:] == [("out", "W1")]


def test_when_the_last_one_goes_the_focus_is_in_the_catalogue(made, qtbot):
    owner = made("W1")
    owner.picker.taken.setFocus()
    take(owner.picker.taken, "W1")
    qtbot.keyClick(owner.picker.taken, Qt.Key.Key_Delete)
    assert owner.codes == []
    assert owner.picker.offered.hasFocus()


def test_R3_what_may_not_be_added_is_asked_for_all_the_same_so_that_it_is_refused_in_words(made, qtbot):
    owner = made("W1")
    take(owner.picker.offered, "H2")
    qtbot.keyClick(owner.picker.offered, Qt.Key.Key_Return)
    assert owner.asked == [("add", "H2", -1)]
    assert in_hand(owner.picker.offered) == "H2"
    assert owner.told == []


# ── the order of teaching ───────────────────────────────────────────────────────────────────────────────────────────


def test_ctrl_with_an_arrow_moves_the_technique_which_stays_in_hand(made, qtbot):
    owner = made("W1", "W2", "W3")
    owner.picker.taken.setFocus()
    take(owner.picker.taken, "W3")
    qtbot.keyClick(owner.picker.taken, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert owner.codes == ["W1", "W3", "W2"]
    assert in_hand(owner.picker.taken) == "W3"
    qtbot.keyClick(owner.picker.taken, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert owner.asked == [("move", "W3", -1), ("move", "W3", 1)]


def test_the_buttons_name_what_they_move(made):
    owner = made("W1", "W2")
    take(owner.picker.taken, "W2")
    (earlier,) = [
        each for each in owner.picker.findChildren(QPushButton) if each.accessibleName() == "Teach W2 earlier"
    ]
    earlier.click()
    assert owner.codes == ["W2", "W1"]


# ── dragging ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_row_carries_its_code_and_a_head_carries_nothing(made):
    owner = made("W1")
    rows = owner.picker.offered.rows
    assert bytes(dragged(owner.picker.offered, "W2").data(CARRIED).data()) == b"W2"
    assert not rows.mimeData([rows.index(0, 0)]).hasFormat(CARRIED)
    assert not rows.flags(rows.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert rows.flags(rows.index(1, 0)) & Qt.ItemFlag.ItemIsDragEnabled


@pytest.mark.parametrize(("over", "below", "codes"), [("W1", False, "W2 W1 W3"), ("W1", True, "W1 W2 W3")])
def test_dragged_into_the_set_it_is_added_where_it_is_let_go(made, over, below, codes):
    owner = made("W1", "W3")
    at = spot(owner.picker.taken, over) + QPoint(0, 12 if below else -12)
    assert drop(owner.picker.taken, dragged(owner.picker.offered, "W2"), at)
    assert owner.codes == codes.split()
    assert in_hand(owner.picker.taken) == "W2"


def test_dragged_into_an_empty_set_it_is_the_first(made):
    owner = made()
    assert drop(owner.picker.taken, dragged(owner.picker.offered, "W2"), QPoint(100, 100))
    assert owner.codes == ["W2"]


@pytest.mark.parametrize(
    ("code", "over", "below", "codes"),
    [
        ("W3", "W1", False, "W3 W1 W2"),
        ("W1", "W3", True, "W2 W3 W1"),
        ("W1", "W2", True, "W2 W1 W3"),
        ("W2", "W2", True, "W1 W2 W3"),
        ("W2", "W1", True, "W1 W2 W3"),
    ],
)
def test_dragged_within_the_set_it_is_taught_at_its_new_place(made, code, over, below, codes):
    owner = made("W1", "W2", "W3")
    at = spot(owner.picker.taken, over) + QPoint(0, 12 if below else -12)
    assert drop(owner.picker.taken, dragged(owner.picker.taken, code), at)
    assert owner.codes == codes.split()
    assert all(each[0] == "move" for each in owner.asked)
    assert len(owner.asked) == (codes != "W1 W2 W3")


def test_dragged_back_to_the_catalogue_it_is_taken_out(made):
    owner = made("W1", "W2")
    assert drop(owner.picker.offered, dragged(owner.picker.taken, "W1"), QPoint(100, 100))
    assert owner.codes == ["W2"]
    assert drop(owner.picker.offered, dragged(owner.picker.offered, "W1"), QPoint(100, 100))
    assert owner.codes == ["W2"]


def test_a_list_scrolls_under_what_is_carried_to_its_end(made):
    owner = made("W1", "W2", "W3", "H1")
    owner.picker.resize(932, 220)
    settle()
    rows = owner.picker.taken
    take(rows, "W1")
    before = rows.verticalScrollBar().value()
    near = QPoint(100, rows.viewport().height() - 4)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data = dragged(rows, "W1")
    QApplication.sendEvent(rows.viewport(), QDragEnterEvent(near, Qt.DropAction.MoveAction, data, left, none))
    assert rows.verticalScrollBar().value() > before


def test_let_go_outside_the_lists_nothing_happens_and_no_field_takes_it_for_words(made):
    owner = made("W1", "W2")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for source, code in ((owner.picker.taken, "W1"), (owner.picker.offered, "W3")):
        data = dragged(source, code)
        for outside in (owner.picker.counter, owner.picker.search, owner.picker.lines):
            enter = QDragEnterEvent(QPoint(4, 4), Qt.DropAction.MoveAction, data, left, none)
            QApplication.sendEvent(outside, enter)
            assert not enter.isAccepted()
    assert owner.asked == []


def test_R6_one_without_a_reason_is_one_line_but_where_it_could_be_added(made):
    owner = made("W1")
    bare = [
        offered("W2", False, reasoned=False, may_add=False),
        offered("W3", False, reasoned=False),
        offered("H1", False, wanted=True),
    ]
    owner.picker.show_picking(picking("W1", offered=(offered("W1", True), *bare)))
    rows = owner.picker.offered
    told = {getattr(row, "code", ""): rows.rowHeight(place) for place, row in enumerate(rows.rows.rows)}
    assert told["W2"] == told["W1"]
    assert told["W3"] == told["H1"] > told["W1"]


def test_nothing_else_is_taken_from_a_drag(made):
    owner = made("W1")
    words = QMimeData()
    words.setText("W2")
    assert not drop(owner.picker.taken, words, QPoint(100, 20))
    assert owner.asked == []


def test_what_may_not_be_changed_takes_no_drag_key_or_click(made, qtbot):
    owner = made("W1", "W2")
    owner.picker.show_picking(picking("W1", "W2", may_change=False))
    assert not drop(owner.picker.taken, dragged(owner.picker.offered, "W3"), QPoint(100, 20))
    for rows, code in ((owner.picker.offered, "W3"), (owner.picker.taken, "W1")):
        rows.setFocus()
        take(rows, code)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete):
            qtbot.keyClick(rows, key)
        qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot(rows, code, right=18))
    assert owner.asked == []


# ── finding ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_arrows_pass_over_the_heads_of_families(made, qtbot):
    owner = made()
    take(owner.picker.offered, "W3")
    qtbot.keyClick(owner.picker.offered, Qt.Key.Key_Down)
    assert in_hand(owner.picker.offered) == "H1"
    qtbot.keyClick(owner.picker.offered, Qt.Key.Key_Up)
    assert in_hand(owner.picker.offered) == "W3"


@pytest.mark.parametrize(("typed", "code"), [("h2", "H2"), ("cross", "W2"), ("rear", "H2")])
def test_typing_in_a_list_finds_a_code_or_a_name(made, qtbot, typed, code):
    owner = made()
    qtbot.keyClicks(owner.picker.offered, typed)
    assert in_hand(owner.picker.offered) == code
    assert owner.asked == []


def test_search_tier_and_standing_narrow_the_catalogue_and_keep_the_heads(made, qtbot):
    owner = made("W1")
    rows = owner.picker.offered.rows

    def shown() -> list[str]:
        return [getattr(each, "code", f"[{each.name}]") for each in rows.rows]

    assert shown() == ["[Wrist]", "W1", "W2", "W3", "[Hair]", "H1", "H2"]
    qtbot.keyClicks(owner.picker.search, "hold of h1")
    assert shown() == ["[Hair]", "H1"]
    owner.picker.search.clear()
    owner.picker.tiers.set_value(Tier.MEDIUM)
    owner.picker.tiers.chosen.emit(Tier.MEDIUM)
    assert shown() == ["[Wrist]", "W3"]
    owner.picker.tiers.setCurrentIndex(0)
    owner.picker.shown.set_value("meets")
    owner.picker.shown.chosen.emit("meets")
    assert shown() == ["[Wrist]", "W1", "W2", "W3", "[Hair]", "H1"]
    owner.picker.shown.set_value("open")
    owner.picker.shown.chosen.emit("open")
    assert shown() == ["[Wrist]", "W2", "W3", "[Hair]", "H1"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_a_key_in_the_search_goes_to_what_was_found(made, qtbot, key):
    owner = made()
    owner.picker.search.setFocus()
    qtbot.keyClicks(owner.picker.search, "rear")
    qtbot.keyClick(owner.picker.search, key)
    assert owner.picker.offered.hasFocus()
    assert in_hand(owner.picker.offered) == "H2"


def test_what_is_in_hand_in_the_catalogue_is_in_hand_in_the_set(made, qtbot):
    owner = made("W1", "W2", "H1")
    take(owner.picker.offered, "W2")
    assert in_hand(owner.picker.taken) == "W2"
    owner.picker.taken.setFocus()
    qtbot.keyClick(owner.picker.taken, Qt.Key.Key_Down)
    assert in_hand(owner.picker.offered) == "H1"


# ── what is said ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_reader_hears_how_a_technique_stands_and_what_happened(made, qtbot):
    owner = made("W1")
    role = Qt.ItemDataRole.AccessibleTextRole
    take(owner.picker.offered, "W3")
    assert owner.picker.offered.currentIndex().data(role) == "W3 Two hands, medium tier, meets risk 1"
    qtbot.keyClick(owner.picker.offered, Qt.Key.Key_Return)
    assert owner.told == ["W3 is in the set, place 2 of 2."]
    assert owner.picker.taken.accessibleDescription() == owner.told[0]
    assert owner.picker.taken.currentIndex().data(role) == "W3 Two hands, low tier, place 2 of 2, Risk 1, 9 times"
    owner.picker.taken.setFocus()
    qtbot.keyClick(owner.picker.taken, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(owner.picker.taken, Qt.Key.Key_Delete)
    assert owner.told[1:] == ["W3 is taught as number 1 of 2.", "W3 is out of the set."]


def test_a_reader_hears_what_is_owed(made):
    owner = made("W1")
    owed = taken("W1", owes="owes why this one", proposed="proposed words")
    owner.picker.show_picking(picking("W1", taken=(owed,)))
    told = owner.picker.taken.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "W1 Same side, low tier, place 1 of 1, Risk 1, 9 times, proposed words, owes why this one"


def test_R4_the_counter_tells_how_many_of_at_most_how_many(made):
    owner = made("W1", "W2")
    assert owner.picker.counter.accessibleName() == "2 of at most 8"


def test_R6_a_line_beneath_offers_its_act_and_the_focus_stays_near(made, qtbot):
    owner = made("W1")
    line = SetLine(tone="warn", sentence="Risk 2 is not covered.", act=Act.COVER, of="2", button="Cover risk 2")
    owner.picker.show_picking(
        replace(picking("W1"), lines=(line,), against=Against(ref="revision 1", lines=(("Kept", "1"),)))
    )
    (cover,) = [each for each in owner.picker.lines.findChildren(QPushButton) if each.text() == "Cover risk 2"]
    cover.setFocus()
    qtbot.keyClick(cover, Qt.Key.Key_Return)
    assert owner.asked == [(Act.COVER, "2")]
    assert owner.picker.taken.hasFocus()


def test_every_line_is_seen_at_once_whatever_came_before(made):
    owner = made("W1")
    lines = tuple(SetLine(tone="warn", sentence=f"Risk {number} is not covered.") for number in (1, 2, 3))
    owner.picker.show_picking(picking("W1", lines=lines[:1]))
    settle()
    owner.picker.show_picking(picking("W1", lines=lines))
    settle()
    seen = [each for each in owner.picker.lines.findChildren(Banner) if not each.visibleRegion().isEmpty()]
    assert [each.accessibleName() for each in seen] == [each.sentence for each in lines]
    assert owner.picker.lines.height() >= 3 * 30
