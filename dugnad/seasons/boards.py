"""What a board says: a rule over figures, for the units of a stage, without what is flagged."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.utils import timezone

from dugnad.seasons import shrink
from dugnad.seasons.field import field
from dugnad.seasons.lines import Line, restored
from dugnad.seasons.measured import Accounts, Counted, counted
from dugnad.seasons.models import Board, BoardRule, Result, Season, Stage

Kind = BoardRule.Kind
PLAIN = (Kind.COUNT, Kind.NEWCOMERS)
Boards = dict[int, list[Line]]


def in_force(board: Board) -> BoardRule:
    """The version of the rule that counts: the last one."""
    return board.versions.all()[0]


def lines(stage: Stage, boards: Sequence[Board]) -> Boards:
    """The lines of boards in a stage: as they were frozen, else as they are, or as they stood when the season's last day was over."""
    if stage.season.frozen_at:
        found: Boards = {board.pk: [] for board in boards}
        for row in Result.objects.filter(board__in=boards, stage=stage).order_by("pk"):
            found[row.board_id].append(restored(row.line))
        return found
    return live(stage, [(board, in_force(board)) for board in boards], counts_on(stage.season))


def counts_on(season: Season) -> date | None:
    """The day as of which a season counts: none while it runs."""
    return season.counts_until if season.counts_until < timezone.localdate() else None


def live(stage: Stage, ruled: Iterable[tuple[Board, BoardRule]], as_of: date | None = None) -> Boards:
    """The lines by these rules, now or as it stood at the end of a day; ranked in each group and league."""
    ruled, there = list(ruled), field(stage)
    accounts, on = Accounts(stage, there, as_of), through(stage, ruled, as_of)
    found: Boards = {}
    for board, rule in ruled:
        units = [unit.pk for unit in there.units if board.pk not in on or unit.pk in on[board.pk]]
        made = []
        for unit, count in counted(rule, accounts, units).items():
            number = there.known.get(unit)
            about = (number.number, number.year, number.source, number.summed) if number else None
            made.append((Line(unit, there.groups[unit], there.leagues[unit], count.events, count.exposure, why=count.why, students=about), count))
        found[board.pk] = placed(made, rule)
    return found


def through(stage: Stage, ruled: list[tuple[Board, BoardRule]], as_of: date | None) -> dict[int, set[int]]:
    """For each board who went on from the stage before, if that one let only some go on."""
    before = Stage.objects.filter(season=stage.season_id, position__lt=stage.position, level=stage.level_id).last()
    if before is None or before.advancing is None:
        return {}
    before.season = stage.season
    found = live(before, ruled, as_of)
    return {board: {line.unit for line in rows if not line.why and line.place <= before.advancing} for board, rows in found.items()}


def placed(made: list[tuple[Line, Counted]], rule: BoardRule) -> list[Line]:
    """Drawn within each league, ranked within each group and league; those without a place after them."""
    done: list[Line] = []
    leagues = {line.league for line, _count in made}
    for league in sorted(leagues):
        rivals = [(line, count) for line, count in made if line.league == league and not line.why]
        rates, known = _rates(rivals, rule)
        for group in sorted({line.group for line, _count in rivals}):
            own = [(line, rate) for (line, _count), rate in zip(rivals, rates, strict=True) if line.group == group]
            for (line, rate), (place, best, worst) in zip(own, shrink.ranks([rate for _line, rate in own]), strict=True):
                drawn = replace(line, value=rate.value, low=rate.low, high=rate.high, mean=known.mean, weight=known.weight)
                done.append(replace(drawn, place=place, best=best, worst=worst, many=len(own)))
    return sorted(done, key=lambda line: (line.league, line.group, line.place)) + [line for line, _count in made if line.why]


def _rates(league: list[tuple[Line, Counted]], rule: BoardRule) -> tuple[list[shrink.Rate], shrink.Prior]:
    """The rates of a league, and what they were drawn towards."""
    nothing = shrink.Prior(0, 0)
    if rule.kind == Kind.BREADTH:
        return [shrink.Rate(line.events, line.events, line.events) for line, _count in league], nothing
    size = _at_once(league)
    if rule.kind in PLAIN:
        return [shrink.counted(line.events, size) for line, _count in league], nothing
    known = shrink.prior([line.events for line, _count in league], [line.exposure for line, _count in league], size, counted=rule.kind == Kind.GROWTH)
    if known is None:
        return [shrink.Rate(0, 0, 0) for _line in league], nothing
    drawn = [shrink.drawn(line.events, line.exposure, known) for line, _count in league]
    return ([replace(rate, high=min(rate.high, 1.0)) for rate in drawn] if rule.kind == Kind.LABEL else drawn), known


def _at_once(league: list[tuple[Line, Counted]]) -> float:
    """How many of what is counted an average activity of the league brings: people come in groups."""
    activities = sum(count.activities for _line, count in league)
    return max(1.0, sum(line.events for line, _count in league) / activities) if activities else 1.0
