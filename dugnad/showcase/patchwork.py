"""Activities as squares of the quilt."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from babel.dates import format_date, format_skeleton
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from dugnad.activities.vocabulary import words
from dugnad.documents import quilt

FIELDS = ("pk", "title", "starts_on", "cause_id", "volunteers", "people_helped", "local_students", "international_students", "unit__name")
MANY = 120


def square(row: tuple[object, ...]) -> quilt.Square:
    """Filled when it takes people outside along, outlined otherwise; big when it reached many."""
    pk, title, day, cause, *people, unit = row
    assert isinstance(day, date)
    counts = [int(str(count or 0)) for count in people]
    return quilt.Square(
        title=f"{title}, {unit}, {format_date(day, 'medium', locale=get_language() or 'en')}",
        href=f"/activities/{pk}/",
        motif=words().terms[int(str(cause))].motif,
        size=2 if max(counts) >= MANY else 1,
        filled=counts[1] > 0,
    )


def patchwork(activities: Iterable[tuple[object, ...]], *, columns: int, title: str) -> SafeString:
    return quilt.quilt([square(row) for row in activities], columns=columns, title=title)


def year_of_weeks(rows: Sequence[tuple[object, ...]], today: date, *, title: str) -> SafeString:
    """The last 52 weeks, one column each."""
    start = today - timedelta(days=today.weekday(), weeks=51)
    columns: list[list[quilt.Square]] = [[] for _ in range(52)]
    for row in rows:
        week = (row[2] - start).days // 7  # type: ignore[operator]
        if 0 <= week < 52:
            columns[week].append(square(row))
    firsts = [(w, start + timedelta(weeks=w)) for w in range(52)]
    labels = [(w, str(format_skeleton("MMM", d, locale=get_language() or "en"))) for w, d in firsts if d.day <= 7]
    return quilt.weeks(columns, title=title, labels=labels)


def rows_of(activities: object) -> list[tuple[object, ...]]:
    return list(activities.values_list(*FIELDS))  # type: ignore[attr-defined]


