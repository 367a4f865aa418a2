"""What the pages of a season list: first places, a league of a board, and whoever is not ranked."""

from dataclasses import dataclass
from typing import Any

from dugnad.activities.addresses import opens
from dugnad.core import marks
from dugnad.core.periods import Period
from dugnad.figures.kept import kept
from dugnad.network.models import Unit
from dugnad.seasons import boards, explained
from dugnad.seasons.lines import Line, Shown, shown
from dugnad.seasons.models import Board, BoardRule, Season, Stage

FIRST = 3
WIDE = 100  # how wide the picture of an interval is


@dataclass(frozen=True)
class Row:
    """A line as a page shows it."""

    shown: Shown
    value: str
    why: str
    chance: str
    sums_up: str
    divided: str
    href: str
    before: str
    drawn: tuple[float, float, float, float] | None


def lines(stage: Stage, own: list[Board]) -> boards.Boards:
    """Kept until an entry comes, a flag is answered, a rule changes, or numbers of students are loaded."""
    on = (stage.pk, [board.pk for board in own], marks.current("seasons"))
    return kept("boards", lambda: boards.lines(stage, own), on=on)


def first_of(rows: list[Line]) -> list[Line]:
    """The first places of each league; of those whose size is not known only where all are."""
    first = [line for line in rows if not line.why and line.place <= FIRST]
    return [line for line in first if line.league] or first


def podium(board: Board, season: Season, stage: Stage, rows: list[Line], units: dict[int, Unit]) -> dict[str, Any]:
    """The first places of a board, league by league, the largest first."""
    rule, names = boards.in_force(board), explained.leagues(season)
    listed = [(row, explained.valued(rule, row.line.value)) for row in shown(rows, units)]
    leagues = sorted({row.line.league for row, _value in listed}, reverse=True)
    sections = []
    for league in leagues:
        own = [pair for pair in listed if pair[0].line.league == league]
        sections.append((names[league] if stage.leagues and season.sizes else "", own[:FIRST], len(own[FIRST:])))
    return {"board": board, "title": explained.titled(rule), "sections": sections}


def board(one: Board, stage: Stage, league: str, within: str) -> dict[str, Any]:
    """A league of a board, or the winners of each unit within which a stage is held, until one of them is chosen."""
    rule, season = boards.in_force(one), one.season
    everybody = lines(stage, [one])[one.pk]
    apart = stage.leagues and bool(season.sizes)
    leagues = sorted({line.league for line in everybody if not line.why}, reverse=True) if apart else []
    chosen = next((one for one in leagues if str(one) == league), leagues[0] if leagues else None)
    asked = [line for line in everybody if not line.why and chosen in (None, line.league)]
    groups = {line.group for line in everybody}
    names = {unit.pk: unit for unit in Unit.objects.filter(pk__in=groups)} if len(groups) > 1 else {}
    group = next((pk for pk, unit in names.items() if unit.code.upper() == within.upper()), None)
    if names and group is None:
        asked = [line for line in asked if line.place <= (stage.advancing or 1)]
    if group is not None:
        asked = [line for line in asked if line.group == group]
    unranked = [line for line in everybody if line.why and group in (None, line.group)]
    listed = shown([*asked, *unranked])
    return {
        "board": one, "stage": stage, "rule": rule, "title": explained.titled(rule), "said": explained.ruled(rule),
        "leagues": [(league, explained.leagues(season)[league]) for league in leagues], "league": chosen,
        "groups": sorted(names.values(), key=str), "group": names.get(group or 0), "winners": bool(names) and group is None,
        "rows": rows(rule, stage, listed[: len(asked)]), "towards": explained.towards(rule, asked[0]) if asked else "",
        "unranked": [(row, explained.explained(rule, row.line)) for row in listed[len(asked) :]],
        "versions": [(version, explained.titled(version)) for version in one.versions.all()],
        "ranked": sum(not line.why for line in everybody), "many": len(everybody),
    }  # fmt: skip


def rows(rule: BoardRule, stage: Stage, listed: list[Shown]) -> list[Row]:
    """The ranked ones, in their order; those of several groups by the name of the group."""
    period = Period(stage.first_month, stage.last_month)
    most = max((row.line.high for row in listed), default=0)
    asked = {"cause": rule.cause} if rule.cause else {}
    return [
        Row(
            row,
            explained.valued(rule, row.line.value),
            explained.explained(rule, row.line),
            explained.chance(rule, row.line),
            explained.sums_up(rule, row.line),
            explained.divided(row.line),
            opens(row.unit, period, **asked),
            opens(row.unit, period.years_back(), **asked) if rule.kind == BoardRule.Kind.GROWTH else "",
            _drawn(row.line, most),
        )
        for row in listed
    ]


def _drawn(line: Line, most: float) -> tuple[float, float, float, float] | None:
    """Low, high, value and the league's mean on the width of the picture; none where there is no interval."""
    if line.low == line.high or not most:
        return None
    low, high, value, mean = (round(WIDE * min(part, most) / most, 1) for part in (line.low, line.high, line.value, line.mean))
    return low, high, value, mean
