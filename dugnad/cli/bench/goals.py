"""The goals of the benchmark of the record, and whether the figures meet them."""

from typing import Any

PAGES = ("home", "unit", "list", "activity")


def judged(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Every goal with its figure."""
    goals = [_form(found["form"])]
    for vendor, database in found["databases"].items():
        goals += _registering(vendor, database["registering"])
        goals += _pages(vendor, database["pages"])
    return goals


def _form(loaded: dict[str, int]) -> dict[str, Any]:
    return _most("first load of the form, KB", sum(loaded.values()) / 1024, 100)


def _registering(vendor: str, rates: dict[str, Any]) -> list[dict[str, Any]]:
    ratio = rates["action_8"] / rates["bare_8"]
    rate = _least(f"{vendor}: registrations a second, 8 writers", rates["action_8"], 200)
    audit = _most(f"{vendor}: differences in the audit afterwards", rates["audit"]["differences"], 0)
    return [_least(f"{vendor}: registering against bare inserts, 8 writers", ratio, 0.5) if vendor == "postgresql" else rate, audit]


def _pages(vendor: str, pages: dict[str, Any]) -> list[dict[str, Any]]:
    sizes = list(pages)
    few, many = pages[sizes[0]], pages[sizes[-1]]
    goals = []
    for name in PAGES:
        goals.append(_most(f"{vendor}: {name}, time with {int(sizes[-1]):,} against {int(sizes[0]):,}", many[name]["ms"] / few[name]["ms"], 1.2))
        anew = many[name]["ms_anew"] / few[name]["ms_anew"]
        goals.append(_most(f"{vendor}: {name}, made anew, the same", anew, 1.2))
        goals.append(_most(f"{vendor}: {name}, queries", many[name]["queries"], 12))
        goals.append(_least(f"{vendor}: {name}, requests a second against the bare page's", many["bare"]["ms"] / many[name]["ms"], 0.5))
    return goals


def _most(name: str, figure: float, goal: float) -> dict[str, Any]:
    return {"goal": name, "figure": round(figure, 2), "most": goal, "met": figure <= goal}


def _least(name: str, figure: float, goal: float) -> dict[str, Any]:
    return {"goal": name, "figure": round(figure, 2), "least": goal, "met": figure >= goal}
