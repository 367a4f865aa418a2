"""Who may look at a case: one question for a person, and one for a case."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from dugnad.access.actor import Actor, Grant
from dugnad.access.checks import allowed, may
from dugnad.access.rules import RULES, Can
from dugnad.network.models import Office, Person, Role, Unit
from dugnad.review.models import Case
from dugnad.review.queries import CaseQuery

WAYS = (Can.REVIEW_CASE, Can.SETTLE_CASE, Can.GIVE_OPINION, Can.REVIEW_ALONE)
BY_STAGE = {Case.Stage.FIRST: Can.REVIEW_CASE, Case.Stage.THIRD: Can.SETTLE_CASE, Case.Stage.OPINION: Can.GIVE_OPINION}


def open_to(actor: Actor, cases: CaseQuery) -> CaseQuery:
    """The cases that the actor may review, by whichever right."""
    found = Q(pk__in=[])
    for way in WAYS:
        found |= Q(pk__in=allowed(actor, way, Case.objects.order_by()).values("pk"))
    return cases.filter(found)


def ways(case: Case) -> tuple[Can, ...]:
    """The rights by which this one could be reviewed as it stands: the others would say no anyway."""
    return (BY_STAGE[Case.Stage(case.stage)], *([Can.REVIEW_ALONE] if case.alone else []))


def may_review(actor: Actor, case: Case) -> bool:
    return any(may(actor, way, case) for way in ways(case))


def part_in(actor: Actor, case: Case) -> str:
    """Why somebody who reviews for this unit does not review this one: "wrote", "asked", "office", or nothing."""
    rule, sent_to = RULES[BY_STAGE[Case.Stage(case.stage)]], case.sent_to
    if not sent_to or not any(grant.role in rule.roles and sent_to.path.startswith(grant.path) for grant in actor.grants):
        return ""
    if case.state != Case.State.WAITING or may_review(actor, case):
        return ""
    activity, person = case.activity, actor.person
    if activity.registered_by_id == actor.person_id or activity.contributors.filter(pk=actor.person_id).exists():
        return "wrote"
    return "asked" if case.asked_by_id == actor.person_id or case.remarks.filter(by=person).exists() else "office"


def seen_by(actor: Actor, cases: CaseQuery) -> CaseQuery:
    """The cases that the actor may read: by office, by the right to review, or because they did."""
    seen = Q(pk__in=allowed(actor, Can.SEE_CASE, Case.objects.order_by()).values("pk"))
    for way in WAYS:
        seen |= Q(pk__in=allowed(actor, way, Case.objects.order_by()).values("pk"))
    if actor.known:
        seen |= Q(reviews__reviewer=actor.person_id, reviews__dropped_at=None)
    return cases.filter(seen).distinct()


def reviewers(case: Case, today: date | None = None) -> list[Person]:
    """The people who may look at it today and do not yet in this round, national coordinators first."""
    looking = set(case.reviews.standing().filter(round=case.round).values_list("reviewer_id", flat=True))
    return [actor.person for actor in _possible(case, today) if actor.person and actor.person_id not in looking and may_review(actor, case)]


def _possible(case: Case, today: date | None) -> list[Actor]:
    """The reviewers by office of the units from which it could be looked at, as actors (1 query)."""
    asked = {pk for unit in (case.sent_to, case.activity.unit) if unit for pk in unit.ancestor_ids}
    roles = Q(role=Role.NATIONAL, unit__in=asked) | Q(role=Role.COMMITTEE, unit__in=asked)
    people = Office.objects.held_on(today).filter(roles).values("person")
    found: dict[Person, list[Grant]] = {}
    for office in Office.objects.held_on(today).filter(person__in=people).select_related("person", "unit").order_by("-unit__level__rank", "since", "pk"):
        found.setdefault(office.person, []).append(Grant(office.role, office.unit_id, office.unit.path))
    return [Actor(person=person, grants=tuple(grants), via="web") for person, grants in found.items()]


def of_committee(person: Person) -> bool:
    """Could this person settle what two others see differently?"""
    return Office.objects.held_on().filter(person=person, role=Role.COMMITTEE).exists()


def another_country(case: Case, *, but: Unit | None = None) -> Unit | None:
    """Whose coordinators give the second opinion: the one with the fewest in hand, of those that had no part in the activity."""
    activity = case.activity
    own = {but.pk} if but else set[int]()
    own |= {pk for unit in (activity.unit, *(one.unit for one in activity.organisers.select_related("unit"))) for pk in unit.ancestor_ids}
    held = Office.objects.held_on(timezone.localdate()).filter(role=Role.NATIONAL, unit__closed_on=None)
    others = Unit.objects.filter(pk__in=held.values("unit"), parent__parent=None).exclude(pk__in=own).order_by("code")
    busy = list(Case.objects.waiting().filter(stage=Case.Stage.OPINION).values_list("sent_to", flat=True))
    return min(others, key=lambda unit: (busy.count(unit.pk), (unit.pk * 7919 + activity.pk.int) % 1009), default=None)
