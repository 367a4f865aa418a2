"""The benchmark of print as a table for people."""

from collections.abc import Iterator
from typing import Any


def lines(found: dict[str, Any]) -> Iterator[str]:
    yield f"\n{'letters, seconds':22}{'ours, one PDF':>16}{'ours, files':>14}{'WeasyPrint, one PDF':>22}{'WeasyPrint, files':>20}"
    for size in map(str, found["letters"]):
        ours, theirs = found["ours"][size], found["weasyprint"][size]
        row = [f"{ours['one_document_s']:16.3f}", f"{ours['separate_s']:14.3f}", f"{theirs['one_document_s']:22.3f}", f"{theirs['separate_s']:20.3f}"]
        yield f"  {int(size):<20,}{''.join(row)}"
    stream = found["stream"]
    yield f"\n{found['streamed']:,} letters, streamed: {stream['seconds']:.1f} s, {stream['memory_mb']:.0f} MB"
    yield "sheets, warm: " + ", ".join(f"{name.removesuffix('_ms')} {value} ms" for name, value in found["sheets"].items())
    yield "\nGoals"
    for goal in found["goals"]:
        bound = f"at most {goal['most']}" if "most" in goal else f"at least {goal['least']}"
        yield f"  {'met   ' if goal['met'] else 'NOT MET'}  {goal['figure']:>8}  ({bound})  {goal['goal']}"
