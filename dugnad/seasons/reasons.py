"""Why an activity was flagged, in a sentence."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from dugnad.activities.models import Activity
from dugnad.seasons.explained import counted
from dugnad.seasons.models import Flag
from dugnad.web.templatetags.web import number


def why_flagged(flag: Flag) -> str:
    """With the numbers on which it rests."""
    told: dict[str, Any] = {name: number(value) if isinstance(value, (int, float)) else value for name, value in flag.reason.items()}
    if flag.kind == Flag.Kind.PEAK:
        told["value"] = counted(flag.reason["count"], flag.reason["value"])
    return {
        Flag.Kind.TWIN: _("Almost the same title and counts as “%(title)s” of %(day)s, for the same cause."),
        Flag.Kind.SLICE: _("One of %(many)s with like titles within two days, such as “%(title)s”: perhaps they are one."),
        Flag.Kind.PEAK: _("%(value)s, where this unit usually has about %(usual)s."),
        Flag.Kind.ROUND: _("All its counts end in a nought, as in %(round)s of %(of)s activities of this unit in the season."),
        Flag.Kind.RUSH: _("One of %(many)s registered in the last %(days)s days, a month or more after they took place, of %(of)s in the season."),
    }[Flag.Kind(flag.kind)] % told


def told_to(activity: Activity) -> list[tuple[Flag, str]]:
    """What its coordinators see: what waits to be looked at, and what stays out and why (1 query)."""
    return with_reasons(activity.flags.out().order_by("pk"))


def with_reasons(flags: Iterable[Flag]) -> list[tuple[Flag, str]]:
    return [(flag, why_flagged(flag)) for flag in flags]
