"""The benchmark of the self-check as a table for people."""

from collections.abc import Iterator
from typing import Any

SAYS = {"impact": "reads as impact", "unclear": "too little to tell", "regular": "reads as regular"}
SAID = {"impact": "the label", "unclear": "returned", "regular": "regular"}


def lines(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['activities']:,} made-up activities, each seen by the self-check and by two reviewers, seed {found['seed']}"
    yield f"  two reviewers say the same of {found['reviewers']['share']:.3f} (Cohen's kappa {found['reviewers']['kappa']:.3f}); of these {found['agreed']:,}"
    yield f"  the self-check says the same of {found['share']:.3f}: Cohen's kappa {found['kappa']:.3f}, Krippendorff's alpha {found['alpha']:.3f}"
    yield f"  kappa where its questions were answered {found['answered']['answered']:.3f}, where they were left {found['answered']['left']:.3f}"
    yield f"\n{'Reviewers say':18}" + "".join(f"{SAYS[kind]:>22}" for kind in SAYS)
    for verdict, row in found["table"].items():
        yield f"  {SAID[verdict]:16}" + "".join(f"{row[kind]:22,}" for kind in SAYS)
    yield f"\n{'Criterion (points 0–2)':26}{'alpha':>8}{'same':>8}{'self-check higher by':>24}{'alpha of two reviewers':>26}"
    for key, one in sorted(found["criteria"].items(), key=lambda row: row[1]["alpha"] if row[1]["alpha"] is not None else 1):
        yield f"  {key:24}{_figure(one['alpha'])}{one['same']:8.3f}{one['higher']:+24.2f}{_figure(one['reviewers'], 26)}"
    yield "\nGoals"
    for goal in found["goals"]:
        bound = f"at most {goal['most']}" if "most" in goal else f"at least {goal['least']}"
        yield f"  {'met   ' if goal['met'] else 'NOT MET'}  {goal['figure']:>8}  ({bound})  {goal['goal']}"


def _figure(value: float | None, width: int = 8) -> str:
    return f"{'–':>{width}}" if value is None else f"{value:{width}.3f}"
