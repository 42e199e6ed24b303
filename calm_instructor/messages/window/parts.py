"""Words of the pieces that every page is made of."""

from calm_instructor.messages.translating import mark

LEAVE = mark("Leave as it is")
WHY = mark("Why, in your words")
GO_ON = mark("Go on with this reason")
A_REASON_IS_ASKED = mark("This goes on with your reason")
A_REASON_STAYS = mark("The reason is kept with the record and printed with it.")
TROUBLE = mark("Something is in the way")
TROUBLE_SAFE = mark("Everything recorded before this is safe.")
COPY = mark("Copy the details")
CLOSE = mark("Close")
OURS = mark("The program made a mistake")
OURS_SAFE = mark(
    "Everything recorded before this is safe. You can go on; if it happens again, send the details to head office."
)
LESS = mark("less")
MORE = mark("more")
DATE_HINT = mark("22 Nov 2026")
NO_DATE = mark("“{text}” is no date. Write it as 22 Nov 2026.")
EARLIEST = mark("The earliest date here is {day}.")
FIND = mark("Find")
EMPTY = mark("Fill this in.")
MINUTES = mark("min")
