"""Planning a season, its boards and stages; changing their rules; publishing it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.core.periods import first_day
from dugnad.network.models import Level, Unit
from dugnad.seasons.models import Board, BoardRule, Season, Stage
from dugnad.seasons.students import students

KINDS = [kind.value for kind in BoardRule.Kind]
OF_THEIR_OWN = {BoardRule.Kind.BREADTH.value: "activities", BoardRule.Kind.HOURS.value: "people_helped", BoardRule.Kind.LABEL.value: "activities"}
OF_ALL_CAUSES = (BoardRule.Kind.BREADTH, BoardRule.Kind.LABEL)
TAKEN = ("fairness", "students")  # pages beside the seasons
WORDS, DATES = ("name", "rules"), ("first_month", "last_month", "counts_until")


@transaction.atomic
def plan(actor: Actor, unit: Unit, *, key: str, name: str, first_month: int, last_month: int, counts_until: date, rules: str) -> Season:
    """A season that nobody sees yet, with all kinds of boards and one stage for each level that can be compared."""
    unit = require(actor, Can.RUN_SEASON, unit)
    if key in TAKEN or Season.objects.filter(key=key).exists():
        raise Refused("key-taken", _("There is a season with this address already."), field="key")
    season = Season(unit=unit, key=key, name=name, first_month=first_month, last_month=last_month, counts_until=counts_until, rules=rules)
    _check(season)
    season.sizes = _thirds(unit, last_month // 12)
    season.save()
    for position, kind in enumerate(KINDS, 1):
        board = Board.objects.create(season=season, position=position)
        BoardRule.objects.create(board=board, version=1, kind=kind, measure=OF_THEIR_OWN.get(kind, "activities"), by_id=actor.person_id)
    _stages(season)
    journal.record(actor, "season.planned", season)
    return season


@transaction.atomic
def change(actor: Actor, season: Season, *, stages: Sequence[Stage] = (), reason: str = "", **answers: Any) -> Season:
    """Dates, stages, name and rules, until it is published; then only its name and the words of its rules, with a reason that everybody reads."""
    season = require(actor, Can.CHANGE_SEASON, season, lock=True)
    _check_stages(season, stages, answers)
    changed = [name for name, value in answers.items() if name in WORDS + DATES and getattr(season, name) != value]
    if season.published_at and set(changed) & set(DATES):
        raise Refused("published", _("The dates of a published season stay as they are."), field="first_month")
    if season.published_at and changed and not reason.strip():
        raise Refused("no-reason", _("Say why it changes: those who compete will read it."), field="reason")
    for name in changed:
        setattr(season, name, answers[name])
    _check(season)
    season.save()
    for stage in stages:
        stage.save()
    marks.touch("seasons")
    journal.record(actor, "season.changed", season, changed=changed, reason=reason.strip())
    return season


@transaction.atomic
def set_rule(actor: Actor, board: Board, *, kind: str, measure: str, cause: str, reason: str) -> BoardRule:
    """A new version of a board's rule; in a published season the reason is said to everybody."""
    season = require(actor, Can.CHANGE_SEASON, board.season, lock=True)
    last = BoardRule.objects.filter(board=board)[0]
    asked = settled(kind, measure, cause)
    if all(getattr(last, name) == value for name, value in asked.items()):
        return last
    if season.published_at and not reason.strip():
        raise Refused("no-reason", _("Say why the rule changes: those who compete will read it."), field="reason")
    rule = BoardRule.objects.create(board=board, version=last.version + 1, by_id=actor.person_id, reason=reason.strip(), **asked)
    marks.touch("seasons")
    journal.record(actor, "board.rule-set", board, version=rule.version, reason=rule.reason, **asked)
    return rule


@transaction.atomic
def publish(actor: Actor, season: Season) -> Season:
    """From now on everybody sees it."""
    season = require(actor, Can.CHANGE_SEASON, season, lock=True)
    if season.published_at is None:
        if season.counts_until < timezone.localdate():
            raise Refused("over", _("It is over already: the last day that counts has passed."))
        season.published_at = timezone.now()
        season.save(update_fields=["published_at"])
        marks.touch("seasons")
        journal.record(actor, "season.published", season)
    return season


def settled(kind: str, measure: str, cause: str) -> dict[str, str]:
    """A rule as it is kept: some kinds have a measure of their own, and some are of all causes."""
    return {"kind": kind, "measure": OF_THEIR_OWN.get(kind, measure), "cause": "" if kind in OF_ALL_CAUSES else cause}


def _check(season: Season) -> None:
    if season.last_month < season.first_month:
        raise Refused("ends-before", _("It ends before it begins."), field="last_month")
    if season.counts_until < first_day(season.last_month + 1):
        raise Refused("counts-too-early", _("Leave time to register what happened on the last day: choose a day after the last month."), field="counts_until")


def _check_stages(season: Season, stages: Sequence[Stage], answers: dict[str, Any]) -> None:
    """Within the season, and as they were once it is published."""
    first, last = (answers.get(name, getattr(season, name)) for name in ("first_month", "last_month"))
    for stage in stages:
        if not first <= stage.first_month <= stage.last_month <= last:
            raise Refused("stage-outside", _("The months of “%(stage)s” must lie in the season, the first before the last.") % {"stage": stage})
        was = Stage.objects.get(pk=stage.pk, season=season)
        if season.published_at and any(getattr(was, name) != getattr(stage, name) for name in ("first_month", "last_month", "leagues", "advancing")):
            raise Refused("published", _("The stages of a published season stay as they are."))


def _thirds(unit: Unit, year: int) -> list[int]:
    """Where the leagues part: thirds of the local units by their number of international students, rounded."""
    local = Unit.objects.open().under(unit).filter(level=Level.objects.filter(groups=False).last())
    numbers = sorted(found.number for found in students(local, year).values() if not found.missing)
    if len(numbers) < 9:
        return []
    return sorted({round(numbers[len(numbers) * third // 3], -1) for third in (1, 2)} - {0})


def _stages(season: Season) -> None:
    """Local units within their parents, then all of them, then the parents: as far as there are such levels below."""
    levels = list(Level.objects.filter(groups=False, rank__gt=season.unit.level.rank).order_by("rank"))
    if not levels:
        raise Refused("nothing-below", _("A season needs units below that compete."))
    local, above = levels[-1], levels[:-1]
    planned = [(_("Within each country"), local, above[-1], False)] if above else []
    planned += [(_("All together"), local, season.unit.level, True)]
    planned += [(_("Countries"), above[-1], season.unit.level, False)] if above else []
    for position, (name, level, within, leagues) in enumerate(planned, 1):
        months = {"first_month": season.first_month, "last_month": season.last_month}
        Stage.objects.create(season=season, position=position, name=name, level=level, within=within, leagues=leagues, **months)
