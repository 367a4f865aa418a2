"""Where a number of an answer opens: the list of the activities behind it, or of those that were behind it on the asked day."""

from typing import Any
from urllib.parse import urlencode

from dugnad.activities.addresses import opens
from dugnad.core.periods import ALWAYS, Period, written
from dugnad.explorer.question import Question
from dugnad.network.models import Unit


def behind(asked: Question, unit: Unit, period: Period, **facets: Any) -> str:
    """The address of the list, with its day if there is one."""
    if asked.as_of is None:
        return opens(unit, period if period != ALWAYS else None, **facets)
    told = {"unit": unit.code, "measure": asked.measure, "as_of": asked.as_of}
    told |= {"span": "always"} if period == ALWAYS else {"from": written(period.first), "to": written(period.last)}
    for facet, value in facets.items():
        told |= {"facet": facet, "value": value}
    return f"/figures/behind/?{urlencode(told)}"
