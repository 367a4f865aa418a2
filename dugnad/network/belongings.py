"""What a unit was part of on a day: its parents and their platforms, from a table small enough to keep at hand."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import connection

from dugnad.core import marks
from dugnad.core.periods import month_of
from dugnad.network.models import Belonging, Unit

Spans = dict[int, list[tuple[int, date, date | None]]]
_kept: dict[str, tuple[object, Spans]] = {}


def wholes(unit_ids: Iterable[int], day: date) -> list[int]:
    """The units themselves and all that they were part of on that day, each once, in ascending order."""
    spans, found, waiting = _spans(), set[int](), list(unit_ids)
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found.add(unit)
            waiting.extend(_on(spans.get(unit, []), day))
    return sorted(found)


def months_within(whole: Unit) -> dict[int, list[tuple[int, int]]]:
    """For each unit that was ever directly within: the spans of months (both ends included) in which it was.

    A month counts for the whole to which the unit belonged on its first day.
    """
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for member, since, until in Belonging.objects.filter(whole=whole).values_list("member_id", "since", "until"):
        found[member].append(_months(since, until))
    return found


def members_of(whole: Unit) -> tuple[dict[int, Unit], dict[int, list[tuple[int, int]]]]:
    """The units that were ever directly within, platforms left out, and the spans of months in which each was."""
    units: dict[int, Unit] = {}
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in Belonging.objects.filter(whole=whole, member__level__groups=False).select_related("member__level"):
        units[row.member_id] = row.member
        spans[row.member_id].append(_months(row.since, row.until))
    return units, spans


def _months(since: date, until: date | None) -> tuple[int, int]:
    return month_of(since) + (since.day > 1), month_of(until) - (until.day == 1) if until else month_of(date.max)


def _on(spans: list[tuple[int, date, date | None]], day: date) -> list[int]:
    return [whole for whole, since, until in spans if since <= day and (until is None or day < until)]


def _spans() -> Spans:
    mark = marks.current("belongings")
    name = str(connection.settings_dict["NAME"])
    if name not in _kept or _kept[name][0] != mark:
        _kept[name] = (mark, _load())
    return _kept[name][1]


def _load() -> Spans:
    spans: Spans = defaultdict(list)
    for member, whole, since, until in Belonging.objects.values_list("member_id", "whole_id", "since", "until"):
        spans[member].append((whole, since, until))
    return spans
