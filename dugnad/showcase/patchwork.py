"""Activities as squares of the quilt."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from babel.dates import format_date
from django.db.models import OuterRef, Subquery
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from dugnad.activities.details import REGULAR
from dugnad.activities.models import Tag
from dugnad.activities.vocabulary import words
from dugnad.documents import quilt
from dugnad.documents.weeks import weeks

FIELDS = ("pk", "title", "starts_on", "cause_id", "label_id", "volunteers", "people_helped", "local_students", "international_students", "unit__name")
MANY = 120


def square(row: tuple[Any, ...]) -> quilt.Square:
    """Filled when it took action, outlined when it told or collected; big when it reached many; a gold stitch for the label."""
    pk, title, day, cause, label, *people, unit, acted = row
    counts = [count or 0 for count in people]
    return quilt.Square(
        title=f"{title} · {unit} · {format_date(day, 'medium', locale=get_language() or 'en')}",
        href=f"/activities/{pk}/",
        motif=words().terms[cause].motif or "none",
        size=2 if max(counts) >= MANY else 1,
        filled=bool(acted),
        gold=label is not None and words().key(label) != REGULAR,
        key=str(pk),
    )


def patchwork(rows: Iterable[tuple[Any, ...]], *, columns: int, title: str, narrow: int = 8) -> SafeString:
    """The newest first, from the upper left."""
    return quilt.quilt([square(row) for row in rows], columns=columns, title=title, narrow=narrow)


def year_of_weeks(rows: Iterable[tuple[Any, ...]], year: int, *, title: str, fresh: str = "") -> SafeString:
    """A section's own quilt: each week of the year a column."""
    by_week: dict[int, list[quilt.Square]] = defaultdict(list)
    for row in rows:
        day: date = row[2]
        if day.isocalendar().year == year:
            by_week[day.isocalendar().week].append(square(row))
    return weeks(by_week, year=year, title=title, fresh=fresh)


def rows_of(activities: Any) -> list[tuple[Any, ...]]:
    """What the squares need. Whether it took action is a subquery, not EXISTS, which PostgreSQL answers by reading every tag there is."""
    acted = Tag.objects.filter(activity=OuterRef("pk"), term_id__in=words().behind("action", "take-action"))
    return list(activities.annotate(acted=Subquery(acted.values("pk")[:1])).values_list(*FIELDS, "acted"))
