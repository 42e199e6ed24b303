"""R15, R44: what in the words on an adjustment says what somebody has. Marks words; never blocks typing and knows no medicine.

What the instructor must do is written down, never why. It sees words, not people: a rare illness or an abbreviation goes unseen.
"""

import re
from dataclasses import dataclass

_PART = (
    "ankle|arm|back|chest|disc|elbow|eye|finger|foot|groin|hamstring|hand|head|heart|hip|joint|kidney|knee|leg|lung|muscle|"
    "neck|pelvi[sc]|rib|shoulder|spin(?:e|al)|stomach|thumb|toe|wrist"
)
_HAS = (
    "ache|attack|complaint|condition|defect|disease|disorder|failure|fusion|infection|injury|injuries|op|operation|pain|problem|"
    "replacement|spasm|surgery|trouble|weakness"
)
_WORDS = (
    # what is named with a name
    r"ADHD|alcoholic\w*|allerg(?:y|ies|ic)|anaemi[ac]|angina|anorexi[ac]|anxiety|arthrit(?:is|ic)|asthma(?:tic)?|autis(?:m|tic)",
    r"bipolar|bulimi[ac]|burn-?out|bursitis|cancer|carpal tunnel|cataracts?|cerebral palsy|chemo(?:therapy)?|claustrophobi[ac]",
    r"colostomy|concuss(?:ion|ed)|COPD|Crohn['’]?s?|deaf(?:ness)?|dementia|depress(?:ion|ed|ive)|diabet(?:es|ic)|dialysis|DVT",
    r"dysprax\w+|dyslexi[ac]|Ehlers[- ]Danlos|endometriosis|epilep(?:sy|tic)|fibromyalgia|fractur(?:e|es|ed)|glaucoma|gout",
    r"haemophilia\w*|hepatitis|hernia(?:s|ted)?|HIV|hypermobil\w+|hypertension|IBS|IVF|lupus|meningitis|menopaus(?:e|al)",
    r"migraines?|miscarriage|multiple sclerosis|OCD|osteo(?:arthritis|porosis)|pacemaker|Parkinson['’]?s?|phobia",
    r"post-?(?:op|operative|natal|partum)|pregnan(?:t|cy)|psoriasis|psychosis|PTSD|RSI|schizophreni[ac]|sciatica|scoliosis",
    r"seizures?|sickle cell|slipped disc|spondyl\w+|sprain(?:s|ed)?|stoma|stroke|tend[io]nitis|tennis elbow",
    r"surgery|thrombosis|tinnitus|tumou?rs?|ulcer(?:s|ative)?|vertigo|whiplash|long covid|covid(?:-19)?|chronic (?:fatigue|pain)",
    # what is said around it
    r"blood pressure|diagnos(?:is|es|ed)|disab(?:led|ility|ilities)|hard of hearing|hearing (?:loss|impair\w+)|illness(?:es)?",
    r"medical(?:ly)? (?:condition|history|reason)s?|medication|mental health|panic attacks?|suffer(?:s|ing|ed)? (?:from|with)",
    r"trauma(?:ti[sz]ed)?|visually impaired|visual impairment|weeks (?:pregnant|gone)",
    # a part of the body and what is wrong with it
    rf"(?:{_PART})s? (?:{_HAS})s?",
    rf"(?:bad|broken|dislocated|frozen|injured|painful|replaced|sore|sprained|torn|weak) (?:left |right |lower |upper )?(?:{_PART})s?",
)
_SAID = re.compile(
    r"(?<!\w)(?:" + "|".join(each.replace(" ", r"\s{1,3}") for each in _WORDS) + r")(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True)
class Said:
    """Words of a text from ``start`` to ``end`` (exclusive) that say what somebody has."""

    start: int
    end: int
    words: str


def find(text: str) -> tuple[Said, ...]:
    """Everything of a text that says what somebody has, in order. The time taken grows with the length of the text."""
    return tuple(Said(each.start(), each.end(), each.group(0)) for each in _SAID.finditer(text))
