"""Forms of sign-off: an action plan, a signed sheet that is held, a withdrawal."""

from calm_instructor.domain.ids import ActionPlanId
from calm_instructor.domain.sign_off import ActionPlan
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as register_words
from calm_instructor.messages.window import sign_off as words
from calm_instructor.messages.window.courses import hour
from calm_instructor.operations.signing import hold_ink_copy, withdraw, write_action_plan
from calm_instructor.operations.viewing.signing import SignOffRow
from calm_instructor.ui.course.scrolled_rows import ScrollingPanel
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.dates import read_time
from calm_instructor.ui.parts.inputs import Choice, DateEdit
from calm_instructor.ui.parts.texts import LineEdit, TextEdit


class PlanPanel(ScrollingPanel):
    """R19: what somebody not yet competent needs, who helps, and when it is looked at again."""

    def __init__(self, page: Page, row: SignOffRow, by: str) -> None:
        title = _(words.PLAN_TITLE).format(who=row.name)
        super().__init__(page, title, _(words.RECORD), _(words.PLAN_DETAIL))
        self._row = row
        self.need = TextEdit(lines=2)
        self.support = TextEdit(lines=2)
        self.by = LineEdit(by)
        self.review = DateEdit()
        self.restriction = LineEdit()
        self.manager = DateEdit()
        self.add("need", _(words.PLAN_NEED), self.need)
        self.add("support", _(words.PLAN_SUPPORT), self.support)
        self.add("by", _(words.PLAN_BY), self.by)
        self.add("review", _(words.PLAN_REVIEW), self.review)
        self.add("restriction", _(words.PLAN_RESTRICTION), self.restriction, _(words.PLAN_RESTRICTION_HINT))
        self.add("manager", _(words.PLAN_MANAGER), self.manager, _(words.PLAN_MANAGER_HINT))
        self.column.addStretch(1)

    def act(self) -> None:
        """Write it."""
        review, told = self.review.date(), self.manager.date()
        if not self.filled("need", "support", "by", "review"):
            return
        if review is None:
            self.fields["review"].refuse(_(words.NOT_A_DATE))
            return
        if told is None and self.manager.text().strip():
            self.fields["manager"].refuse(_(words.NOT_A_DATE))
            return
        plan = ActionPlan(
            id=ActionPlanId(self.page.desk.new_id()),
            enrolment=self._row.enrolment,
            need=self.need.text().strip(),
            support=self.support.text().strip(),
            by_whom=self.by.text().strip(),
            review_on=review,
            restriction=self.restriction.text().strip(),
            manager_informed_on=told,
        )
        self.page.granted(write_action_plan, plan, then=lambda _plan: self.finished.emit())


class InkPanel(ScrollingPanel):
    """R48: a sheet signed in ink is here, and where; authority begins on the day that stands on it."""

    def __init__(self, page: Page, rows: list[SignOffRow], first: SignOffRow) -> None:
        super().__init__(page, _(words.INK_TITLE), _(words.RECORD), _(words.INK_DETAIL))
        now = page.desk.clock()
        self.who = Choice([(row.sign_off, f"{row.bib}  {row.name}") for row in rows])
        self.who.set_value(first.sign_off)
        self.on = DateEdit(now.date())
        self.at = LineEdit(hour(now.time()))
        self.where = LineEdit()
        self.add("who", _(words.INK_WHO), self.who)
        self.add("on", _(words.INK_ON), self.on)
        self.add("at", _(register_words.WHEN), self.at)
        self.add("where", _(words.INK_WHERE), self.where, _(words.INK_WHERE_HINT))
        self.column.addStretch(1)

    def first(self) -> LineEdit:
        """Where it is held."""
        return self.where

    def act(self) -> None:
        """Record it."""
        on, at = self.on.date(), read_time(self.at.text())
        if on is None:
            self.fields["on"].refuse(_(words.NOT_A_DATE))
            return
        if at is None:
            self.fields["at"].refuse(_(register_words.NOT_A_TIME))
            return
        if not self.filled("where"):
            return
        signed_at = self.page.desk.clock().replace(
            year=on.year, month=on.month, day=on.day, hour=at.hour, minute=at.minute, second=0, microsecond=0
        )
        self.page.granted(
            hold_ink_copy,
            self.who.value(),
            signed_at,
            self.where.text().strip(),
            then=lambda _signed: self.finished.emit(),
        )


class WithdrawPanel(ScrollingPanel):
    """A sign-off withdrawn with a reason; both stay on record."""

    def __init__(self, page: Page, row: SignOffRow) -> None:
        title = _(words.WITHDRAW_TITLE).format(who=row.name)
        super().__init__(page, title, _(words.WITHDRAW_VERB), _(words.WITHDRAW_DETAIL))
        self._sign_off = row.sign_off
        self.reason = TextEdit(lines=3)
        self.add("reason", _(words.WITHDRAW_REASON), self.reason)
        self.column.addStretch(1)

    def act(self) -> None:
        """Withdraw it."""
        if self.filled("reason"):
            self.page.granted(
                withdraw, self._sign_off, self.reason.text().strip(), then=lambda _signed: self.finished.emit()
            )
