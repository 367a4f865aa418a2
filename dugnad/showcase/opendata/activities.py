"""The activities of one month as a frame: read as columns, since Python row by row would take hours for ten million."""

from collections.abc import Mapping
from typing import Any

import polars as pl
from django.db import connection

from dugnad.activities.models import Organiser
from dugnad.activities.vocabulary import words
from dugnad.core.frames import frame
from dugnad.core.periods import first_day, written
from dugnad.showcase.opendata.columns import ACTIVITIES, PEOPLE

COUNTED = (
    "FROM activities_countsfor c JOIN activities_activity a ON a.id = c.activity_id {joined}WHERE c.unit_id = %s AND c.starts_on >= %s AND c.starts_on < %s"
)
PLAIN = {
    "unit_id": pl.Int64,
    "month": pl.Int32,
    "cause_id": pl.Int64,
    "type_id": pl.Int64,
    "label_id": pl.Int64,
    "origin": pl.String,
    "meetings": pl.Int64,
    **dict.fromkeys(PEOPLE, pl.Int64),
}
DECIMAL = {"hours_per_meeting": pl.Float64, "volunteer_minutes": pl.Float64, "money_eur": pl.Float64}
TEXTS = {"id": pl.String, "starts_on": pl.String, "ends_on": pl.String, "registered_at": pl.String, "held": pl.String}
TRUTHS = {"online": pl.Int8, "failed": pl.Int8}
TAGGED = {"objectives": "objective", "sdgs": "sdg", "actions": "action"}  # the column, and its kind of words


def activities(top: int, month: int, codes: Mapping[int, str]) -> pl.DataFrame:
    """Those that count for the whole network in a month, in the order of their days; `codes`: of the units, by id."""
    about = (top, *(_day(first_day(one)) for one in (month, month + 1)))
    bare = frame(f"SELECT {', '.join(_selected())} {COUNTED.format(joined='')}", {**TEXTS, **PLAIN, **DECIMAL, **TRUTHS}, about)
    for hanging in (_tags(about), _goods(about), _organisers(about, codes)):
        bare = bare.join(hanging, on="id", how="left")
    return bare.sort("starts_on", "id").select(*_columns(codes)).select(pl.col(column.name).cast(column.kind) for column in ACTIVITIES.columns)


def _day(day: Any) -> Any:
    return connection.ops.adapt_datefield_value(day)


def _selected() -> list[str]:
    """Dates and ids as text, truths as numbers: the same from both databases."""
    return [
        *(f"CAST(a.{name} AS TEXT)" for name in TEXTS),
        *(f"a.{name}" for name in PLAIN),
        *(f"CAST(a.{name} AS DOUBLE PRECISION)" for name in DECIMAL),
        *(f"CASE WHEN a.{name} THEN 1 ELSE 0 END" for name in TRUTHS),
    ]


def _columns(codes: Mapping[int, str]) -> list[pl.Expr]:
    """What waits for somebody's confirmation is left empty, as it does not count."""
    known = words()
    keys = {pk: known.key(pk) for pk in known.terms}
    day = {name: pl.col(name).str.slice(0, 10).str.to_date("%Y-%m-%d") for name in ("starts_on", "ends_on", "registered_at")}
    months = {number: written(number) for number in range(12 * 2200)}
    lists = [pl.col(name).fill_null([]) for name in ("organisers", *TAGGED)]
    held = {name: _unless_held(column).alias(name) for name, column in {"volunteer_hours": "volunteer_minutes", "money_eur": "money_eur"}.items()}
    return [
        _written_id().alias("id"), pl.col("unit_id").replace_strict(codes).alias("unit"), day["starts_on"], day["ends_on"],
        pl.col("month").replace_strict(months), pl.col("cause_id").replace_strict(keys).alias("cause"),
        pl.col("type_id").replace_strict(keys, default=None, return_dtype=pl.String).alias("type"),
        pl.col("label_id").replace_strict(keys, default=None, return_dtype=pl.String).alias("label"),
        pl.when(pl.col("origin") != "").then(pl.col("origin")).alias("origin"),
        *lists, pl.col("online").cast(pl.Boolean), pl.col("meetings"), pl.col("hours_per_meeting"),
        *(_unless_held(name) for name in PEOPLE), (held["volunteer_hours"] / 60).round(2), held["money_eur"].round(2), pl.col("measures").fill_null([]),
        pl.col("failed").cast(pl.Boolean), day["registered_at"].alias("registered_on"), pl.lit([], pl.List(pl.String)).alias("small"),
    ]  # fmt: skip


def _written_id() -> pl.Expr:
    """SQLite keeps the digits of a UUID without its hyphens."""
    digits = pl.col("id").str.replace_all("-", "", literal=True)
    parts = [(0, 8), (8, 4), (12, 4), (16, 4), (20, 12)]
    return pl.concat_str([digits.str.slice(*part) for part in parts], separator="-")


def _unless_held(column: str) -> pl.Expr:
    name = {"volunteer_minutes": "volunteer_hours"}.get(column, column)
    return pl.when(~pl.col("held").str.contains(f'"{name}"', literal=True)).then(pl.col(column))


def _tags(about: tuple[Any, ...]) -> pl.DataFrame:
    """Objectives, goals and kinds of action, each as a list of its own."""
    known = words()
    terms = pl.DataFrame(
        [(pk, known.kind(pk), known.key(pk)) for pk in known.terms], schema={"term": pl.Int64, "kind": pl.String, "key": pl.String}, orient="row"
    )
    sql = f"SELECT CAST(a.id AS TEXT), t.term_id {COUNTED.format(joined='JOIN activities_tag t ON t.activity_id = a.id ')}"
    found = frame(sql, {"id": pl.String, "term": pl.Int64}, about).join(terms, on="term")
    lists = [pl.col("key").filter(pl.col("kind") == kind).unique().sort().alias(name) for name, kind in TAGGED.items()]
    return found.group_by("id").agg(lists)


def _goods(about: tuple[Any, ...]) -> pl.DataFrame:
    """Like food=120; those whose amount waits for a confirmation are not said."""
    known = words()
    keys = {pk: known.key(pk) for pk in known.terms}
    selected = "CAST(a.id AS TEXT), CAST(a.held AS TEXT), g.measure_id, CAST(g.amount AS DOUBLE PRECISION)"
    schema = {"id": pl.String, "held": pl.String, "measure": pl.Int64, "amount": pl.Float64}
    found = frame(f"SELECT {selected} {COUNTED.format(joined='JOIN activities_good g ON g.activity_id = a.id ')}", schema, about)
    named = found.with_columns(pl.col("measure").replace_strict(keys, return_dtype=pl.String))
    counted = named.filter(~pl.col("held").str.contains(pl.format('"{}"', "measure"), literal=True))
    amount = pl.col("amount").cast(pl.Decimal(18, 3)).cast(pl.String).str.strip_chars_end("0").str.strip_chars_end(".")
    return counted.group_by("id").agg(pl.format("{}={}", "measure", amount).sort().alias("measures"))


def _organisers(about: tuple[Any, ...], codes: Mapping[int, str]) -> pl.DataFrame:
    """The units that organised it too and have not declined."""
    joined = f"JOIN activities_organiser o ON o.activity_id = a.id AND o.state <> '{Organiser.State.DECLINED.value}' "
    found = frame(f"SELECT CAST(a.id AS TEXT), o.unit_id {COUNTED.format(joined=joined)}", {"id": pl.String, "unit": pl.Int64}, about)
    code = pl.col("unit").replace_strict(dict(codes), return_dtype=pl.String)
    return found.select("id", code.alias("organisers")).group_by("id").agg(pl.col("organisers").sort())
