"""Where a figure opens."""

from typing import Any
from urllib.parse import urlencode

from dugnad.core.periods import Period, written
from dugnad.network.models import Unit


def opens(unit: Unit, period: Period | None = None, **more: Any) -> str:
    """The address of the list of activities behind a figure."""
    asked: dict[str, Any] = {"unit": unit.code}
    if period:
        asked |= {"from": written(period.first), "to": written(period.last)}
    return f"/activities/?{urlencode(asked | {k: v for k, v in more.items() if v})}"
