"""The figures as a table for people."""

from collections.abc import Iterator
from typing import Any


def lines(found: dict[str, Any]) -> Iterator[str]:
    for vendor, told in found["databases"].items():
        yield f"\n{vendor}, {found['ideas']:,} ideas{'':22}ms   slowest, ms   queries   found"
        for name, one in told["questions"].items():
            yield f"  {name:42}{one['ms']:6.1f}{one['slowest']:12.1f}{one['queries']:10}{one['found']:10,}"
        yield f"  the shelf made anew, after a change: {told['anew_ms']:.0f} ms"
    yield "\nGoals"
    for goal in found["goals"]:
        yield f"  {'met   ' if goal['met'] else 'NOT MET'}  {goal['figure']:>8}  (at most {goal['most']})  {goal['goal']}"
