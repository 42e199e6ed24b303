"""The icon and the word of a tier, the same wherever a technique is listed."""

from calm_instructor.domain.technique import Tier
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import picker as words

TIER_ICONS = {Tier.LOW: "tier-low", Tier.MEDIUM: "tier-medium", Tier.HIGH: "tier-high"}


def tier_word(tier: Tier | None) -> str:
    """The tier in a word; "–" where it is not known."""
    return _(words.TIERS[tier.value]) if tier is not None else "–"
