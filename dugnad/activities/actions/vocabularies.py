"""Load vocabularies from files."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from dugnad.activities.models import Mapping, Term, Vocabulary
from dugnad.core import marks

SHIPPED = Path(__file__).resolve().parent.parent / "vocabularies"


@transaction.atomic
def load(folder: Path = SHIPPED, *, only_new: bool = False) -> None:
    """Load all vocabulary files of a folder; loading them again changes nothing. `only_new`: of kinds of which there is none yet."""
    files = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    there = set(Vocabulary.objects.values_list("kind", flat=True)) if only_new else set()
    files = [found for found in files if found["kind"] not in there]
    for found in sorted(files, key=lambda one: one["kind"] != "cause"):
        _load_one(found)
    for found in files:
        for mapping in found.get("mappings", []):
            Mapping.objects.update_or_create(old=_term(*mapping["from"]), defaults={"new": _term(*mapping["to"])})
    if files:
        marks.touch("vocabulary")


def _load_one(found: dict[str, Any]) -> None:
    until = found["until"] and date.fromisoformat(found["until"])
    fields = {"kind": found["kind"], "version": found["version"], "names": found["name"]}
    vocabulary, _made = Vocabulary.objects.update_or_create(key=found["key"], defaults={**fields, "since": date.fromisoformat(found["since"]), "until": until})
    for position, term in enumerate(found["terms"]):
        _load_term(vocabulary, position, term)


def _load_term(vocabulary: Vocabulary, position: int, term: dict[str, Any]) -> None:
    parent = _term(*term["parent"]) if term.get("parent") else None
    fields = {"names": term["name"], "helps": term.get("help", {}), "units": term.get("unit") or {}}
    fields |= {"motif": term.get("motif", ""), "sdgs": term.get("sdgs", [])}
    fields |= {"limit": term.get("limit"), "words": term.get("words", {})}
    Term.objects.update_or_create(vocabulary=vocabulary, key=term["key"], defaults={**fields, "parent": parent, "position": position})


def _term(vocabulary: str, key: str) -> Term:
    return Term.objects.get(vocabulary__key=vocabulary, key=key)
