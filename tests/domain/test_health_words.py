"""R15, R44: words that say what somebody has are marked; what the instructor must do is not."""

import time

import pytest

from calm_instructor.domain.health_words import find


def words(text: str) -> list[str]:
    return [each.words for each in find(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("asthma", ["asthma"]),
        ("Asthmatic, so no long rounds", ["Asthmatic"]),
        ("She is pregnant: standing only", ["pregnant"]),
        ("20 weeks gone", ["weeks gone"]),
        ("EPILEPSY", ["EPILEPSY"]),
        ("epileptic; has seizures", ["epileptic", "seizures"]),
        ("type 2 diabetes", ["diabetes"]),
        ("Recent back surgery.", ["back surgery"]),
        ("no kneeling: knee  replacement in May", ["knee  replacement"]),
        ("bad lower back, seated only", ["bad lower back"]),
        ("frozen shoulder", ["frozen shoulder"]),
        ("Crohn’s, may have to leave", ["Crohn’s"]),
        ("high blood pressure", ["blood pressure"]),
        ("suffers from migraines", ["suffers from", "migraines"]),
        ("post-op, PTSD and anxiety", ["post-op", "PTSD", "anxiety"]),
        ("hearing loss in the left ear", ["hearing loss"]),
        ("diagnosed in May", ["diagnosed"]),
        ("back\nsurgery", ["back\nsurgery"]),
    ],
)
def test_R15_what_somebody_has_is_found(text, said):
    assert words(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hair techniques seated only",
        "hair, seated only",
        "No kneeling, no weight on the left knee",
        "Stand to the right: face them when you speak",
        "Shoulder release from the left side alone",
        "No strain on the back or the neck; stop at once when asked",
        "A partner of the same height; longer pauses, water at hand",
        "Spoken for written; large print; an interpreter of sign language",
        "Only a woman as a partner",
        "Two minutes' rest after each round, no pressure on the chest",
        "Signed operations manual, strokes of the clock, open hand",
        "Nobody stands behind; lights on; door open",
        "Hand to the head is shown slowly, wrist work standing",
    ],
)
def test_R15_what_the_instructor_must_do_is_not(text):
    assert words(text) == []


def test_R15_it_says_where_the_words_stand():
    text = "Seated, asthma, no rounds"
    (said,) = find(text)
    assert text[said.start : said.end] == said.words == "asthma"


def test_a_long_text_is_looked_through_in_a_moment():
    text = "bad lower back  " * 6_000 + "weak left " * 6_000
    began = time.perf_counter()
    assert len(find(text)) == 6_000
    assert time.perf_counter() - began < 2
