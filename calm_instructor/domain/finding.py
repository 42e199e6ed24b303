"""Names and words as they are looked for: accents, case and spacing never keep anybody from being found."""

import unicodedata

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "ŀ": "l",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "’": "'",
        "‘": "'",
        "‐": "-",
        "‑": "-",
    }
)
"""Letters that Unicode takes for letters of their own, and people type without their stroke."""


def folded(text: str) -> str:
    """What spellings of one name share: "Łukasz  Wiśniewski" and "lukasz wisniewski" are one."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(plain.translate(_LETTERS).split())


def finds(wanted: str, *texts: str) -> bool:
    """Whether each word of what is wanted begins or stands within one of the texts. Nothing wanted finds everything."""
    hay = [folded(text) for text in texts]
    return all(any(word in text for text in hay) for word in folded(wanted).split())
