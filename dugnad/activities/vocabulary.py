"""The current words, kept at hand: read once per version of the vocabularies."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from dugnad.activities.models import Mapping, Term
from dugnad.core import marks
from dugnad.core.countries import country


@dataclass(frozen=True)
class Words:
    """Every term by id, the current terms by kind, and what each old term counts as."""

    terms: dict[int, Term]
    current: dict[str, list[Term]]
    counts_as: dict[int, int]

    def key(self, term_id: int) -> str:
        """The value under which a term stands in the accounts: the key of the current term it counts as."""
        return self.written(self.terms[self.counts_as.get(term_id, term_id)])

    def written(self, term: Term) -> str:
        """What stands for this very word in forms and requests; an old one names its vocabulary."""
        return term.key if term.vocabulary.until is None else f"{term.vocabulary.key}.{term.key}"

    def kind(self, term_id: int) -> str:
        return self.terms[term_id].vocabulary.kind

    def named(self, kind: str, key: str) -> Term | None:
        """The term with this value in the accounts."""
        return next((t for t in self.terms.values() if t.vocabulary.kind == kind and self.key(t.pk) == key and t.pk not in self.counts_as), None)

    def said(self, kind: str, key: str) -> str:
        """A value of the accounts in the reader's language."""
        return country(key) if kind == "origin" else str(self.named(kind, key) or key)

    def behind(self, kind: str, key: str) -> list[Any]:
        """The ids of all terms, old and current, that count under this value; a country stands for itself."""
        if kind == "origin":
            return [key]
        return [pk for pk in self.terms if self.kind(pk) == kind and self.key(pk) == key]

    def limit(self, count: str) -> int | None:
        return next((term.limit for term in self.current.get("count", []) if term.key == count), None)


_kept: dict[str, tuple[object, Words]] = {}


def words() -> Words:
    """The words as they stand now."""
    name, mark = str(connection.settings_dict["NAME"]), marks.current("vocabulary")
    if name not in _kept or _kept[name][0] != mark:
        _kept[name] = (mark, _load())
    return _kept[name][1]


def _load() -> Words:
    terms = {term.pk: term for term in Term.objects.select_related("vocabulary", "parent")}
    mapping = dict(Mapping.objects.values_list("old_id", "new_id"))
    return Words(terms, _current(terms.values()), {old: _last(old, mapping) for old in mapping})


def _current(terms: Iterable[Term]) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for term in terms:
        if term.vocabulary.until is None:
            found.setdefault(term.vocabulary.kind, []).append(term)
    return found


def _last(term: int, mapping: dict[int, int]) -> int:
    """Follow the mappings to the newest word; a circle ends where it began."""
    seen = {term}
    while term in mapping and mapping[term] not in seen:
        term = mapping[term]
        seen.add(term)
    return term
