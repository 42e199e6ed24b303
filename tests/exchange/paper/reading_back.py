"""What is in a PDF, as PDFium and pikepdf find it: texts, places, inks, fonts, tags and QR codes."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import zxingcpp

MM = 25.4 / 72


@dataclass(frozen=True)
class Box:
    """Where something stands on a page: mm from the lower left corner."""

    left: float
    low: float
    right: float
    high: float
    text: str = ""

    def meets(self, other: "Box", slack: float = 0.3) -> bool:
        """Whether two boxes cover each other by more than ``slack`` in both directions."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        return wide > slack and min(self.high, other.high) - max(self.low, other.low) > slack

    def struck_by(self, line: "Box") -> bool:
        """Whether a thin line runs through the text."""
        if line.right - line.left > line.high - line.low:
            across = min(self.right, line.right) - max(self.left, line.left)
            return across > 0.5 and line.low > self.low + 0.25 and line.high < self.high - 0.25
        along = min(self.high, line.high) - max(self.low, line.low)
        return along > 0.5 and line.left > self.left + 0.3 and line.right < self.right - 0.3


def text_of(data: bytes) -> str:
    """All text of a document, page after page, with every run of white space as one space."""
    document = pdfium.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def text_of_pages(data: bytes) -> list[str]:
    """The text of each page, in the same way."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(data)]


def texts(page: pdfium.PdfPage) -> list[Box]:
    """Every visible text of a page with its place."""
    textpage = page.get_textpage()
    found = []
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        if raw.FPDFTextObj_GetTextRenderMode(each.raw) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            continue
        length = raw.FPDFTextObj_GetText(each.raw, textpage.raw, None, 0)
        buffer = ctypes.create_string_buffer(length * 2)
        raw.FPDFTextObj_GetText(each.raw, textpage.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
        text = buffer.raw.decode("utf-16-le").strip("\0")
        if text.strip():
            left, low, right, high = (side * MM for side in each.get_bounds())
            found.append(Box(left, low, right, high, text))
    return found


def thin_lines(page: pdfium.PdfPage) -> list[Box]:
    """Every straight line of a page, level or upright."""
    boxes = (Box(*(side * MM for side in o.get_bounds())) for o in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]))
    return [box for box in boxes if min(box.right - box.left, box.high - box.low) < 0.8]


def collisions(data: bytes) -> Iterator[str]:
    """Texts over texts, texts struck by lines, texts outside the margins: nothing, on a sound paper."""
    for number, page in enumerate(pdfium.PdfDocument(data), start=1):
        lying = page.get_width() > page.get_height()
        left, right, low = (17, 283, 9) if lying else (20, 196, 12)
        found, lines = texts(page), thin_lines(page)
        for index, box in enumerate(found):
            if box.left < left - 0.3 or box.right > right + 0.3 or box.low < low - 2:
                yield f"page {number}: {box.text!r} outside the margins"
            yield from (f"page {number}: {box.text!r} over {b.text!r}" for b in found[index + 1 :] if box.meets(b))
            yield from (f"page {number}: line through {box.text!r}" for line in lines if box.struck_by(line))


def inks(data: bytes) -> set[tuple[str, str]]:
    """What is painted in which colour: ("text", "black"), ("path", "0.92") and so on."""
    found = set()
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            fill, mode = "0", 0
            for instruction in pikepdf.parse_content_stream(page):
                operands, name = instruction.operands, str(instruction.operator)
                if name in ("g", "G"):
                    fill = f"{float(operands[0]):g}" if name == "g" else fill
                elif name in ("rg", "RG", "k", "K", "sc", "scn", "SC", "SCN"):
                    found.add(("colour", name))
                elif name == "Tr":
                    mode = int(operands[0])
                elif name == "TJ" or (name == "Tj" and mode != 3):
                    found.add(("text", fill))
                elif name in ("f", "f*"):
                    found.add(("path", fill))
    return found


def codes(data: bytes) -> list[str]:
    """What the QR code of each page says."""
    said: list[str] = []
    for page in pdfium.PdfDocument(data):
        picture = page.render(scale=200 / 72, grayscale=True)
        rows = bytes(picture.buffer)
        wide, high, stride = picture.width, picture.height, picture.stride
        packed = b"".join(rows[row * stride : row * stride + wide] for row in range(high))
        said.extend(each.text for each in zxingcpp.read_barcodes(memoryview(packed).cast("B", (high, wide))))
    return said


def elements(data: bytes) -> list[tuple[str, str, str]]:
    """The tags in reading order: role, alternative text, scope."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found: list[tuple[str, str, str]] = []

        def walk(node: pikepdf.Object) -> None:
            if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
                return
            attributes = node.get("/A", pikepdf.Dictionary())
            found.append((str(node.S)[1:], str(node.get("/Alt", "")), str(attributes.get("/Scope", ""))[1:]))
            kids = node.get("/K", pikepdf.Array())
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                walk(kid)

        walk(pdf.Root.StructTreeRoot.K)
        return found
