"""The benchmark of fairness as a table for people."""

from collections.abc import Iterator
from typing import Any


def lines(found: dict[str, Any]) -> Iterator[str]:
    yield f"A season of {found['sections']} sections and {found['activities']:,} activities, seed {found['seed']}"
    yield f"  {found['cheating']} sections inflate; {found['made_up']:,} activities are made up or inflated; flags found in {found['seconds']} s"
    yield f"\nFlags{'':29}flagged   precision      recall"
    yield f"  {'all':30}{found['flagged']:9}{found['precision']:12.3f}{found['recall']:12.3f}"
    for kind, own in found["kinds"].items():
        yield f"  {kind:30}{own['flagged']:9}{own['precision']:12.3f}"
    yield f"  sections that inflate and have a flag {found['cheating_flagged']:.3f}; honest ones with a flag {found['honest_flagged']:.3f}"
    yield "\nPlaces climbed (mean, median)     made up      recall   without flags      with flags     most, with"
    for way, climbed in found["climb"].items():
        own = found["ways"].get(way, {"made_up": found["made_up"], "recall": found["recall"]})
        without, kept = (f"{climbed[f'{name}_mean']:g}, {climbed[f'{name}_median']:g}" for name in ("without", "with"))
        yield f"  {way:30}{own['made_up']:9}{own['recall']:12.3f}{without:>16}{kept:>16}{climbed['with_most']:>15}"
    yield "\nGoals"
    for goal in found["goals"]:
        bound = f"at most {goal['most']}" if "most" in goal else f"at least {goal['least']}"
        yield f"  {'met   ' if goal['met'] else 'NOT MET'}  {goal['figure']:>8}  ({bound})  {goal['goal']}"
