"""Words of the course page: its steps, and the column of what is left."""

from calm_instructor.messages.translating import mark

PLAN = mark("Plan")
TECHNIQUES = mark("Techniques")
PEOPLE = mark("People")
REGISTER = mark("Register")
ASSESS = mark("Assess")
SIGN_OFF = mark("Sign-off")
DOCUMENTS = mark("Documents")
CLOSE = mark("Close and send")
STEPS = mark("Steps of the course")
WHAT_IS_LEFT = mark("What is left")
NEXT = mark("Next")
NOTHING_LEFT = mark("Nothing is left here.")
NOTHING_LEFT_AT_ALL = mark("Nothing is left.")
DONE = mark("done")
OPEN_ITEMS = mark("{count} left")
GO_THERE = mark("{title}. {detail}. Go there")
MORE_OF_THEM = mark("and {count} more")
READ_ONLY = mark("Read-only: closed on {day} by {who}.")
CANCELLED = mark("This course was cancelled.")
MORE = mark("More")
