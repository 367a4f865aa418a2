"""The content of a report and the last entry that it contains, from one and the same moment."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from dugnad.core.errors import Refused
from dugnad.figures import proofs, reading
from dugnad.reports.content.made import content
from dugnad.reports.models import Report

TRIES = 5


def frozen(report: Report, today: date, make: Callable[[Report, date], dict[str, Any]] = content) -> tuple[dict[str, Any], int, str]:
    """Content, number of the last entry, code. Made anew when something was registered meanwhile (on PostgreSQL, where others may write)."""
    for _try in range(TRIES):
        entry, proof = reading.last_entry(), proofs.of_unit(report.unit_id, report.period)
        state = reading.state()
        made = make(report, today)
        if reading.state() == state and proofs.of_unit(report.unit_id, report.period) == proof:
            return made, entry, proof
    raise Refused("moving", _("So much is being registered just now that the figures do not stand still. Try again in a moment."))
