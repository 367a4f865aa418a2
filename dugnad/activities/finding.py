"""Activities by any part of a word: folded text, and an index of its triples of letters on both databases.

PostgreSQL keeps the index itself (pg_trgm). On SQLite it is a table beside the activities, which may also hold what
an activity said before: it gives candidates, and the folded text decides.
"""

from typing import Any
from uuid import UUID

from django.db import connection

from dugnad.core.letters import folded

FEW = 5000  # beyond, the newest of so many are found sooner by reading on from the newest
MOST_WORDS = 6
TABLE = "activities_found"


def text_of(title: str, summary: str, place: str) -> str:
    """What an activity is found by."""
    return " ".join(folded(f"{title} {place} {summary}").split())


def keep(activity: Any) -> None:
    """Make it known to the index, beside the row that was just written."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {TABLE} (text, id) VALUES (%s, %s)", [activity.found_by, activity.pk.hex])


def gather() -> None:
    """Index all that was written in bulk."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE}")
            cursor.execute(f"INSERT INTO {TABLE} (text, id) SELECT found_by, id FROM activities_activity")


def with_words(activities: Any, text: str) -> Any:
    """Those in which every word stands, whole or as a part."""
    wanted = folded(text.replace("\x00", " ")).split()[:MOST_WORDS]
    for word in wanted:
        activities = activities.filter(found_by__contains=word)
    few = _candidates(wanted) if connection.vendor == "sqlite" else None
    return activities if few is None else activities.filter(pk__in=few)


def many(activities: Any, text: str) -> bool:
    """Are there more of them than one sums up while somebody waits? `activities` are those with these words."""
    if connection.vendor == "sqlite":
        return _candidates(folded(text.replace("\x00", " ")).split()[:MOST_WORDS]) is None
    return bool(activities.order_by()[: FEW + 1].count() > FEW)


def _candidates(wanted: list[str]) -> list[UUID] | None:
    """Those in which every triple of letters stands, if they are few."""
    triples = {word[at : at + 3] for word in wanted for at in range(len(word) - 2)}
    if not triples:
        return None
    asked = " AND ".join('"' + triple.replace('"', '""') + '"' for triple in sorted(triples))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {TABLE} WHERE {TABLE} MATCH %s LIMIT {FEW + 1}", [asked])
        found = cursor.fetchall()
    return None if len(found) > FEW else [UUID(id) for (id,) in found]
