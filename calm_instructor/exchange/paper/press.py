"""The press: ink on pages, in mm from the upper left corner, and the file that comes of it.

Text, lines and shapes only; what a paper looks like is the sheet's matter. All ink is black; white stands on black labels
only, and the one tint lies behind table heads. A document is laid twice: the first time counts its pages.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from io import BytesIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from calm_instructor.exchange.paper.embedding import UsedFonts
from calm_instructor.exchange.paper.finishing import About, finished
from calm_instructor.exchange.paper.fonts import face
from calm_instructor.exchange.paper.shaping import MM_PER_PT, Glyph, Line, shape
from calm_instructor.exchange.paper.tagging import Structure

PT = 1 / MM_PER_PT
TINT = 0.92
_THICKENED = 0.012  # stroke of a regular that stands in for a bold, in type sizes
_THICKENED_FROM = 12  # pt; smaller letters of many strokes would fill in
_MOST_STRETCH = 1.6  # mm to a part


class _Canvas(Canvas):
    """ReportLab's canvas without the font it would name at the head of every page."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class Press:
    """One document being laid. ``width`` and ``height`` of the page in mm; ``pages`` is how many there will be.

    ``stretches``: what each page's room can give to a part of its spaces, in mm, as an earlier laying found.
    """

    def __init__(self, lying: bool, pages: int, stretches: Sequence[float] = ()) -> None:
        size = landscape(A4) if lying else A4
        self.width, self.height = size[0] * MM_PER_PT, size[1] * MM_PER_PT
        self.pages, self.page = pages, 0
        self._stretches, self._asked, self.found = stretches, 0.0, list[float]()
        self._file = BytesIO()
        self._canvas = _Canvas(self._file, pagesize=size, invariant=1, pageCompression=0, pdfVersion=(1, 4))
        self._structure = Structure()
        self._fonts = UsedFonts()

    def new_page(self, bookmark: str) -> None:
        """Begin a page, named in the bookmarks."""
        self._end_page()
        self.page += 1
        self._structure.new_page()
        self._canvas.bookmarkPage(f"page-{self.page}")
        self._canvas.addOutlineEntry(bookmark, f"page-{self.page}", 0)

    def stretch(self, parts: float) -> float:
        """A space that may take up room the page leaves over: so many parts of it, in mm; none at the first laying."""
        self._asked += parts
        return parts * self._stretches[self.page - 1] if self.page <= len(self._stretches) else 0.0

    def left_over(self, room: float) -> None:
        """How much room the open page leaves over, in mm: shared out to its spaces at the next laying."""
        self.found.append(min(_MOST_STRETCH, max(room, 0) / self._asked) if self._asked else 0.0)
        self._asked = 0.0

    def _end_page(self) -> None:
        if self.page:
            self._operators(self._structure.pause())
            self._canvas.showPage()

    def file(self, about: About) -> bytes:
        """The finished document."""
        self._end_page()
        self._canvas.save()
        return finished(self._file.getvalue(), about, self._structure, self._fonts)

    # ── what ink belongs to ────────────────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def tagged(self, role: str, alt: str = "", scope: str = "", across: int = 1) -> Iterator[None]:
        """What is drawn meanwhile is content of a new element, as H1, P, Table, TR, TH, TD or Figure."""
        with self._structure.element(role, alt, scope, across):
            yield

    def _operators(self, operators: Iterator[str]) -> None:
        for operator in operators:
            self._canvas.addLiteral(operator)

    # ── text ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 9,
        bold: bool = False,
        align: float = 0,
        turned: bool = False,
        white: bool = False,
        crowded: bool = False,
    ) -> float:
        """One line at (x, y), y being its foot; gives its width. align: 0 from x, 0.5 around x, 1 up to x.

        turned: reads upwards, and x is its foot.
        """
        return self.lines([(x, y, text)], size, bold, align, turned, white, crowded=crowded)

    def lines(
        self,
        lines: Sequence[tuple[float, float, str]],
        size: float = 9,
        bold: bool = False,
        align: float = 0,
        turned: bool = False,
        white: bool = False,
        whole: str = "",
        crowded: bool = False,
    ) -> float:
        """Lines of one text that is read as a whole, as a name that had to be broken; gives the widest width.

        crowded: other texts stand on these lines. It matters to a text that runs right to left only: PDFium puts the words
        of a whole line in order itself, so where nothing else stands each word is read by itself.
        """
        shaped = [shape(text, bold) for _, _, text in lines]
        widths = [line.width * size / 1000 * MM_PER_PT for line in shaped]
        if not crowded and not turned and all(line.right_to_left for line in shaped):
            self._word_by_word(lines, size, bold, align)
            return max(widths, default=0)
        whole = whole or " ".join(text for _, _, text in lines)
        self._operators(self._structure.content())
        if white:
            self._canvas.setFillGray(1)
        apart = len(lines) == 1 and shaped[0].plain
        with nullcontext() if apart else self._spoken(whole, *lines[0][:2]):
            for (x, y, _), line, width in zip(lines, shaped, widths, strict=True):
                right, down = (0.0, align * width) if turned else (-align * width, 0.0)
                self._set(x + right, y + down, line, size, turned)
        if white:
            self._canvas.setFillGray(0)
        return max(widths, default=0)

    def _word_by_word(self, lines: Sequence[tuple[float, float, str]], size: float, bold: bool, align: float) -> None:
        self._operators(self._structure.content())
        space = shape(" ", bold).width
        for x, y, text in lines:
            across = x + (1 - align) * shape(text, bold).width * size / 1000 * MM_PER_PT
            for word in text.split():
                line = shape(word, bold)
                across -= line.width * size / 1000 * MM_PER_PT
                with self._spoken(word, across, y):
                    self._set(across, y, line, size, turned=False)
                across -= space * size / 1000 * MM_PER_PT

    @contextmanager
    def _spoken(self, text: str, x: float, y: float) -> Iterator[None]:
        """What is set meanwhile, from (x, y) on, is read as ``text``.

        An unseen sign goes before it: PDFium turns a text round whose first sign runs right to left.
        """
        roman = face("NotoSans", False)
        sign = self._fonts.code(roman, Glyph(roman.glyph("x"), "", 0, 0, 0))
        self._canvas.addLiteral(f"/Span <</ActualText <feff{text.encode('utf-16-be').hex()}>>> BDC")
        self._canvas.addLiteral(f"BT 1 0 0 1 {x * PT:.3f} {self._up(y):.3f} Tm 3 Tr")
        self._canvas.addLiteral(f"/{self._fonts.resource(roman)} 1 Tf <{sign:04x}> Tj 0 Tr ET")
        yield
        self._canvas.addLiteral("EMC")

    def _set(self, x: float, y: float, line: Line, size: float, turned: bool) -> None:
        turn = "0 1 -1 0" if turned else "1 0 0 1"
        self._canvas.addLiteral(f"BT {turn} {x * PT:.3f} {self._up(y):.3f} Tm")
        for run in line.runs:
            thicken = run.face.thicken and size >= _THICKENED_FROM
            if thicken:
                self._canvas.addLiteral(f"2 Tr {size * _THICKENED:.3f} w")
            self._operators(self._fonts.shown(run, size))
            if thicken:
                self._canvas.addLiteral("0 Tr")
        self._canvas.addLiteral("ET")

    # ── lines and shapes ───────────────────────────────────────────────────────────────────────────────────────────

    def rule(self, x: float, y: float, to_x: float, to_y: float | None = None, weight: float = 0.4) -> None:
        """A straight line, weight in pt; level unless ``to_y`` is given. Never read out."""
        self._operators(self._structure.artifact())
        self._canvas.setLineWidth(weight)
        self._canvas.line(x * PT, self._up(y), to_x * PT, self._up(y if to_y is None else to_y))

    def box(self, x: float, y: float, width: float, height: float, weight: float = 0.9, dashed: bool = False) -> None:
        """The outline of a box whose upper left corner is (x, y). Never read out."""
        self._operators(self._structure.artifact())
        self._outline(x, y, width, height, weight, dashed)

    def tint(self, x: float, y: float, width: float, height: float, gray: float = TINT) -> None:
        """A filled box: the tint behind a table head, or black. Never read out."""
        self._operators(self._structure.artifact())
        self._fill(x, y, width, height, gray)

    def label(self, x: float, y: float, width: float, height: float) -> None:
        """A black box that belongs to the open element, for white letters."""
        self._operators(self._structure.content())
        self._fill(x, y, width, height, 0)

    def frame(self, x: float, y: float, width: float, height: float, weight: float, dashed: bool = False) -> None:
        """The outline of a box that belongs to the open element."""
        self._operators(self._structure.content())
        self._outline(x, y, width, height, weight, dashed)

    def circle(self, x: float, y: float, radius: float, weight: float, filled: bool = False) -> None:
        """A circle around (x, y) that belongs to the open element."""
        self._operators(self._structure.content())
        self._canvas.setLineWidth(weight)
        self._canvas.circle(x * PT, self._up(y), radius * PT, stroke=0 if filled else 1, fill=1 if filled else 0)

    def stroke(self, points: Sequence[tuple[float, float]], weight: float, round_ends: bool = True) -> None:
        """A line through points that belongs to the open element."""
        self._operators(self._structure.content())
        path = self._canvas.beginPath()
        path.moveTo(points[0][0] * PT, self._up(points[0][1]))
        for x, y in points[1:] or points:
            path.lineTo(x * PT, self._up(y))
        self._canvas.setLineWidth(weight)
        self._canvas.setLineCap(1 if round_ends else 0)
        self._canvas.setLineJoin(1 if round_ends else 0)
        self._canvas.drawPath(path)
        self._canvas.setLineCap(0)
        self._canvas.setLineJoin(0)

    def squares(self, boxes: Sequence[tuple[float, float, float, float]]) -> None:
        """Filled boxes (x, y, width, height), as one shape that belongs to the open element."""
        self._operators(self._structure.content())
        path: PDFPathObject = self._canvas.beginPath()
        for x, y, width, height in boxes:
            path.rect(x * PT, self._up(y + height), width * PT, height * PT)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _fill(self, x: float, y: float, width: float, height: float, gray: float) -> None:
        self._canvas.setFillGray(gray)
        self._canvas.rect(x * PT, self._up(y + height), width * PT, height * PT, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def _outline(self, x: float, y: float, width: float, height: float, weight: float, dashed: bool) -> None:
        self._canvas.setLineWidth(weight)
        if dashed:
            self._canvas.setDash([1.2, 1.2])
        self._canvas.rect(x * PT, self._up(y + height), width * PT, height * PT, stroke=1, fill=0)
        if dashed:
            self._canvas.setDash([])

    def _up(self, y: float) -> float:
        return (self.height - y) * PT


def printed(lay: Callable[[Press], None], about: About, lying: bool = False) -> bytes:
    """The document that ``lay`` lays. The first laying is thrown away: it counts the pages and the room they leave over."""
    counting = Press(lying, pages=0)
    lay(counting)
    for stretches in (counting.found, ()):
        press = Press(lying, counting.page, stretches)
        lay(press)
        if press.page == counting.page:
            break
    return press.file(about)
