"""Planning a season: its dates and words, its stages, the rule of each board; publishing it; looking for flags."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.core.periods import month_of
from dugnad.network.models import Unit
from dugnad.seasons import boards, explained, listing
from dugnad.seasons.actions import seasons as actions
from dugnad.seasons.actions.flags import look_for_flags
from dugnad.seasons.forms import ChangeSeasonForm, NewSeasonForm, RuleForm, SeasonForm, StageForm
from dugnad.seasons.lines import shown
from dugnad.seasons.models import Board, BoardRule, Season, Stage
from dugnad.seasons.views.public import stages_of, widest
from dugnad.web.refusals import done
from dugnad.web.verbs import shows_and_takes

TRIED = 10


@signed_in
@shows_and_takes
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """A new season of a unit."""
    unit = find(request, Can.RUN_SEASON, Unit.objects.select_related("level"), code__iexact=code)
    form = NewSeasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (made := done(form, lambda: actions.plan(actor_of(request), unit, **form.cleaned_data))):
        return redirect(made)
    return render(request, "seasons/plan.html", {"unit": unit, "form": form}, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Its dates and words, and its stages."""
    season = find(request, Can.CHANGE_SEASON, Season.objects.select_related("unit"), key=key)
    now = {name: getattr(season, name) for name in SeasonForm.base_fields}
    form = ChangeSeasonForm(request.POST or None, initial=now)
    stages = [StageForm(request.POST or None, instance=stage, prefix=f"stage{stage.position}") for stage in season.stages.all()]
    if request.method == "POST" and all([form.is_valid(), *(stage.is_valid() for stage in stages)]):
        asked = [stage.save(commit=False) for stage in stages]
        if done(form, lambda: actions.change(actor_of(request), season, stages=asked, **form.cleaned_data)):
            messages.success(request, _("Saved."))
            return redirect(season)
    wrong = bool(form.errors) or any(stage.errors for stage in stages)
    return render(request, "seasons/change.html", {"season": season, "form": form, "stages": stages}, status=422 if wrong else 200)


@signed_in
@shows_and_takes
def rule(request: HttpRequest, key: str, position: int) -> HttpResponse:
    """What a board ranks by; shown with what it would say before it is in force."""
    season = find(request, Can.CHANGE_SEASON, Season.objects.select_related("unit__level"), key=key)
    board = season.boards.prefetch_related("versions__by").filter(position=position).first()
    if board is None:
        raise Http404
    board.season = season
    last = boards.in_force(board)
    form = RuleForm(request.POST or None, initial={"kind": last.kind, "measure": last.measure, "cause": last.cause})
    really = request.method == "POST" and "preview" not in request.POST
    if really and form.is_valid() and done(form, lambda: actions.set_rule(actor_of(request), board, **form.cleaned_data)):
        messages.success(request, _("The rule is in force."))
        return redirect(board)
    page = {"season": season, "board": board, "form": form, "title": explained.titled(last)} | _preview(board, form)
    return render(request, "seasons/rule.html", page, status=422 if form.errors else 200)


@signed_in
@require_POST
def publish(request: HttpRequest, key: str) -> HttpResponse:
    """Everybody sees it from now on."""
    season = find(request, Can.CHANGE_SEASON, Season.objects.all(), key=key)
    try:
        actions.publish(actor_of(request), season)
        messages.success(request, _("Everybody sees it now."))
    except Refused as no:
        messages.error(request, str(no))
    return redirect(season)


@signed_in
@require_POST
def flag(request: HttpRequest, key: str) -> HttpResponse:
    """Look for flags now, without waiting for the hour."""
    season = find(request, Can.CHANGE_SEASON, Season.objects.select_related("unit"), key=key)
    many = look_for_flags(actor_of(request), season)
    messages.success(request, ngettext("%(n)s new activity to be looked at.", "%(n)s new activities to be looked at.", many) % {"n": many})
    return redirect(season)


def _preview(board: Board, form: RuleForm) -> dict[str, Any]:
    """The first ten by the rule that is typed, in the widest stage."""
    if not form.is_bound or not form.is_valid():
        return {}
    tried = BoardRule(board=board, **actions.settled(**{name: form.cleaned_data[name] for name in ("kind", "measure", "cause")}))
    stage = _as_it_was(widest(stages_of(board.season)))
    ranked = [line for line in boards.live(stage, [(board, tried)])[board.pk] if not line.why]
    largest = max((line.league for line in ranked), default=0)
    rows = listing.rows(tried, stage, shown([line for line in ranked if line.league == largest][:TRIED]))
    return {"tried": explained.titled(tried), "preview": rows, "many": len(ranked), "tried_in": stage}


def _as_it_was(stage: Stage) -> Stage:
    """Before it begins there is nothing to see: the same months of the last year in which they had begun, for everybody."""
    while stage.first_month > month_of(timezone.localdate()):
        stage.first_month, stage.last_month = stage.first_month - 12, stage.last_month - 12
    stage.position = 0
    return stage
