"""The benchmark of fairness: a season as it is, as it is inflated, and with the flags; precision, recall, and places climbed."""

import random
import time
from collections.abc import Mapping, Sequence
from statistics import mean, median
from typing import Any
from uuid import UUID

from dugnad.cli.bench.fairness.cheating import AIMS, HELPED, WAYS
from dugnad.cli.bench.fairness.season import COUNTS_UNTIL, Honest, Section
from dugnad.seasons.boards import placed
from dugnad.seasons.finders import COUNTS, Row, find
from dugnad.seasons.lines import Line
from dugnad.seasons.measured import Counted
from dugnad.seasons.models import BoardRule

SECTIONS, SHARE = 480, 0.05
Rows = Mapping[int, Sequence[Row]]


def measure(seed: int, sections: int = SECTIONS) -> dict[str, Any]:
    """All figures of a season, and whether the goals are met."""
    rng = random.Random(seed)
    make = Honest(rng)
    federation = [make.section(number) for number in range(sections)]
    ways = {one.number: list(WAYS)[turn % len(WAYS)] for turn, one in enumerate(rng.sample(federation, round(sections * SHARE)))}
    rows: dict[int, list[Row]] = {}
    false: dict[UUID, str] = {}
    for one in federation:
        rows[one.number], made_up = WAYS[ways[one.number]](one, make, rng) if one.number in ways else (list(one.rows), set())
        false |= dict.fromkeys(made_up, ways.get(one.number, ""))
    begun = time.perf_counter()
    flags = {(found.activity, found.kind.value) for one in federation for found in find(rows[one.number], one.earlier, COUNTS_UNTIL)}
    seconds = time.perf_counter() - begun
    found: dict[str, Any] = {"seed": seed, "sections": sections, "cheating": len(ways), "activities": sum(map(len, rows.values())), "made_up": len(false)}
    found |= {"seconds": round(seconds, 2)} | _flags(flags, false) | _sections(rows, ways, {pk for pk, _kind in flags})
    found["climb"] = _climb(federation, rows, ways, {pk for pk, _kind in flags})
    found["goals"] = _goals(found)
    return found | {"goals_met": all(goal["met"] for goal in found["goals"])}


def _flags(flags: set[tuple[UUID, str]], false: Mapping[UUID, str]) -> dict[str, Any]:
    """Of activities: how many of those flagged are made up, how many of those made up are flagged."""
    flagged = {pk for pk, _kind in flags}
    kinds = {}
    for kind in sorted({kind for _pk, kind in flags}):
        own = {pk for pk, its in flags if its == kind}
        kinds[kind] = {"flagged": len(own), "precision": _share(len(own & false.keys()), len(own))}
    ways = {}
    for way in WAYS:
        made_up = {pk for pk, its in false.items() if its == way}
        ways[way] = {"made_up": len(made_up), "recall": _share(len(made_up & flagged), len(made_up))}
    right = len(flagged & false.keys())
    return {"flagged": len(flagged), "precision": _share(right, len(flagged)), "recall": _share(right, len(false)), "kinds": kinds, "ways": ways}


def _sections(rows: Rows, ways: Mapping[int, str], flagged: set[UUID]) -> dict[str, Any]:
    """Of sections: how many that cheat have a flag, and how many that do not."""
    touched = {number for number, own in rows.items() if any(row.pk in flagged for row in own)}
    honest = len(rows) - len(ways)
    return {"cheating_flagged": _share(len(touched & ways.keys()), len(ways)), "honest_flagged": _share(len(touched - ways.keys()), honest)}


def _climb(federation: Sequence[Section], rows: Rows, ways: Mapping[int, str], flagged: set[UUID]) -> dict[str, Any]:
    """Places that those who inflate climb on the board at which they aim, without the flags and with them."""
    left = {number: [row for row in own if row.pk not in flagged] for number, own in rows.items()}
    climbed: dict[str, dict[str, list[int]]] = {way: {"without": [], "with": []} for way in WAYS}
    for measure in sorted(set(AIMS.values())):
        honest, cheated, kept = (_places(federation, which, measure) for which in ({one.number: one.rows for one in federation}, rows, left))
        for number, way in ways.items():
            if AIMS[way] == measure:
                climbed[way]["without"].append(honest[number] - cheated[number])
                climbed[way]["with"].append(honest[number] - kept[number])
    every = {name: [places for way in climbed.values() for places in way[name]] for name in ("without", "with")}
    return {way: _told(own) for way, own in climbed.items()} | {"all": _told(every)}


def _told(climbed: Mapping[str, list[int]]) -> dict[str, float]:
    """Mean and median; `up` is the mean of those who climb, whoever falls counted as nought."""
    told: dict[str, float] = {
        f"{name}_{word}": round(how(places or [0]), 1) for name, places in climbed.items() for word, how in (("mean", mean), ("median", median))
    }
    for name, places in climbed.items():
        told[f"{name}_up"] = round(sum(max(0, one) for one in places) / max(1, len(places)), 1)
    return told | {"with_most": max(climbed["with"] or [0])}


def _places(federation: Sequence[Section], rows: Rows, measure: str) -> dict[int, int]:
    """The board “per 1,000 international students”, made by the code that makes all boards."""
    made = []
    for one in federation:
        own = rows[one.number]
        events = sum(row.counts[COUNTS.index(HELPED)] or 0 for row in own) if measure == HELPED else len(own)
        made.append((Line(one.number, 0, 1, events, one.students), Counted(events, one.students, len(own))))
    return {line.unit: line.place for line in placed(made, BoardRule(kind=BoardRule.Kind.STUDENTS, measure=measure))}


def _goals(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    climb = found["climb"]["all"]
    goals = [
        _least("precision of the flags", found["precision"], 0.8),
        _least("recall of the flags", found["recall"], 0.8),
        _most("honest sections with a flag", found["honest_flagged"], 0.1),
        _most("climb with the flags, as a share of the climb without", _share(climb["with_up"], climb["without_up"]), 0.25),
    ]
    return goals + [_least(f"recall of {way}", own["recall"], 0.7) for way, own in found["ways"].items()]


def _least(name: str, figure: float, goal: float) -> dict[str, Any]:
    return {"goal": name, "figure": figure, "least": goal, "met": figure >= goal}


def _most(name: str, figure: float, goal: float) -> dict[str, Any]:
    return {"goal": name, "figure": figure, "most": goal, "met": figure <= goal}


def _share(part: float, whole: float) -> float:
    return round(part / whole, 3) if whole else 0.0
