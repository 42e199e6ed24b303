"""Every sentence of the program, through gettext.

Imports the domain only. One module per subject; nothing outside this floor holds a sentence that a person reads.
``sentence`` words an objection or an error; the subjects' modules hold labels and the words of the papers.
"""

from calm_instructor.messages.sentences import problem_sentence, sentence

__all__ = ["problem_sentence", "sentence"]
