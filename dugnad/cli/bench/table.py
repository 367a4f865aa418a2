"""The benchmark's figures as a table for people."""

from collections.abc import Iterator
from typing import Any

from dugnad.cli.bench.goals import PAGES


def lines(found: dict[str, Any]) -> Iterator[str]:
    for vendor, database in found["databases"].items():
        yield from _registering(vendor, database["registering"])
        for number, pages in database["pages"].items():
            yield from _pages(vendor, int(number), pages)
    yield "\nThe form's first load, KB compressed"
    for name, size in found["form"].items():
        yield f"  {size / 1024:8.1f}  {name}"
    yield "\nGoals"
    for goal in found["goals"]:
        bound = f"at most {goal['most']}" if "most" in goal else f"at least {goal['least']}"
        yield f"  {'met   ' if goal['met'] else 'NOT MET'}  {goal['figure']:>8}  ({bound})  {goal['goal']}"


def _registering(vendor: str, rates: dict[str, Any]) -> Iterator[str]:
    yield f"\n{vendor}: a second{'':24}bare rows   six answers   ratio   with more   ratio"
    for writers in (1, 8):
        bare, action, full = (rates[f"{kind}_{writers}"] for kind in ("bare", "action", "full"))
        yield f"  {writers} writer{'s' if writers > 1 else ' '}{'':28}{bare:9.0f}{action:14.0f}{action / bare:8.2f}{full:12.0f}{full / bare:8.2f}"
    yield f"  audit afterwards: {rates['audit']['checked']:,} figures checked, {rates['audit']['differences']} differ"


def _pages(vendor: str, number: int, pages: dict[str, Any]) -> Iterator[str]:
    yield f"\n{vendor}, {number:,} activities{'':12}ms   made anew, ms   queries   requests a second against the bare page's"
    for name in ("bare", *PAGES):
        page = pages[name]
        yield f"  {name:30}{page['ms']:8.1f}{page['ms_anew']:16.1f}{page['queries']:10}{pages['bare']['ms'] / page['ms']:12.2f}"
