"""How an idea spread: its versions and what was made of them, over time and countries; in a picture, a sentence and a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dugnad.activities.models import Activity
from dugnad.core.countries import country
from dugnad.core.periods import first_day, month_of
from dugnad.documents.lineage import Mark
from dugnad.documents.lineage import lineage as drawn
from dugnad.documents.picture import DESK, PHONE, framed
from dugnad.ideas.labels import labelled
from dugnad.ideas.models import Adaptation, Idea
from dugnad.ideas.recipe import causes_of
from dugnad.network.models import Unit
from dugnad.web.templatetags.web import day, month, number

DEEPEST = 40  # generations


@dataclass(frozen=True)
class Node:
    """An idea, or an activity made from one; `of` is the idea from which it comes."""

    key: UUID
    title: str
    href: str | None
    unit: Unit
    day: date
    of: UUID | None
    idea: bool
    done: bool = True
    label: bool = False

    @property
    def country(self) -> str:
        return str(self.unit.country)

    @property
    def place(self) -> str:
        return country(self.country) if self.country else str(self.unit)


@dataclass(frozen=True)
class Lineage:
    """The first idea before all others; nodes from the oldest on."""

    root: Node
    nodes: list[Node]
    motif: str

    @property
    def ideas(self) -> list[Node]:
        return [node for node in self.nodes if node.idea]

    @property
    def done(self) -> list[Node]:
        return [node for node in self.nodes if not node.idea and node.done]

    @property
    def countries(self) -> list[str]:
        """From the first on, as they came in."""
        return list(dict.fromkeys(node.place for node in self.nodes if node.idea or node.done))

    @property
    def said(self) -> str:
        """The picture in words."""
        versions, many, labels = len(self.ideas) - 1, len(self.done), sum(node.label for node in self.done)
        began = _("“%(title)s” began in %(place)s in %(month)s.") % {
            "title": self.root.title,
            "place": self.root.place,
            "month": month(month_of(self.root.day)),
        }
        made = ngettext("%(n)s activity was made from it", "%(n)s activities were made from it", many) % {"n": number(many)}
        others = ngettext("%(n)s version was written", "%(n)s versions were written", versions) % {"n": number(versions)}
        where = ngettext("in %(n)s country", "in %(n)s countries", len(self.countries)) % {"n": number(len(self.countries))}
        carried = ngettext("%(n)s carries the label", "%(n)s carry the label", labels) % {"n": number(labels)} if labels else ""
        return began + " " + ", ".join(part for part in (made, others, where, carried) if part) + "."


def of(idea: Idea) -> Lineage:
    """Up to the first one, then everything that came from it (a query for each generation, and one for the activities)."""
    root = idea
    for _generation in range(DEEPEST):
        above = Idea.objects.filter(pk=root.parent_id, state=Idea.State.PUBLISHED).select_related("unit").first() if root.parent_id else None
        if above is None:
            break
        root = above
    family, youngest = [root], [root]
    for _generation in range(DEEPEST):
        youngest = list(Idea.objects.published().filter(parent__in=[one.pk for one in youngest]).select_related("unit")) if youngest else []
        family += youngest
    causes = causes_of(root)
    nodes = [_of_idea(one, root) for one in family]
    nodes += _activities([one.pk for one in family])
    rest = sorted(nodes[1:], key=lambda node: (node.day, not node.idea, str(node.key)))
    return Lineage(nodes[0], [nodes[0], *rest], (causes[0].motif if causes else "") or "none")


def _of_idea(one: Idea, root: Idea) -> Node:
    made = (one.published_at or one.made_at).date()
    return Node(one.pk, one.title, one.get_absolute_url(), one.unit, made, None if one.pk == root.pk else one.parent_id, idea=True)


def _activities(ideas: Sequence[UUID]) -> list[Node]:
    rows = Adaptation.objects.standing().filter(idea__in=ideas).select_related("activity__unit").annotate(carries=labelled("activity__"))
    return [_of_activity(row.activity, row.idea_id, row.carries) for row in rows.order_by("activity__starts_on", "activity")]  # type: ignore[attr-defined]


def _of_activity(activity: Activity, idea: UUID, carries: Any) -> Node:
    done = activity.state == Activity.State.REGISTERED
    return Node(activity.pk, activity.title, activity.get_absolute_url() if done else None, activity.unit, activity.starts_on, idea, False, done, bool(carries))


def picture(found: Lineage) -> SafeString:
    """For a desk and for a phone."""
    return framed(_drawn(found, DESK), _drawn(found, PHONE))


def _drawn(found: Lineage, room: int) -> Any:
    lanes = list(dict.fromkeys(node.place for node in found.nodes))
    first, last = (month_of(pick(node.day for node in found.nodes)) for pick in (min, max))
    months = max(last + 1 - first, 3)
    marks: list[Mark] = []
    at: dict[UUID, int] = {}
    for node in found.nodes:
        if node.idea:
            at[node.key] = len(marks)
            marks.append(_mark(node, node.day, first, months, lanes, at, square=node.of is None, motif=found.motif))
    groups: dict[tuple[Any, ...], list[Node]] = {}
    for node in found.nodes:
        if not node.idea:
            groups.setdefault((node.of, node.place, month_of(node.day), node.done), []).append(node)
    for same in groups.values():
        marks.append(_mark(same[0], same[0].day, first, months, lanes, at, many=same, motif=found.motif))
    ticks = [((place - first) / months, str(place // 12)) for place in range(first, first + months) if place % 12 == 0]
    ticks = ticks if len(ticks) > 1 else [(0, month(first)), (1, month(first + months - 1))]
    return drawn(lanes, marks, ticks, title=_("How the idea spread"), desc=found.said, room=room)


def _mark(node: Node, when: date, first: int, months: int, lanes: list[str], at: dict[UUID, int], *, motif: str, square: bool = False, many: Any = ()) -> Mark:
    title = f"{node.title}: {node.unit}, {day(node.day)}"
    if len(many) > 1:
        title = ngettext("%(n)s activity", "%(n)s activities", len(many)) % {"n": number(len(many))} + f": {node.place}, {month(month_of(node.day))}"
    elif not node.idea and not node.done:
        title = f"{_('Planned')}: {node.unit}, {day(node.day)}"
    days = (when - first_day(first)).days / 30.44
    known: dict[str, Any] = {"square": square, "filled": node.done, "gold": any(one.label for one in many), "marker": motif, "many": max(len(many), 1)}
    return Mark(min(days / months, 1.0), lanes.index(node.place), title, node.href, at.get(node.of) if node.of else None, **known)
