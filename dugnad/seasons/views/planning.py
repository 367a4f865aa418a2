"""Planning a season: its dates and words, its stages, the rule of each board, and publishing it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.network.models import Unit
from dugnad.seasons import boards, explained
from dugnad.seasons.actions import seasons as actions
from dugnad.seasons.forms import NewSeasonForm, RuleForm, SeasonForm, StageForm
from dugnad.seasons.models import Season
from dugnad.web.verbs import shows_and_takes


@signed_in
@shows_and_takes
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """A new season of a unit."""
    unit = find(request, Can.RUN_SEASON, Unit.objects.select_related("level"), code__iexact=code)
    form = NewSeasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(actions.plan(actor_of(request), unit, **form.cleaned_data))
        except Refused as no:
            form.add_error(no.field, str(no))
    return render(request, "seasons/plan.html", {"unit": unit, "form": form}, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Its dates and words, and its stages."""
    season = find(request, Can.CHANGE_SEASON, Season.objects.select_related("unit"), key=key)
    now = {name: getattr(season, name) for name in SeasonForm.base_fields}
    form = SeasonForm(request.POST or None, initial=now)
    stages = [StageForm(request.POST or None, instance=stage, prefix=str(stage.position)) for stage in season.stages.all()]
    if request.method == "POST" and form.is_valid() and all(stage.is_valid() for stage in stages):
        try:
            actions.change(actor_of(request), season, stages=[stage.save(commit=False) for stage in stages], **form.cleaned_data)
        except Refused as no:
            form.add_error(no.field, str(no))
        else:
            messages.success(request, _("Saved."))
            return redirect(season)
    wrong = bool(form.errors) or any(stage.errors for stage in stages)
    return render(request, "seasons/change.html", {"season": season, "form": form, "stages": stages}, status=422 if wrong else 200)


@signed_in
@shows_and_takes
def rule(request: HttpRequest, key: str, position: int) -> HttpResponse:
    """What a board ranks by; shown with what it would say now before it is saved."""
    season = find(request, Can.CHANGE_SEASON, Season.objects.select_related("unit"), key=key)
    board = season.boards.prefetch_related("versions__by").filter(position=position).first()
    if board is None:
        raise Http404
    last = boards.in_force(board)
    form = RuleForm(request.POST or None, initial={"kind": last.kind, "measure": last.measure, "cause": last.cause})
    if request.method == "POST" and form.is_valid() and "preview" not in request.POST:
        try:
            actions.set_rule(actor_of(request), board, **form.cleaned_data)
        except Refused as no:
            form.add_error(no.field, str(no))
        else:
            messages.success(request, _("The rule is in force."))
            return redirect(board)
    page = {"season": season, "board": board, "form": form, "title": explained.titled(last)} | _preview(board, form)
    return render(request, "seasons/rule.html", page, status=422 if form.errors else 200)


@signed_in
@require_POST
def publish(request: HttpRequest, key: str) -> HttpResponse:
    """Everybody sees it from now on."""
    season = find(request, Can.CHANGE_SEASON, Season.objects.all(), key=key)
    actions.publish(actor_of(request), season)
    messages.success(request, _("Everybody sees it now."))
    return redirect(season)


def _preview(board: Any, form: RuleForm) -> dict[str, Any]:
    """The first ten by the rule that is typed, with the figures of now."""
    if not form.is_bound or not form.is_valid():
        return {}
    stage = board.season.stages.first()
    tried = boards.BoardRule(board=board, **{name: form.cleaned_data[name] for name in ("kind", "measure", "cause")})
    rows = [row for row in boards.shown(boards.live(board, stage, tried)) if not row.line.why]
    return {
        "tried": explained.titled(tried),
        "preview": [(row, explained.valued(tried, row.line.value), explained.explained(tried, row.line)) for row in rows[:10]],
    }
