"""The reading order of a document: a tree of headings, tables and cells over the ink of its pages.

Every mark of ink belongs to an element or is an artifact. Whoever draws says which element is open; content is begun and
ended here, lazily, so that a line between two words interrupts nothing in the tree. Draws nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

ARTIFACT = "/Artifact BMC"


@dataclass(eq=False)
class Element:
    """A node of the tree. kids: elements, and (page, number) of marked content, in reading order."""

    role: str
    alt: str = ""
    scope: str = ""
    across: int = 1
    kids: "list[Element | tuple[int, int]]" = field(default_factory=list)


class Structure:
    """The tree of one document while it is being drawn."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._open = [self.root]
        self._owners: list[list[Element]] = []
        self._writing: Element | None = None
        self._artifact = False

    def new_page(self) -> None:
        """Content is numbered from nought on every page."""
        self._owners.append([])

    @contextmanager
    def element(self, role: str, alt: str = "", scope: str = "", across: int = 1) -> Iterator[None]:
        """An element under the one that is open; what is drawn meanwhile is its content."""
        element = Element(role, alt, scope, across)
        self._open[-1].kids.append(element)
        self._open.append(element)
        yield
        self._open.pop()

    def content(self) -> Iterator[str]:
        """The operators that make what follows content of the open element; artifact where none is open."""
        owner = self._open[-1]
        if owner is self.root:
            yield from self.artifact()
        elif self._writing is not owner:
            yield from self.pause()
            number = len(self._owners[-1])
            self._owners[-1].append(owner)
            owner.kids.append((len(self._owners) - 1, number))
            self._writing = owner
            yield f"/{owner.role} <</MCID {number}>> BDC"

    def artifact(self) -> Iterator[str]:
        """The operators that make what follows an artifact."""
        if not self._artifact:
            yield from self.pause()
            self._artifact = True
            yield ARTIFACT

    def pause(self) -> Iterator[str]:
        """The operator that ends what is being written, if anything is."""
        if self._writing is not None or self._artifact:
            yield "EMC"
        self._writing, self._artifact = None, False

    def written(self, pdf: Pdf) -> None:
        """Put the tree into a file whose pages hold the content."""
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        made: dict[Element, Object] = {}
        tree.K = self._written(pdf, self.root, tree, made)
        numbers = Array()
        for index, (page, owners) in enumerate(zip(pdf.pages, self._owners, strict=True)):
            page.obj.StructParents = index
            page.obj.Tabs = Name.S
            numbers.append(index)
            numbers.append(pdf.make_indirect(Array([made[owner] for owner in owners])))
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = len(self._owners)
        pdf.Root.StructTreeRoot = tree
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _written(self, pdf: Pdf, element: Element, parent: Object, made: dict[Element, Object]) -> Object:
        node = pdf.make_indirect(Dictionary(S=Name(f"/{element.role}"), P=parent))
        made[element] = node
        if element.alt:
            node.Alt = String(element.alt)
        table = Dictionary(O=Name.Table)
        if element.scope:
            table.Scope = Name(f"/{element.scope}")
        if element.across > 1:
            table.ColSpan = element.across
        if len(table) > 1:
            node.A = table
        page = next((kid[0] for kid in element.kids if not isinstance(kid, Element)), None)
        kids = Array()
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._written(pdf, kid, node, made))
            elif kid[0] == page:
                kids.append(kid[1])
            else:
                kids.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[kid[0]].obj, MCID=kid[1]))
        if page is not None:
            node.Pg = pdf.pages[page].obj
        node.K = kids[0] if len(kids) == 1 else kids
        return node
