"""Dialogs, only to ask for a reason or for danger: opened, never waited for. What is safe comes first, the verb last."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.errors import Objection
from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import parts as words
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Field
from calm_instructor.ui.parts.labels import Label, Line
from calm_instructor.ui.parts.surfaces import Banner, scrolled
from calm_instructor.ui.parts.texts import TextEdit

_WIDTH = 560


class AskDialog(QDialog):
    """A question in a window: title, words, fields in the middle that scroll, and buttons that never do."""

    def __init__(self, parent: QWidget, title: str, intro: str = "", *, verb: str, leave: str = "") -> None:
        super().__init__(parent.window())
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(12)
        self.middle.setContentsMargins(0, 0, 8, 0)
        self._inner = QWidget()
        self._inner.setLayout(self.middle)
        head = QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 0)
        head.setSpacing(8)
        head.addWidget(Label(title, "section", wrap=True))
        if intro:
            head.addWidget(Label(intro, "quiet", wrap=True))
        self._area = scrolled(self._inner)
        head.addWidget(self._area, 1)
        self.leave = button(leave or _(words.LEAVE), self.reject)
        self.go_on = button(verb, self.accept, kind="primary")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head, 1)
        column.addWidget(Line())
        column.addLayout(foot)

    def ask(self) -> None:
        """Open it, as tall as what it asks and at most 90 % of the screen."""
        self.setFixedWidth(_WIDTH)
        self._area.setVisible(self.middle.count() > 0)
        self.middle.addStretch(1)
        inner = self._inner
        wanted = inner.heightForWidth(_WIDTH - 48) if inner.hasHeightForWidth() else inner.sizeHint().height()
        screen = QGuiApplication.primaryScreen().availableGeometry().height()
        self._area.setFixedHeight(min(wanted + 4, round(screen * 0.9) - 190))
        self.open()
        self.first().setFocus()

    def first(self) -> QWidget:
        """What the keyboard works on when it opens."""
        return self.leave


class FormDialog(AskDialog):
    """Asks for a few texts. ``done`` gets them by name; a text that must not be empty keeps the dialog open."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        fields: Sequence[tuple[str, str, QWidget]],
        done: Callable[[Mapping[str, str]], object],
        *,
        intro: str = "",
        verb: str,
        may_be_empty: Sequence[str] = (),
    ) -> None:
        super().__init__(parent, title, intro, verb=verb)
        self._done = done
        self._may_be_empty = frozenset(may_be_empty)
        self._fields = {name: Field(label, editor) for name, label, editor in fields}
        for each in self._fields.values():
            self.middle.addWidget(each)

    def first(self) -> QWidget:
        """Where the first text goes."""
        return next(iter(self._fields.values())).editor if self._fields else self.leave

    def texts(self) -> dict[str, str]:
        """What stands in the fields, by name."""
        return {name: _text_of(each.editor) for name, each in self._fields.items()}

    def field(self, name: str) -> Field:
        """A field by its name, for a refusal."""
        return self._fields[name]

    def accept(self) -> None:
        """Hand the texts over, unless one is missing."""
        texts = self.texts()
        for name, each in self._fields.items():
            if texts[name].strip() or name in self._may_be_empty:
                each.accept()
            else:
                each.refuse(_(words.EMPTY))
        if all(text.strip() or name in self._may_be_empty for name, text in texts.items()):
            super().accept()
            self._done(texts)


def _text_of(editor: QWidget) -> str:
    text = getattr(editor, "text", None) or getattr(editor, "currentText", None)
    return str(text()) if text is not None else ""


class ReasonDialog(FormDialog):
    """Asks the reasons that warnings want, each beneath its sentence; ``done`` gets them by the warning's code."""

    def __init__(
        self, parent: QWidget, warnings: Sequence[Objection], done: Callable[[Mapping[str, str]], object]
    ) -> None:
        super().__init__(
            parent,
            _(words.A_REASON_IS_ASKED),
            [(code, _(words.WHY), TextEdit(lines=2)) for code in dict.fromkeys(each.code for each in warnings)],
            done,
            intro=_(words.A_REASON_STAYS),
            verb=_(words.GO_ON),
        )
        for code, field in self._fields.items():
            told = " ".join(dict.fromkeys(sentence(each) for each in warnings if each.code == code))
            self.middle.insertWidget(self.middle.indexOf(field), Banner("warn", told))
            field.editor.setAccessibleName(f"{_(words.WHY)}: {told}")


class TroubleDialog(AskDialog):
    """The world says no, or the program made a mistake: what is safe, what to do, and the details to copy."""

    def __init__(self, parent: QWidget, told: str, *, details: str = "", ours: bool = False) -> None:
        title, safe = (words.OURS, words.OURS_SAFE) if ours else (words.TROUBLE, words.TROUBLE_SAFE)
        super().__init__(parent, _(title), verb=_(words.CLOSE), leave=_(words.COPY))
        self._details = details or told
        self.middle.addWidget(Banner("stop", told))
        self.middle.addWidget(Label(_(safe), wrap=True))

    def first(self) -> QWidget:
        """Enter closes it."""
        return self.go_on

    def reject(self) -> None:
        """The other button copies; Escape closes as well."""
        QGuiApplication.clipboard().setText(self._details)
        super().reject()
