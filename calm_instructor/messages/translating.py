"""Where a text becomes the reader's language: gettext's standard machinery and nothing else.

Source texts are English (UK). ``_`` marks and translates at once; ``mark`` only marks, for tables of texts that are
translated when they are read. A text is never built with an f-string: placeholders are named and filled afterwards.
"""

import gettext
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str, translations: Path) -> None:
    """Speak ``language`` from now on, from compiled catalogues under ``translations``; English where one is missing."""
    global _catalogue
    _catalogue = gettext.translation("calm_instructor", translations, [language], fallback=True)


def _(text: str) -> str:
    """The text in the reader's language."""
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for this count in the reader's language; ``{count}`` is the caller's to fill."""
    return _catalogue.ngettext(one, many, count)


def mark(text: str) -> str:
    """Mark a text for translation without translating it yet."""
    return text
