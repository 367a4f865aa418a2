"""Reviewers with their own severity and noise give points; what the self-check says is set beside what they say."""

import json
import random
from collections import Counter
from collections.abc import Sequence
from statistics import mean
from typing import Any, Literal

import krippendorff

from dugnad.cli.bench.review.activities import Made, Maker
from dugnad.criteria.models import Criterion, Rubric, Uncounted
from dugnad.criteria.rubric import Held
from dugnad.criteria.signs import SHIPPED
from dugnad.criteria.suggestion import Suggestion, suggest

ACTIVITIES, REVIEWERS = 2_000, 24
SEVERITY, NOISE = 0.35, 0.45  # spreads, in points
KINDS = ("impact", "unclear", "regular")
AS_KIND = {"label": "impact", "returned": "unclear", "regular": "regular"}


def measure(seed: int, activities: int = ACTIVITIES) -> dict[str, Any]:
    """All figures; the same seed gives the same."""
    rng, held = random.Random(seed), shipped()
    keys = [one.key for one in held.criteria]
    maker = Maker(rng, keys)
    severities = [rng.gauss(0, SEVERITY) for _ in range(REVIEWERS)]
    made = [maker.one() for _ in range(activities)]
    pairs = [[_points(one, severity, rng) for severity in rng.sample(severities, 2)] for one in made]
    said = [suggest(one.facts, held) for one in made]
    verdicts = [[_verdict(points, held) for points in two] for two in pairs]
    agreed = [(suggestion, two[0]) for suggestion, two in zip(said, verdicts, strict=True) if two[0] == two[1]]
    kinds: list[tuple[str, str]] = [(suggestion.kind, AS_KIND[outcome]) for suggestion, outcome in agreed]
    found: dict[str, Any] = {"seed": seed, "activities": activities, "agreed": len(agreed)}
    found |= {"share": _share(sum(a == b for a, b in kinds), len(kinds)), "kappa": kappa(kinds), "alpha": _alpha(_numbers(kinds), "nominal")}
    found["table"] = {verdict: {kind: Counter(kinds)[kind, verdict] for kind in KINDS} for verdict in KINDS}
    found["regular"] = _of_regular(kinds)
    outcomes = [(a, b) for a, b in verdicts]
    found["reviewers"] = {"share": _share(sum(a == b for a, b in outcomes), len(outcomes)), "kappa": kappa(outcomes)}
    found["criteria"] = {key: _criterion(key, said, pairs) for key in keys}
    found["answered"] = _by_answers(made, said, verdicts)
    found["goals"] = _goals(found)
    return found | {"goals_met": all(goal["met"] for goal in found["goals"])}


def shipped() -> Held:
    """The rubric that ships, without a database."""
    told = json.loads((SHIPPED / "rubric.json").read_text(encoding="utf-8"))
    criteria = [Criterion(key=one["key"], needed=one["needed"], asked=one["asked"], names=one["name"]) for one in told["criteria"]]
    uncounted = [Uncounted(key=one["key"], names=one["name"], words=one["words"]) for one in told["not_counted"]]
    return Held(Rubric(version=told["version"], most=told["most"], steps=told["steps"]), tuple(criteria), tuple(uncounted))


def _points(one: Made, severity: float, rng: random.Random) -> dict[str, int]:
    """The truth as a reviewer sees it, who asked where it was not written."""
    return {key: max(0, min(3, round(rng.gauss(value, NOISE) - severity))) for key, value in one.quality.items()}


def _verdict(points: dict[str, int], held: Held) -> str:
    """Nothing done for anybody else: regular. Everything needed and half of the points: the label. Else it goes back."""
    if (points["cause"] == 0 and points["action"] <= 1) or (points["action"] == 0 and points["cause"] <= 1):
        return "regular"
    least = held.rubric.steps[0]["share"] * held.points / 100
    return "label" if sum(points.values()) >= least and all(points[one.key] for one in held.criteria if one.needed) else "returned"


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's: agreement beyond what both would reach by chance."""
    many = len(pairs)
    if not many:
        return 0.0
    seen = sum(a == b for a, b in pairs) / many
    first, second = Counter(a for a, _b in pairs), Counter(b for _a, b in pairs)
    chance = sum(first[kind] * second[kind] for kind in first) / many**2
    return round((seen - chance) / (1 - chance), 3) if chance < 1 else 1.0


def _alpha(pairs: Sequence[tuple[int, int]], level: Literal["ordinal", "nominal"]) -> float | None:
    if len({value for pair in pairs for value in pair}) < 2:
        return None
    return round(float(krippendorff.alpha(reliability_data=[list(row) for row in zip(*pairs, strict=True)], level_of_measurement=level)), 3)


def _numbers(kinds: Sequence[tuple[str, str]]) -> list[tuple[int, int]]:
    return [(KINDS.index(a), KINDS.index(b)) for a, b in kinds]


def _of_regular(kinds: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Of those that it calls regular, how many are; of those that are, how many it calls so; and how many labelled ones it calls so."""
    called, are = [b for a, b in kinds if a == "regular"], [a for a, b in kinds if b == "regular"]
    labelled = [a for a, b in kinds if b == "impact"]
    return {
        "precision": _share(called.count("regular"), len(called)),
        "recall": _share(are.count("regular"), len(are)),
        "wronged": _share(labelled.count("regular"), len(labelled)),
    }


def _criterion(key: str, said: Sequence[Suggestion], pairs: Sequence[Sequence[dict[str, int]]]) -> dict[str, Any]:
    """Points of the self-check (0–2) beside those of a reviewer, with the three of a model as two; and two reviewers beside each other."""
    seen = [next(one.points for one in suggestion.seen if one.criterion.key == key) for suggestion in said]
    first = [min(2, two[0][key]) for two in pairs]
    second = [min(2, two[1][key]) for two in pairs]
    both = list(zip(seen, first, strict=True))
    return {
        "alpha": _alpha(both, "ordinal"),
        "same": _share(sum(a == b for a, b in both), len(both)),
        "higher": round(mean(a - b for a, b in both), 2),
        "reviewers": _alpha(list(zip(first, second, strict=True)), "ordinal"),
    }


def _by_answers(made: Sequence[Made], said: Sequence[Suggestion], verdicts: Sequence[Sequence[str]]) -> dict[str, float]:
    """Cohen's kappa where the questions were answered, and where they were not."""
    rows = [(bool(one.facts.answers), s.kind, AS_KIND[two[0]]) for one, s, two in zip(made, said, verdicts, strict=True) if two[0] == two[1]]
    return {name: kappa([(a, b) for given, a, b in rows if given is answered]) for name, answered in (("answered", True), ("left", False))}


def _goals(found: dict[str, Any]) -> list[dict[str, Any]]:
    regular = found["regular"]
    return [
        {"goal": "Cohen's kappa of the self-check and two reviewers who agree", "figure": found["kappa"], "least": 0.6, "met": found["kappa"] >= 0.6},
        {"goal": "of those that it calls regular, regular", "figure": regular["precision"], "least": 0.8, "met": regular["precision"] >= 0.8},
        {"goal": "of those that are regular, called so", "figure": regular["recall"], "least": 0.6, "met": regular["recall"] >= 0.6},
        {"goal": "of those that get the label, called regular", "figure": regular["wronged"], "most": 0.02, "met": regular["wronged"] <= 0.02},
    ]


def _share(part: float, whole: float) -> float:
    return round(part / whole, 3) if whole else 0.0
