"""Every sentence of the program, through gettext.

Imports the domain only. One module per subject; nothing outside this floor holds a sentence that a person reads.
``sentence`` words an objection or an error; the subjects' modules hold labels and the words of the papers.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calm_instructor.messages.sentences import problem_sentence, sentence

__all__ = ["problem_sentence", "sentence"]


def __getattr__(name: str) -> object:
    """The two words for every no, loaded when the first is said: they know the whole domain, and the first window doesn't."""
    if name not in __all__:
        raise AttributeError(name)
    from calm_instructor.messages import sentences

    return getattr(sentences, name)
