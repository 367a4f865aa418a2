"""The network as it ships: its levels, its countries, and its platforms with dated membership."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from dugnad.network import actions
from dugnad.network.levels import LEVELS
from dugnad.network.models import Level, Unit

DATA = Path(__file__).resolve().parent / "data"


@transaction.atomic
def load_defaults(name: str, *, sample_data: bool = False) -> Unit:
    """Found the network with its countries and platforms; doing it twice changes nothing."""
    top = actions.found(name, LEVELS, sample_data=sample_data)
    countries(top)
    platforms(top)
    return top


def countries(top: Unit) -> dict[str, Unit]:
    """Every country of the data file below the top, by code."""
    level = Level.objects.get(key="country")
    there = {unit.code: unit for unit in Unit.objects.filter(level=level)}
    for row in facts("countries"):
        if row["code"] not in there:
            there[row["code"]] = actions.add(level, row["code"], row["name"]["en"], parent=top, **_fields(row))
    return there


def platforms(top: Unit) -> dict[str, Unit]:
    """The regional platforms and who belonged to them when."""
    level = Level.objects.get(key="platform")
    members = {unit.code: unit for unit in Unit.objects.filter(level__key="country")}
    there = {unit.code: unit for unit in Unit.objects.filter(level=level)}
    for row in facts("platforms"):
        if row["code"] in there:
            continue
        unit = there[row["code"]] = actions.add(level, row["code"], row["code"], parent=top, names=row["name"])
        for span in row["members"]:
            until = span.get("until") and date.fromisoformat(span["until"])
            actions.join(members[span["country"]], unit, date.fromisoformat(span["since"]), until)
    return there


@cache
def facts(name: str) -> list[dict[str, Any]]:
    """A packaged data file."""
    found: list[dict[str, Any]] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return found


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    plain = {name: row[name] for name in ("timezone", "currency", "lat", "lon")}
    return plain | {"country": row["code"], "names": row["name"]}
