"""Posting: the record's standing entry is reversed and the new one appended; nothing is ever updated."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from dugnad.core import rows
from dugnad.figures import arrivals
from dugnad.figures.fold import fold_entries
from dugnad.figures.measures import COLUMNS, Measures
from dugnad.figures.models import Entry
from dugnad.figures.postings import Posting


def post(posting: Posting, *, at: datetime | None = None) -> Entry:
    """Append the first entry of a record, in the caller's transaction."""
    return _append(as_entry(posting, at or timezone.now()))


def repost(record: UUID, posting: Posting | None) -> list[Entry]:
    """Reverse what the record posted last (if it stands) and append the new posting (if any)."""
    at, entries = timezone.now(), []
    last = Entry.objects.filter(record=record).order_by("-id").first()
    if last and last.sign > 0:
        entries.append(_append(_reversal(last, at)))
    if posting:
        entries.append(_append(as_entry(posting, at)))
    return entries


def _append(entry: Entry) -> Entry:
    """SQLite has one writer, so it folds at once, and collects now and then; PostgreSQL leaves both to the folder."""
    if not (connection.in_atomic_block or rows.gathering()):
        raise RuntimeError("entries are posted inside the transaction of their record")
    entry.folded = connection.vendor == "sqlite"
    rows.insert([entry])
    if entry.folded:
        fold_entries([entry])
        arrivals.collect_many()
    return entry


def as_entry(posting: Posting, at: datetime) -> Entry:
    """The entry that a posting becomes, not saved yet."""
    return Entry(
        at=at,
        record=posting.record,
        sign=1,
        unit=posting.unit,
        month=posting.month,
        scopes=list(posting.scopes),
        facets=posting.facets,
        amounts=posting.amounts,
        **_columns(posting.measures),
    )


def _reversal(entry: Entry, at: datetime) -> Entry:
    sums = {column: -getattr(entry, column) for column in COLUMNS}
    same = {name: getattr(entry, name) for name in ("record", "unit", "month", "scopes", "facets", "amounts")}
    return Entry(at=at, sign=-1, **same, **sums)


def _columns(measures: Measures) -> dict[str, Any]:
    return dict(zip(COLUMNS, measures.row(), strict=True))
