"""The figures of the benchmark as a table for people."""

from collections.abc import Iterator
from typing import Any


def lines(found: dict[str, Any]) -> Iterator[str]:
    for number, size in found["sizes"].items():
        yield from _size(int(number), size)
    writing, killing = found["writing"], found["killing"]
    yield "\npostgresql: 8 writers, transactions a second"
    yield f"  bare {writing['bare']:.0f}, with entries {writing['posted']:.0f} ({writing['posted'] / writing['bare']:.2f}), with folder and reader {writing['with_folder']:.0f}"
    yield f"  {writing['reads']:,} reads meanwhile, {writing['wrong']} wrong; {writing['waiting']:,} entries waiting at the end"
    yield f"\nKilled: the folder {killing['folder']} times, a writer {killing['writer']} times; audit: {killing['audit']['checked']:,} figures, {killing['audit']['differences']} differ"
    yield "\nGoals"
    for goal in found["goals"]:
        bound = f"at most {goal['most']:g}" if "most" in goal else f"at least {goal['least']:g}"
        yield f"  {'met   ' if goal['met'] else 'NOT MET'}  {goal['figure']:>12,}  ({bound})  {goal['goal']}"


def _size(number: int, size: dict[str, Any]) -> Iterator[str]:
    yield f"\n{number:,} activities; {size['sqlite']['balances']:,} balances; open data in Parquet {size['duckdb']['megabytes']} MB"
    yield f"  {'warm median, ms':46}{'SQLite':>10}{'raw':>11}{'times':>8}{'PostgreSQL':>12}{'raw':>11}{'times':>8}{'DuckDB':>10}{'times':>8}{'times':>8}"
    for name, lite in size["sqlite"]["questions"].items():
        post, duck = size["postgresql"]["questions"][name], size["duckdb"]["questions"].get(name)
        yield (
            f"  {name:46}{lite['ours']:10.2f}{_or(lite['raw'], 11, 1)}{_times(lite['raw'], lite['ours'])}"
            f"{post['ours']:12.2f}{_or(post['raw'], 11, 1)}{_times(post['raw'], post['ours'])}"
            f"{_or(duck, 10, 1)}{_times(duck, lite['ours'])}{_times(duck, post['ours'])}"
        )
    for vendor in ("sqlite", "postgresql"):
        one = size[vendor]["rebuild"]
        yield (
            f"  rebuilding, {vendor}: {one['entries']:,} entries in {one['seconds']:.1f} s, {one['rate']:,.0f} a second; "
            f"a reader beside it {one['beside']['median']} ms (p99 {one['beside']['p99']}), alone {one['alone']['median']} ms (p99 {one['alone']['p99']})"
        )


def _or(value: float | None, width: int, decimals: int) -> str:
    return f"{'–':>{width}}" if value is None else f"{value:{width}.{decimals}f}"


def _times(than: float | None, ours: float) -> str:
    return f"{'–':>8}" if than is None else f"{than / ours:7.0f}×"
