"""Writing the open data: month by month in one snapshot, so that size does not matter and the tables agree."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from dugnad.activities.vocabulary import words
from dugnad.core import marks
from dugnad.core.periods import written
from dugnad.figures import reading
from dugnad.figures.measures import Measures
from dugnad.figures.snapshot import snapshot
from dugnad.network.models import Belonging, Unit
from dugnad.showcase.opendata import package
from dugnad.showcase.opendata.activities import activities
from dugnad.showcase.opendata.columns import ACTIVITIES, BELONGINGS, FIGURES, LIST, PEOPLE, SMALL, TABLES, TERMS, UNITS, Table


@dataclass(frozen=True)
class Exported:
    """How many rows each table has, and how many counts of people were left out as small."""

    rows: dict[str, int]
    small: int


def export(folder: Path, licence: str, progress: Callable[[int], object] = lambda rows: None) -> Exported:
    """Write all tables into an empty folder; `progress` is told how many more activities are written."""
    rows, small = dict.fromkeys((table.name for table in TABLES), 0), 0
    with snapshot(), marks.steady():
        codes = dict(Unit.objects.values_list("pk", "code"))
        top = Unit.objects.filter(parent=None).first()
        whole = top.pk if top else 0
        for table, frame in ((UNITS, _units(codes)), (BELONGINGS, _belongings(codes)), (TERMS, _terms())):
            _write(folder, table, frame)
            rows[table.name] = frame.height
        for month in reading.months():
            for table, frame in ((ACTIVITIES, activities(whole, month, codes)), (FIGURES, _figures(month, codes))):
                frame = _without_small(frame)
                _write(folder, table, frame, month)
                rows[table.name] += frame.height
                small += int(frame["small"].list.len().sum())
                progress(frame.height if table is ACTIVITIES else 0)
    found = Exported(rows, small)
    package.write(folder, licence, rows, str(top) if top else "")
    return found


def _units(codes: dict[int, str]) -> pl.DataFrame:
    rows = Unit.objects.select_related("level").order_by("code")
    return _frame(
        UNITS,
        [
            (u.code, str(u), u.level.key, codes.get(u.parent_id or 0), u.country or None, u.city or None, _near(u.lat), _near(u.lon), u.founded_on, u.closed_on)
            for u in rows
        ],
    )


def _near(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, 2)


def _belongings(codes: dict[int, str]) -> pl.DataFrame:
    rows = Belonging.objects.values_list("member_id", "whole_id", "since", "until").order_by("member_id", "since")
    return _frame(BELONGINGS, [(codes[member], codes[whole], since, until) for member, whole, since, until in rows])


def _terms() -> pl.DataFrame:
    known = words()
    rows = {(known.kind(t.pk), known.key(t.pk)): t for t in known.terms.values() if t.pk not in known.counts_as}
    return _frame(TERMS, [(*key, term.names.get("en", term.key), term.units.get("en")) for key, term in sorted(rows.items())])


def _figures(month: int, codes: dict[int, str]) -> pl.DataFrame:
    found = reading.everything(month)
    return _frame(FIGURES, [(codes[unit], written(month), facet, value, *_measured(sums), []) for (unit, facet, value), sums in sorted(found.items())])


def _measured(sums: Measures) -> tuple[Any, ...]:
    return (sums.activities, *(getattr(sums, name) for name in PEOPLE), round(sums.volunteer_hours, 2), sums.money_eur, sums.amount / 1000)


def _without_small(frame: pl.DataFrame) -> pl.DataFrame:
    """Leave out the counts of people from 1 to 4, and say which."""
    few = {name: pl.col(name).is_between(1, SMALL - 1).fill_null(value=False) for name in PEOPLE}
    said = pl.concat_list([pl.when(test).then(pl.lit(name)) for name, test in few.items()]).list.drop_nulls()
    return frame.with_columns(small=said, **{name: pl.when(~test).then(pl.col(name)) for name, test in few.items()})


def _frame(table: Table, rows: list[tuple[Any, ...]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=table.schema, orient="row")


def _write(folder: Path, table: Table, frame: pl.DataFrame, month: int | None = None) -> None:
    """Parquet: one file, or one of each month in a folder of its year. CSV: one file, or one of each year; lists joined by semicolons."""
    plain = frame.with_columns(pl.col(column.name).list.join(";") for column in table.columns if column.kind == LIST)
    if month is None:
        frame.write_parquet(_made(folder / "parquet" / f"{table.name}.parquet"))
        plain.write_csv(_made(folder / "csv" / f"{table.name}.csv"))
        return
    year = f"{month // 12:04d}"
    frame.write_parquet(_made(folder / "parquet" / table.name / f"year={year}" / f"{written(month)}.parquet"))
    path = _made(folder / "csv" / table.name / f"{year}.csv")
    with path.open("ab") as file:
        plain.write_csv(file, include_header=file.tell() == 0)


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
