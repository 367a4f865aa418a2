"""A list of activities as it stands on pages, rendered so that it can be kept."""

from collections.abc import Iterable

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from dugnad.activities.models import Activity


def listed(rows: Iterable[Activity], *, searched: bool = False) -> SafeString:
    """The rows, or the sentence that says there are none; the same for every reader."""
    return render_to_string("showcase/list.html", {"rows": list(rows), "searched": searched})
