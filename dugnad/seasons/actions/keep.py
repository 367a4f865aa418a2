"""What the worker does for seasons every hour: look for flags, freeze what has ended, write down the best places. Safe to run twice."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from dugnad.access.actor import SYSTEM
from dugnad.core import journal, marks
from dugnad.seasons import boards
from dugnad.seasons.actions.flags import find_flags
from dugnad.seasons.lines import Line, kept
from dugnad.seasons.models import Best, Board, Flag, Result, Season, Stage

PATIENCE = timedelta(days=7)  # so long a season that has ended waits for what nobody has looked at


def keep(today: date) -> int:
    """How many seasons were frozen."""
    done = 0
    for season in Season.objects.running(today).select_related("unit__level"):
        find_flags(season)
        done += season.counts_until < today and freeze(season, today)
    write_best(today)
    return done


@transaction.atomic
def freeze(season: Season, today: date) -> bool:
    """Write down every line as it stood at the end of the last day that counts, once its flags are answered or a week has passed."""
    season = Season.objects.select_for_update(of=("self",)).select_related("unit__level").get(pk=season.pk)
    if season.frozen_at or (today <= season.counts_until + PATIENCE and Flag.objects.of(season).waiting().exists()):
        return False
    ruled = [(board, boards.in_force(board)) for board in season.boards.prefetch_related("versions")]
    rules = {board.pk: rule for board, rule in ruled}
    for stage in _stages(season):
        found = boards.live(stage, ruled, as_of=season.counts_until)
        rows = [Result(board_id=board, stage=stage, rule=rules[board], unit_id=line.unit, line=kept(line)) for board, own in found.items() for line in own]
        Result.objects.bulk_create(rows, batch_size=500)
    season.frozen_at = timezone.now()
    season.save(update_fields=["frozen_at"])
    marks.touch("seasons")
    journal.record(SYSTEM, "season.frozen", season)
    return True


def write_best(today: date) -> int:
    """The best place of each unit on the boards that run: the smallest share of its rivals before it. How many have one.

    Made first and written then: writers on SQLite do not wait meanwhile.
    """
    best: dict[int, tuple[float, Line, Board, Stage]] = {}
    for season in Season.objects.running(today).select_related("unit__level"):
        ranked = list(season.boards.prefetch_related("versions"))
        for stage in _stages(season):
            found = boards.lines(stage, ranked)
            for board in ranked:
                for line in found[board.pk]:
                    share = line.place / (line.many + 1)
                    if not line.why and line.many > 1 and (line.unit not in best or share < best[line.unit][0]):
                        best[line.unit] = (share, line, board, stage)
    now = timezone.now()
    rows = [
        Best(unit_id=unit, rule=boards.in_force(board), stage=stage, league=line.league, place=line.place, many=line.many, found_at=now)
        for unit, (_share, line, board, stage) in best.items()
    ]
    with transaction.atomic():
        Best.objects.all().delete()
        Best.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    marks.touch("best-places")
    return len(rows)


def _stages(season: Season) -> list[Stage]:
    stages = list(season.stages.order_by("position"))
    for stage in stages:
        stage.season = season
    return stages
