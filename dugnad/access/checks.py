"""One rule answers both "may I?" and "which may I?", so that a list and a check cannot disagree."""

from typing import Any, TypeVar

from django.db import connection
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from dugnad.access import compiled
from dugnad.access.actor import Actor
from dugnad.access.rules import RULES, Can, Rule
from dugnad.core.errors import NotAllowed
from dugnad.network.models import Office

M = TypeVar("M", bound=Model)
Rows = TypeVar("Rows", bound=QuerySet[Any])
READING = {
    Can.SEE_ACTIVITY,
    Can.SEE_HISTORY,
    Can.SEE_INVITATION,
    Can.SEE_PERSON,
    Can.SEE_AUDIT,
    Can.LIST_CERTIFICATES,
    Can.SEE_CONTACT,
    Can.SEE_LETTER,
    Can.SEE_IDEA,
}


def allowed(actor: Actor, permission: Can, queryset: Rows) -> Rows:
    """The rows of the queryset with which the actor may do this."""
    return queryset.filter(_as_q(RULES[permission], actor, permission))


def may(actor: Actor, permission: Can, row: Model) -> bool:
    """May the actor do this with this row, as it stands in the database now?"""
    return compiled.first(allowed, actor, permission, row) is not None


def require(actor: Actor, permission: Can, row: M, *, lock: bool = False) -> M:
    """The row, read anew (locked until the transaction's end if asked), or NotAllowed."""
    if lock and connection.features.has_select_for_update:
        type(row)._default_manager.select_for_update().filter(pk=row.pk).first()
    found = compiled.first(allowed, actor, permission, row)
    if found is None:
        raise NotAllowed(permission)
    return found


def _as_q(rule: Rule, actor: Actor, permission: Can) -> Q:
    if actor.system:
        return rule.when or Q(pk__isnull=False)
    granted = Q(pk__in=[])
    if not actor.read_only or permission in READING:
        granted = _by_office(rule, actor) | _by_own(rule, actor)
        if rule.when is not None:
            granted &= rule.when
        granted &= _had_no_part(rule, actor)
    return granted | rule.public if rule.public is not None else granted


def _had_no_part(rule: Rule, actor: Actor) -> Q:
    """Neither the person nor an office of theirs may have had a part in it."""
    found = Q()
    if actor.known:
        for person in (rule.never_own,) if isinstance(rule.never_own, str) else rule.never_own:
            found &= ~Q(**{person: actor.person_id})
        for activity in rule.never_then:
            on_its_days = Q(until=None) | Q(until__gt=OuterRef("activity__starts_on"))
            held = Office.objects.filter(on_its_days, person=actor.person_id, since__lte=OuterRef("activity__ends_on"))
            found &= ~Q(Exists(held.filter(**{f"unit__{activity}": OuterRef("activity")})))
    for unit in rule.never_of:
        for grant in actor.grants:
            found &= ~Q(**{f"{unit}__path": grant.path})
    return found


def _by_office(rule: Rule, actor: Actor) -> Q:
    found = Q(pk__in=[])
    if rule.anywhere and any(grant.role in rule.roles for grant in actor.grants):
        return Q(pk__isnull=False)
    for grant in actor.grants:
        if rule.unit is not None and grant.role in rule.roles:
            found |= Q(**{f"{rule.unit}__path__startswith" if rule.unit else "path__startswith": grant.path})
    return found


def _by_own(rule: Rule, actor: Actor) -> Q:
    return Q(**{rule.mine: actor.person_id}) if rule.mine and actor.known else Q(pk__in=[])
