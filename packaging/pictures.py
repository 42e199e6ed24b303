"""Renders every page of every paper in a folder to PNG, with one HTML page to look through them.

    python packaging/pictures.py PAPERS PICTURES

For eyes, not for tests. The pictures' folder is made anew; the papers are only read.
"""

import shutil
import sys
from html import escape
from pathlib import Path

import pypdfium2

DOTS_PER_INCH = 110

PAGE = """<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Papers</title>
<style>
  body {{ font: 16px sans-serif; margin: 2rem; background: #ddd; }}
  img {{ max-width: 100%; margin: 0 1rem 1rem 0; box-shadow: 0 0 6px #888; vertical-align: top; }}
</style>
<h1>Papers</h1>
{papers}
</html>
"""


def render(paper: Path, pictures: Path) -> list[Path]:
    """Every page of the paper as a PNG, in page order."""
    made = []
    with pypdfium2.PdfDocument(paper) as document:
        for number, page in enumerate(document, start=1):
            picture = pictures / f"{paper.stem}-{number:02}.png"
            page.render(scale=DOTS_PER_INCH / 72).to_pil().save(picture)
            made.append(picture)
    return made


def show(name: str, pictures: list[Path]) -> str:
    """One paper's part of the page."""
    images = "\n".join(
        f'<a href="{escape(picture.name)}"><img src="{escape(picture.name)}" alt="{escape(name)}, page {number}"></a>'
        for number, picture in enumerate(pictures, start=1)
    )
    return f"<h2>{escape(name)}</h2>\n{images}"


def main(papers: Path, pictures: Path) -> int:
    """How many papers were rendered; 0 is a failure of the caller's."""
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    found = sorted(papers.rglob("*.pdf"))
    shown = [show(str(paper.relative_to(papers)), render(paper, pictures)) for paper in found]
    (pictures / "index.html").write_text(PAGE.format(papers="\n".join(shown)), encoding="utf-8")
    print(f"{len(found)} papers, {len(list(pictures.glob('*.png')))} pages: {pictures / 'index.html'}")
    return len(found)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])) == 0)
