"""Balances made anew from the entries, in a column store in memory, while everything goes on; what differs is put right.

Entries and balances are read in one snapshot. What a balance lacks is then added to it, as folding would: so it does not matter
what was folded meanwhile, nobody waits, and a reader sees the figures of before or of after.
"""

import json
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import polars as pl
from django.db import transaction

from dugnad.core import marks
from dugnad.core.errors import Refused
from dugnad.core.frames import frame, frames
from dugnad.figures import years
from dugnad.figures.fold import correct
from dugnad.figures.measures import COLUMNS
from dugnad.figures.models import Entry
from dugnad.figures.snapshot import snapshot

SUMS = COLUMNS[:-1]  # the amount of a measure is not a column of its own entry but stands in `amounts`
READ = ("scopes", "month", "facets", "amounts", *SUMS)
KEY = ["unit", "facet", "value", "month"]
TEXT = {"scopes": pl.String, "month": pl.Int32, "facets": pl.String, "amounts": pl.String, **dict.fromkeys(SUMS, pl.Int64)}
BALANCE = {"unit": pl.Int64, "facet": pl.String, "value": pl.String, "month": pl.Int32, **dict.fromkeys(COLUMNS, pl.Int64)}


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many entries were read, how many balances there are by them, and how many rows were wrong."""

    entries: int
    balances: int
    corrected: int


def rebuild(progress: Callable[[int], object] = lambda many: None) -> Rebuilt:
    """Recount all balances; `progress` is told how many more entries were read. Refused when two do it at once."""
    before = marks.current("rebuilt")
    with snapshot():
        entries, right = _recounted(progress)
        wrong = _differing(right, _balances())
    if wrong.height:
        with transaction.atomic():
            if marks.current("rebuilt") != before:
                raise Refused("rebuilt-meanwhile", "Somebody else has rebuilt the balances meanwhile; look with dugnad audit.")
            marks.touch("rebuilt")
            correct({row[:4]: list(row[4:]) for row in wrong.iter_rows()})
    return Rebuilt(entries, right.height, wrong.height + years.rebuild())


def _recounted(progress: Callable[[int], object]) -> tuple[int, pl.DataFrame]:
    """The number of folded entries, and the balances that follow from them."""
    parts, entries = [_summed(pl.DataFrame(schema=TEXT))], 0
    with ThreadPoolExecutor(1) as beside:  # adds one chunk up while the next one is read
        adding: Future[pl.DataFrame] | None = None
        for chunk in frames(f"SELECT {', '.join(READ)} FROM figures_entry WHERE folded", TEXT):
            if adding:
                parts = [_added([*parts, adding.result()])] if len(parts) > 8 else [*parts, adding.result()]
            adding = beside.submit(_summed, chunk)
            entries += chunk.height
            progress(chunk.height)
        if adding:
            parts.append(adding.result())
    found = _added(parts)
    units = found.select(pl.col("scopes").unique()).with_columns(unit=pl.col("scopes").str.json_decode(pl.List(pl.Int64))).explode("unit")
    return entries, found.join(units, on="scopes").group_by(KEY).agg(pl.col(COLUMNS).sum())


def _summed(chunk: pl.DataFrame) -> pl.DataFrame:
    """The lines of the entries, by scopes, facet, value and month: the units are told apart at the very end."""
    by = ["scopes", "facet", "value", "month"]
    total = chunk.with_columns(facet=pl.lit(""), value=pl.lit(""), amount=pl.lit(0, pl.Int64))
    said = chunk.select(pl.col("facets").unique())
    values = [(text, facet, value) for text in said["facets"] for facet, found in json.loads(text).items() for value in found]
    facets = pl.DataFrame(values, schema={"facets": pl.String, "facet": pl.String, "value": pl.String}, orient="row")
    rows = chunk.group_by("scopes", "month", "facets").agg(pl.col(SUMS).sum()).join(facets, on="facets").with_columns(amount=pl.lit(0, pl.Int64))
    return _added([frame.select(*by, *COLUMNS) for frame in (total, rows, _amounts(chunk))])


def _amounts(chunk: pl.DataFrame) -> pl.DataFrame:
    """The lines of goods and money, each with its amount; a reversal takes it away."""
    some = chunk.filter(pl.col("amounts") != "{}").with_row_index("row")
    found = [
        (row, facet, value, amount if activities >= 0 else -amount)
        for row, text, activities in some.select("row", "amounts", "activities").iter_rows()
        for facet, values in json.loads(text).items()
        for value, amount in values.items()
    ]
    schema = {"row": pl.UInt32, "facet": pl.String, "value": pl.String, "amount": pl.Int64}
    return some.join(pl.DataFrame(found, schema=schema, orient="row"), on="row")


def _added(parts: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(parts).group_by("scopes", "facet", "value", "month").agg(pl.col(COLUMNS).sum())


def _balances() -> pl.DataFrame:
    return frame(f"SELECT {', '.join(KEY)}, {', '.join(COLUMNS)} FROM figures_balance", BALANCE)


def _differing(right: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """What must be added to each balance that is not right."""
    lacking = pl.concat([right.select(*KEY, *COLUMNS), there.with_columns(-pl.col(COLUMNS))]).group_by(KEY).agg(pl.col(COLUMNS).sum())
    return lacking.filter(pl.any_horizontal(pl.col(COLUMNS) != 0)).sort(KEY)


def many() -> int:
    """How many entries are folded: what a rebuild reads."""
    return Entry.objects.filter(folded=True).count()
