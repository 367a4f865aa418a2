"""The goals of print, and whether the figures meet them."""

from typing import Any

from dugnad.cli.bench.goals import _least, _most

SHEETS = {"cover": 60, "poster": 100, "infographic": 250}


def judged(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Every goal with its figure. Those of a thousand letters are judged by the largest number measured, in proportion."""
    size = found["letters"][-1]
    ours, theirs, stream = found["ours"][str(size)], found["weasyprint"][str(size)], found["stream"]
    return [
        _most("1,000 letters in one document, s", ours["one_document_s"] * 1000 / size, 0.6),
        _most("1,000 letters as separate files, s", ours["separate_s"] * 1000 / size, 6),
        _least("times as fast as WeasyPrint, one document", theirs["one_document_s"] / ours["one_document_s"], 40),
        _least("times as fast as WeasyPrint, separate files", theirs["separate_s"] / ours["separate_s"], 40),
        _most(f"memory for {found['streamed']:,} letters, MB", stream["memory_mb"], 400),
        *[_most(f"{name}, warm, ms", found["sheets"][f"{name}_ms"], goal) for name, goal in SHEETS.items()],
    ]
