"""Ideas by words: in their title, in their text, in a title with a typing error. One interface; FTS5 on SQLite, tsvector on PostgreSQL.

Both keep the same stems (stems.py), so both find the same. What is found are rows of `Words`; the shelf knows of which idea each is.
"""

from typing import Any

from django.db import connection

from dugnad.core.letters import folded
from dugnad.ideas.models import Idea, Words
from dugnad.ideas.models.idea import TEXTS
from dugnad.ideas.stems import alike, asked, edged, parted, stems, turned

MOST_WORDS = 8
ENOUGH = 12  # found by their words: then nobody has mistyped
LIKE, CANDIDATES, MOST_TRIPLES = 0.3, 300, 40


def keep(idea: Idea) -> None:
    """What the idea is found by, in each of its languages, written anew."""
    Words.objects.filter(idea=idea).delete()
    Words.objects.bulk_create(of(idea, text) for text in (idea, *idea.translations.all()))


def of(idea: Idea, text: Any) -> Words:
    """The row of one of its languages."""
    rest = " ".join(getattr(text, name) for name in TEXTS[1:]) + " " + idea.answers
    language = text.language
    return Words(idea=idea, language=language, title=f" {' '.join(parted(folded(text.title)))} ", heads=stems(text.title, language), body=stems(rest, language))


def found(text: str) -> list[list[int]]:
    """Rows of `Words`: first those with all words in the title, then those with all of them anywhere, then those with a title like it."""
    wanted = asked(text.replace("\x00", " "))[:MOST_WORDS]
    if not wanted:
        return [[], [], []]
    rows = _rows(*(_in_sqlite(wanted) if connection.vendor == "sqlite" else _in_postgres(wanted)))
    whole = [row for row, heads in rows if not heads]
    return [[row for row, heads in rows if heads], whole, _like(text) if len(rows) < ENOUGH else []]


def among(text: str, ideas: Any) -> list[Idea]:
    """Of some ideas those that are found by words, the best first."""
    rows = [row for group in found(text) for row in group][:CANDIDATES]
    known = Words.objects.in_bulk(rows)
    order = dict.fromkeys(known[row].idea_id for row in rows if row in known)
    there = ideas.in_bulk(list(order))
    return [there[key] for key in order if key in there]


def _in_sqlite(wanted: list[list[str]]) -> tuple[str, list[str]]:
    question = " AND ".join("(" + " OR ".join(f'"{stem}"' for stem in word) + ")" for word in wanted)
    one = "SELECT rowid, {} FROM ideas_found WHERE ideas_found MATCH %s"
    return f"{one.format(0)} UNION ALL {one.format(1)}", [question, f"{{heads}} : ({question})"]


def _in_postgres(wanted: list[list[str]]) -> tuple[str, list[str]]:
    question = " & ".join("(" + " | ".join(f"'{stem}'" for stem in word) + ")" for word in wanted)
    one = "SELECT id, {} FROM ideas_words WHERE {} @@ to_tsquery('simple', %s)"
    return f"{one.format(0, 'vector')} UNION ALL {one.format(1, 'title_vector')}", [question, question]


def _like(text: str) -> list[int]:
    """Every word has one like it in the title; the index gives candidates that share enough triples, the words decide."""
    words = [word for word in parted(folded(text.replace("\x00", " ")))[:MOST_WORDS] if len(word) > 2]
    own = edged(words)
    shared = sorted(own | edged(turned(words)))[:MOST_TRIPLES]
    if not shared:
        return []
    one = (
        "SELECT rowid AS id FROM ideas_titles WHERE ideas_titles MATCH %s"
        if connection.vendor == "sqlite"
        else "SELECT id FROM ideas_words WHERE title LIKE %s"
    )
    each = " UNION ALL ".join([one] * len(shared))
    least = max(1, min(len(own), MOST_TRIPLES) // 3)
    few = f"SELECT id FROM ({each}) AS shared GROUP BY id HAVING COUNT(*) >= {least} ORDER BY COUNT(*) DESC, id DESC LIMIT {CANDIDATES}"
    asked_for = [f'"{triple}"' if connection.vendor == "sqlite" else f"%{triple}%" for triple in shared]
    titles = {pk: title.split() for pk, title in _rows(f"SELECT id, title FROM ideas_words WHERE id IN ({few})", asked_for)}
    likeness = {pk: min(max((alike(word, other) for other in title), default=0.0) for word in words) for pk, title in titles.items()}
    return sorted((pk for pk, how in likeness.items() if how >= LIKE), key=lambda pk: (-likeness[pk], -pk))


def _rows(statement: str, params: list[str]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()
