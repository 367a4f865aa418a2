"""The kinds of blocks that a section is made of: JSON all through, so that what is frozen is what was shown."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _

from dugnad.documents.charts.bars import Bar
from dugnad.figures.measures import Measures
from dugnad.web.templatetags.web import change, number, short_month

FEW = 10  # activities, below which a change says little
Block = dict[str, Any]


def words(*paragraphs: str) -> Block:
    return {"kind": "words", "paragraphs": [text for text in paragraphs if text]}


def picture(name: str, draw: str, bars: Sequence[dict[str, Any]], *, title: str, desc: str, unit: str = "") -> Block:
    """`draw`: series, rows or map."""
    return {"kind": "picture", "name": name, "draw": draw, "bars": list(bars), "title": title, "desc": desc, "unit": unit}


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, title: str, texts: int = 1, total: Sequence[str] = ()) -> Block:
    """The first `texts` columns are words, the others numbers; `total` is a last row, if any."""
    return {"kind": "table", "head": list(head), "rows": [list(row) for row in rows], "title": title, "texts": texts, "total": list(total)}


def figures(items: Sequence[dict[str, str]]) -> Block:
    return {"kind": "figures", "items": list(items)}


def terms(pairs: Sequence[tuple[str, str]]) -> Block:
    return {"kind": "terms", "pairs": [list(pair) for pair in pairs]}


def bar(label: str, now: Measures, before: Measures | None, **more: Any) -> dict[str, Any]:
    """A number of activities with the year before."""
    was = None if before is None else before.activities
    shown: dict[str, Any] = {"before": was, "before_shown": _("a year before: %(n)s") % {"n": number(was)}} if was is not None else {}
    return asdict(Bar(label, now.activities, number(now.activities), **shown, **more))


def feet(months: Sequence[int]) -> dict[int, str]:
    """What stands under the columns: of a year or less the months, or where their names are long the first of each three; else the years."""
    if len(months) > 12:
        return {one: str(one // 12) for one in months}
    names = {one: short_month(one) for one in months}
    if all(len(name) <= 3 for name in names.values()):
        return names
    return {one: names[months[0] + (one - months[0]) // 3 * 3] for one in months}


def grown(now: float, before: float) -> str:
    """In per cent; a dash where there was nothing before."""
    return change(now, before) or "–"


def changed(now: Measures, before: Measures) -> str:
    """Of activities; a dash too where there were so few that it says little."""
    return grown(now.activities, before.activities) if before.activities >= FEW else "–"
