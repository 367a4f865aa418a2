"""Seasons and their boards, for everybody; what is planned only for those who plan it."""

from typing import Any

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, find
from dugnad.access.rules import Can
from dugnad.activities.addresses import opens
from dugnad.core.periods import Period
from dugnad.figures.kept import kept
from dugnad.network.models import Unit
from dugnad.seasons import boards, explained
from dugnad.seasons.models import Board, Flag, Season, Stage
from dugnad.web.verbs import reads

FIRST = 3


@reads
def seasons(request: HttpRequest) -> HttpResponse:
    """All that one may see, the newest first."""
    actor = actor_of(request)
    rows = allowed(actor, Can.SEE_SEASON, Season.objects.select_related("unit")).annotate(many=Count("boards", distinct=True))
    page = {"seasons": rows, "may_plan": allowed(actor, Can.RUN_SEASON, Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants]))}
    return render(request, "seasons/seasons.html", page)


@reads
def season(request: HttpRequest, key: str) -> HttpResponse:
    """Its rules, stages, and the first places of each board in the last stage that has begun."""
    found = find(request, Can.SEE_SEASON, Season.objects.select_related("unit__level"), key=key)
    stages = list(found.stages.select_related("level", "within"))
    rows = list(found.boards.prefetch_related("versions"))
    may_change = allowed(actor_of(request), Can.CHANGE_SEASON, Season.objects.filter(pk=found.pk)).exists()
    page = {
        "season": found,
        "stages": stages,
        "boards": [_board(board, stages) for board in rows] if stages else [],
        "may_change": may_change,
        "waiting": _waiting(found),
        "leagues": list(explained.leagues(found).items())[1:],
    }
    return render(request, "seasons/season.html", page)


@reads
def board(request: HttpRequest, key: str, position: int) -> HttpResponse:
    """Every unit of a board: ranked with its interval and its sentence, or not ranked and why."""
    found = find(request, Can.SEE_SEASON, Season.objects.select_related("unit__level"), key=key)
    one = found.boards.prefetch_related("versions__by").filter(position=position).first()
    stage = _stage(found, request.GET.get("stage", ""))
    if one is None or stage is None:
        raise Http404
    one.season = stage.season = found
    rule = boards.in_force(one)
    rows = boards.shown(_lines(one, stage))
    groups = sorted({row.group for row in rows}, key=str)
    within = request.GET.get("within", "").upper()
    if within in {group.code for group in groups}:
        rows = [row for row in rows if row.group.code == within]
    period = Period(stage.first_month, stage.last_month)
    told = [
        (row, explained.valued(rule, row.line.value), explained.explained(rule, row.line), explained.divided(row.line), opens(row.unit, period, **_of(rule)))
        for row in rows
    ]
    page = {
        "season": found, "board": one, "stage": stage, "stages": found.stages.all(), "rule": rule,
        "title": explained.titled(rule), "said": explained.ruled(rule), "groups": groups if len(groups) > 1 else [], "within": within,
        "sections": _sections(found, [row for row in told if not row[0].line.why]), "unranked": [row for row in told if row[0].line.why],
        "waiting": _waiting(found),
    }  # fmt: skip
    return render(request, "seasons/board.html", page)


@reads
def how(request: HttpRequest) -> HttpResponse:
    """How fairness is made: the mathematics and the flags, in plain words."""
    return render(request, "seasons/how.html")


def _of(rule: Any) -> dict[str, str]:
    return {"cause": rule.cause} if rule.cause else {}


def _stage(season: Season, position: str) -> Stage | None:
    stages = season.stages.select_related("level", "within")
    return stages.filter(position=int(position)).first() if position.isdecimal() and len(position) < 4 else stages.first()


def _board(one: Board, stages: list[Stage]) -> dict[str, Any]:
    """The first of each league in the widest stage of the local units."""
    stage = next((s for s in stages if s.within_id == one.season.unit.level_id), stages[0])
    rule = boards.in_force(one)
    first = [row for row in boards.shown(_lines(one, stage)) if not row.line.why and row.line.place <= FIRST]
    rows = [(row, explained.valued(rule, row.line.value)) for row in first]
    return {"board": one, "stage": stage, "title": explained.titled(rule), "sections": _sections(one.season, rows)}


def _sections(season: Season, rows: list[Any]) -> list[tuple[str, list[Any]]]:
    """The rows parted by league, the largest league first."""
    names = explained.leagues(season)
    return [(names[league], some) for league in sorted(names, reverse=True) if (some := [row for row in rows if row[0].line.league == league])]


def _lines(board: Board, stage: Stage) -> list[boards.Line]:
    """Kept until an entry comes, a flag is answered, or a rule changes."""
    flags = Flag.objects.aggregate(many=Count("pk"), answered=Count("looked_at"))
    rule = boards.in_force(board)
    on = (board.pk, stage.pk, rule.pk, stage.first_month, stage.last_month, stage.advancing, str(board.season.sizes), *flags.values(), board.season.frozen_at)
    return kept("board", lambda: boards.lines(board, stage), on=on)


def _waiting(season: Season) -> int:
    """How many flagged activities of the season nobody has looked at yet."""
    months = {"activity__month__gte": season.first_month, "activity__month__lte": season.last_month}
    return Flag.objects.filter(state=Flag.State.OPEN, activity__state="registered", **months).values("activity").distinct().count()
