"""Needs in the named world: loneliness of elderly people in Bergen, and others."""

from typing import Any

from dugnad.core.ids import uuid7
from dugnad.needs import actions
from dugnad.needs.details import Proof, Said
from dugnad.needs.models import Need
from tests.world import act, term

FIGURE = Proof(figure="23 %", year=2024, source="Statistics Norway", text="of those above 75 live alone")
LINK = Proof(address="https://example.org/report")


def said(**changes: Any) -> Said:
    """Valid words about a need."""
    known = {
        "title": "Elderly people eat alone all week",
        "theme": "inclusion",
        "groups": ("elderly", "alone"),
        "who": "Pensioners in the harbour quarter meet nobody from Monday to Friday; loneliness is worst in winter.",
        "would_help": "Somebody who comes for dinner.",
    } | changes
    known["theme"] = term("cause", known["theme"])
    known["groups"] = tuple(term("group", key) for key in known["groups"])
    return Said(**known)


def recorded(world: Any, unit: Any = None, by: Any = None, proof: Proof | None = None, **changes: Any) -> Need:
    """A need of Bergen, recorded by Kari."""
    return actions.record(act(by or world.kari), uuid7(), unit or world.bergen, said(**changes), proof)


def answers(**changes: Any) -> dict[str, Any]:
    """What one types into the form."""
    return {
        "title": "Elderly people eat alone all week",
        "theme": "inclusion",
        "groups": ["elderly", "alone"],
        "who": "Pensioners in the harbour quarter meet nobody.",
    } | changes
