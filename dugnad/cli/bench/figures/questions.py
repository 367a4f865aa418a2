"""The questions of the benchmark: asked of the accounts, of the activities themselves in SQL, and of a column store.

The SQL over the activities counts a joint activity only where it was registered, which is the cheaper question; the answers are
compared where that makes no difference.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from dugnad.core.periods import Period, month_of, written
from dugnad.figures import reading
from dugnad.network.belongings import wholes
from dugnad.network.models import Unit

WANTED = ("activities", "volunteers")
CAUSE = "education"
RAW_INDEXES = (
    "CREATE INDEX raw_month ON activities_activity (state, month, unit_id)",
    "CREATE INDEX raw_unit ON activities_activity (unit_id, month)",
    "CREATE INDEX raw_cause ON activities_activity (cause_id, month, unit_id)",
)


@dataclass(frozen=True)
class Asked:
    """One question three times; `ours` gives the number of activities that the answer adds up to."""

    ours: Callable[[], Any]
    raw: str
    column: str


@dataclass(frozen=True)
class Place:
    """What the questions are about."""

    top: Unit
    country: Unit
    platform: Unit
    countries: tuple[int, ...]
    sections: tuple[int, ...]
    year: Period
    before: Period
    as_of: date


def place() -> Place:
    """The network, its biggest country, and a platform of that country, over the last twelve whole months."""
    top = Unit.objects.get(parent=None)
    countries = {unit.pk: unit for unit in Unit.objects.filter(parent=top, level__groups=False)}
    sums = reading.by(reading.Question(tuple(countries)), "unit")
    country = countries[max(sums, key=lambda pk: sums[pk].activities)]
    today = timezone.localdate()
    platform = next(unit for unit in Unit.objects.filter(level__groups=True) if unit.pk in wholes({country.pk}, today))
    sections = tuple(Unit.objects.filter(parent__in=countries).values_list("pk", flat=True))
    now = month_of(today)
    year = Period(now - 12, now - 1)
    return Place(top, country, platform, tuple(countries), sections, year, year.years_back(), today.replace(year=today.year - 1))


def questions(about: Place) -> dict[str, Asked]:
    """By name; `{files}` in the column store's SQL is the folder of the open data in Parquet."""
    one, year, before = reading.Question, about.year, about.before
    span, months = (year.first, year.last), (written(year.first), written(year.last))
    here = f"JOIN network_unit u ON u.id = a.unit_id AND u.parent_id = {about.country.pk}"
    there = f"JOIN '{{files}}/units.parquet' u ON u.code = a.unit AND u.parent = '{about.country.code}'"
    files = "read_parquet('{files}/activities/*/*.parquet') a"
    counted = "a.state = 'registered'"
    return {
        "totals": Asked(
            lambda: reading.total(one((about.top.pk,), only=WANTED)),
            f"SELECT count(*), sum(a.volunteers) FROM activities_activity a WHERE {counted}",
            f"SELECT count(*), sum(a.volunteers) FROM {files}",
        ),
        "countries in one year": Asked(
            lambda: reading.by(one(about.countries, year, only=WANTED), "unit"),
            f"SELECT u.parent_id, count(*), sum(a.volunteers) FROM activities_activity a JOIN network_unit u ON u.id = a.unit_id WHERE {counted} AND a.month BETWEEN {span[0]} AND {span[1]} GROUP BY 1",
            f"SELECT u.parent, count(*), sum(a.volunteers) FROM {files} JOIN '{{files}}/units.parquet' u ON u.code = a.unit WHERE a.month BETWEEN '{months[0]}' AND '{months[1]}' GROUP BY 1",
        ),
        "cause × month of one country": Asked(
            lambda: reading.ask(one((about.country.pk,), facet="cause", only=WANTED), ("value", "month")),
            f"SELECT a.cause_id, a.month, count(*), sum(a.volunteers) FROM activities_activity a {here} WHERE {counted} GROUP BY 1, 2",
            f"SELECT a.cause, a.month, count(*), sum(a.volunteers) FROM {files} {there} GROUP BY 1, 2",
        ),
        "growth, top 50 sections": Asked(
            lambda: reading.beside(one(about.sections, year, only=WANTED[:1]), "unit"),
            f"SELECT a.unit_id, sum(CASE WHEN a.month >= {year.first} THEN 1 ELSE 0 END) * 1.0 / count(*) AS grown FROM activities_activity a WHERE {counted} AND a.month BETWEEN {before.first} AND {year.last} GROUP BY 1 ORDER BY 2 DESC LIMIT 50",
            f"SELECT a.unit, sum(CASE WHEN a.month >= '{months[0]}' THEN 1 ELSE 0 END) * 1.0 / count(*) AS grown FROM {files} WHERE a.month BETWEEN '{written(before.first)}' AND '{months[1]}' GROUP BY 1 ORDER BY 2 DESC LIMIT 50",
        ),
        "goals of a platform": Asked(
            lambda: reading.by(one((about.platform.pk,), year, "sdg", only=WANTED), "value"),
            f"SELECT t.term_id, count(*), sum(a.volunteers) FROM activities_activity a JOIN network_unit u ON u.id = a.unit_id JOIN network_belonging b ON b.member_id = u.parent_id AND b.whole_id = {about.platform.pk} AND b.until IS NULL JOIN activities_tag t ON t.activity_id = a.id JOIN activities_term w ON w.id = t.term_id JOIN activities_vocabulary v ON v.id = w.vocabulary_id AND v.kind = 'sdg' WHERE {counted} AND a.month BETWEEN {span[0]} AND {span[1]} GROUP BY 1",
            f"SELECT goal, count(*), sum(volunteers) FROM (SELECT unnest(a.sdgs) AS goal, a.volunteers FROM {files} JOIN '{{files}}/units.parquet' u ON u.code = a.unit JOIN '{{files}}/belongings.parquet' b ON b.member = u.parent AND b.whole = '{about.platform.code}' AND b.until IS NULL WHERE a.month BETWEEN '{months[0]}' AND '{months[1]}') GROUP BY 1",
        ),
        "sections active in each month": Asked(
            lambda: reading.reporting(about.sections),
            f"SELECT a.month, count(DISTINCT a.unit_id) FROM activities_activity a WHERE {counted} GROUP BY 1",
            f"SELECT a.month, count(DISTINCT a.unit) FROM {files} GROUP BY 1",
        ),
        "monthly series of all years": Asked(
            lambda: reading.by(one((about.top.pk,), only=WANTED), "month"),
            f"SELECT a.month, count(*), sum(a.volunteers) FROM activities_activity a WHERE {counted} GROUP BY 1",
            f"SELECT a.month, count(*), sum(a.volunteers) FROM {files} GROUP BY 1",
        ),
        "leaderboard of all sections, one cause": Asked(
            lambda: reading.by(one(about.sections, year, "cause", CAUSE, only=WANTED), "unit"),
            f"SELECT a.unit_id, count(*) AS n, sum(a.volunteers) FROM activities_activity a JOIN activities_term w ON w.id = a.cause_id AND w.key = '{CAUSE}' WHERE {counted} AND a.month BETWEEN {span[0]} AND {span[1]} GROUP BY 1 ORDER BY 2 DESC LIMIT 50",
            f"SELECT a.unit, count(*) AS n, sum(a.volunteers) FROM {files} WHERE a.cause = '{CAUSE}' AND a.month BETWEEN '{months[0]}' AND '{months[1]}' GROUP BY 1 ORDER BY 2 DESC LIMIT 50",
        ),
        "as it stood a year ago, one country": Asked(
            lambda: reading.total(one((about.country.pk,), as_of=about.as_of, only=WANTED)),
            f"SELECT count(*), sum(a.volunteers) FROM activities_activity a {here} WHERE {counted} AND a.registered_at < '{about.as_of} 23:59:59'",
            f"SELECT count(*), sum(a.volunteers) FROM {files} {there} WHERE a.registered_on <= '{about.as_of}'",
        ),
        "as it stood a year ago, the network by cause": Asked(
            lambda: reading.by(one((about.top.pk,), facet="cause", as_of=about.as_of, only=WANTED), "value"),
            f"SELECT a.cause_id, count(*), sum(a.volunteers) FROM activities_activity a WHERE {counted} AND a.registered_at < '{about.as_of} 23:59:59' GROUP BY 1",
            f"SELECT a.cause, count(*), sum(a.volunteers) FROM {files} WHERE a.registered_on <= '{about.as_of}' GROUP BY 1",
        ),
    }
