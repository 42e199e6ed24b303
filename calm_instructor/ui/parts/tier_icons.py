"""The icon of a tier, the same wherever a technique is listed."""

from calm_instructor.domain.technique import Tier

TIER_ICONS = {Tier.LOW: "tier-low", Tier.MEDIUM: "tier-medium", Tier.HIGH: "tier-high"}
