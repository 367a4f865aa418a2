"""Seasons and their boards, for everybody; what is planned only for those who plan it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, find
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.periods import month_of
from dugnad.network.models import Unit
from dugnad.seasons import boards, listing
from dugnad.seasons.lines import of_lines
from dugnad.seasons.models import Flag, Season, Stage
from dugnad.web.verbs import reads


@reads
def seasons(request: HttpRequest) -> HttpResponse:
    """All that one may see, the newest first."""
    actor, today = actor_of(request), timezone.localdate()
    rows = allowed(actor, Can.SEE_SEASON, Season.objects.select_related("unit"))
    page = {
        "seasons": [(season, state(season)) for season in rows],
        "running": sum(season.published_at is not None and season.frozen_at is None and season.first_month <= month_of(today) for season in rows),
        "may_plan": allowed(actor, Can.RUN_SEASON, Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants])),
        "may_load": allowed(actor, Can.LOAD_STUDENTS, Unit.objects.filter(parent=None)).exists(),
    }
    return render(request, "seasons/seasons.html", page)


@reads
def season(request: HttpRequest, key: str) -> HttpResponse:
    """Its rules, stages, and the first places of each board in the widest stage."""
    found = find(request, Can.SEE_SEASON, Season.objects.select_related("unit__level"), key=key)
    stages, own = stages_of(found), list(found.boards.prefetch_related("versions"))
    shown = widest(stages)
    lines = listing.lines(shown, own)
    first = {board.pk: listing.first_of(lines[board.pk]) for board in own}
    units = of_lines(line for rows in first.values() for line in rows)
    actor = actor_of(request)
    page = {
        "season": found,
        "state": state(found),
        "stages": stages,
        "widest": shown,
        "boards": [listing.podium(board, found, shown, first[board.pk], units) for board in own],
        "ranked": len({line.unit for rows in lines.values() for line in rows if not line.why}),
        "many": len({line.unit for rows in lines.values() for line in rows}),
        "may_change": allowed(actor, Can.CHANGE_SEASON, Season.objects.filter(pk=found.pk)).exists(),
        "waiting": waiting(found),
        "changes": [line for line in journal.of(found).filter(verb="season.changed") if line.data.get("reason")],
    }
    return render(request, "seasons/season.html", page)


@reads
def board(request: HttpRequest, key: str, position: int) -> HttpResponse:
    """A league of a board, unit by unit: ranked with its interval and its sentence, or not ranked and why."""
    found = find(request, Can.SEE_SEASON, Season.objects.select_related("unit__level"), key=key)
    one = found.boards.prefetch_related("versions__by").filter(position=position).first()
    stages = stages_of(found)
    asked = request.GET.get("stage", "")
    stage = next((stage for stage in stages if str(stage.position) == asked), stages[0] if not asked else None)
    if one is None or stage is None:
        raise Http404
    one.season = found
    page = {"season": found, "state": state(found), "stages": stages, "waiting": waiting(found), "passed": stage != stages[-1] and stage.advancing}
    return render(request, "seasons/board.html", page | listing.board(one, stage, request.GET.get("league", ""), request.GET.get("within", "")))


@reads
def how(request: HttpRequest) -> HttpResponse:
    """How fairness is made: the mathematics and the flags, in plain words."""
    return render(request, "seasons/how.html")


def stages_of(season: Season) -> list[Stage]:
    stages = list(season.stages.select_related("level", "within"))
    for stage in stages:
        stage.season = season
    return stages


def widest(stages: list[Stage]) -> Stage:
    """The first stage in which all compete with all."""
    return next((stage for stage in stages if stage.within_id == stage.season.unit.level_id), stages[0])


def waiting(season: Season) -> int:
    """How many flagged activities of the season nobody has looked at yet."""
    return 0 if season.frozen_at else Flag.objects.of(season).waiting().values("activity").distinct().count()


def state(season: Season) -> str:
    """Where it stands: planned, coming, running, ending, ended."""
    if season.published_at is None:
        return "planned"
    if season.frozen_at:
        return "ended"
    if boards.counts_on(season):
        return "ending"
    return "running" if season.first_month <= month_of(timezone.localdate()) else "coming"
