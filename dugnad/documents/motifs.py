"""The knitted motifs: nine by nine stitches each, turned into one compact path."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from dugnad.documents.markup import name

STITCHES = 9
PLAIN = "none"
MOTIFS: dict[str, list[str]] = json.loads((Path(__file__).parent / "motifs.json").read_text())

Run = tuple[int, int, int, int]  # left, top, width, height


def known(motif: str) -> str:
    """The motif itself, or the plain one where a network has named one that nobody has drawn."""
    return motif if motif in MOTIFS else PLAIN


@cache
def path(motif: str) -> str:
    """The d of one <path> on a grid of nine units."""
    return "".join(f"M{x} {y}h{width}v{height}h-{width}z" for x, y, width, height in rectangles(MOTIFS[known(motif)]))


def rectangles(rows: list[str]) -> list[Run]:
    """Runs of stitches, each joined with the same run in the rows below: no seams, few corners."""
    open_runs: dict[tuple[int, int], Run] = {}
    done: list[Run] = []
    for y, row in enumerate(rows):
        here = {run: open_runs.get(run, (run[0], y, run[1], 0)) for run in runs(row)}
        done += [whole for run, whole in open_runs.items() if run not in here]
        open_runs = {run: (x, top, width, height + 1) for run, (x, top, width, height) in here.items()}
    return sorted(done + list(open_runs.values()), key=lambda r: (r[1], r[0]))


def runs(row: str) -> list[tuple[int, int]]:
    """Where the stitches of a row start and how many follow one another."""
    found, start = [], None
    for x, stitch in enumerate(row + "."):
        if stitch == "#" and start is None:
            start = x
        elif stitch != "#" and start is not None:
            found.append((start, x - start))
            start = None
    return found


def definitions(motifs: Iterable[str], prefix: str) -> str:
    """Each motif once, for <use> to repeat; the prefix keeps ids apart where a page has several pictures."""
    drawn = (f'<path id="{name(prefix)}-{m}" d="{path(m)}"/>' for m in sorted({known(m) for m in motifs}))
    return f"<defs>{''.join(drawn)}</defs>"
