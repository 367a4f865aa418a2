"""What waits, as lists of the same shape: the first rows in sight, the others one press away, so that a desk with forty sections below it is read at a glance."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from dugnad.activities.models import Activity, Draft, Organiser
from dugnad.needs.models import Need
from dugnad.review.models import Case, Review
from dugnad.web.templatetags.web import day, days, number

IN_SIGHT, SHOWN = 5, 20


@dataclass(frozen=True)
class Row:
    """One thing: where it is read, what is told of it, and what can be done."""

    title: str
    address: str = ""
    told: str = ""
    late: str = ""
    does: str = ""
    where: str = ""  # of what it does
    activity: Activity | None = None
    draft: Draft | None = None


@dataclass(frozen=True)
class Block:
    """A heading and its rows; `more` when there are others, which come when these are done."""

    title: str
    rows: list[Row]
    more: bool

    @property
    def in_sight(self) -> list[Row]:
        return self.rows[: IN_SIGHT + 1] if len(self.rows) == IN_SIGHT + 1 else self.rows[:IN_SIGHT]

    @property
    def behind(self) -> list[Row]:
        return self.rows[len(self.in_sight) :]


def block(title: str, things: Any, row: Callable[[Any], Row]) -> Block | None:
    """None when there is nothing (1 query)."""
    found = list(things[: SHOWN + 1])
    return Block(title, [row(one) for one in found[:SHOWN]], len(found) > SHOWN) if found else None


def kept(blocks: Iterable[Block | None]) -> list[Block]:
    return [one for one in blocks if one]


def results(one: Activity) -> Row:
    return Row(
        one.title, "", f"{days(one.starts_on, one.ends_on)} · {one.unit}", does=_("Report the results"), where=reverse("results", args=[one.pk]), activity=one
    )


def planned(one: Activity) -> Row:
    return Row(one.title, one.get_absolute_url(), f"{days(one.starts_on, one.ends_on)} · {one.unit}", activity=one)


def count(one: Activity) -> Row:
    address = one.get_absolute_url()
    return Row(one.title, address, f"{days(one.starts_on, one.ends_on)} · {one.unit}", does=_("Look"), where=address, activity=one)


def part(one: Organiser) -> Row:
    address, names = one.activity.get_absolute_url(), _("names %(unit)s") % {"unit": one.unit}
    return Row(one.activity.title, address, f"{one.activity.unit} · {names}", does=_("Look and answer"), where=address, activity=one.activity)


def letters(one: dict[str, Any]) -> Row:
    address = reverse("round", args=[one["round"]])
    told = ngettext(
        "The mail server was asked to send %(shown)s letter at %(at)s, and its answer did not arrive.",
        "The mail server was asked to send %(shown)s letters, the first at %(at)s, and its answer did not arrive.",
        one["many"],
    ) % {"shown": number(one["many"]), "at": _at(one["since"])}
    return Row(one["round__name"], address, told, does=_("Look and answer"), where=address)


def need(one: Need) -> Row:
    waits = _("waits since %(day)s") % {"day": day(one.review_due)}
    return Row(one.title, one.get_absolute_url(), f"{one.unit} · {waits}", does=_("Look at it"), where=reverse("need-review", args=[one.pk]))


def returned(one: Case) -> Row:
    activity, address = one.activity, one.get_absolute_url()
    told = f"{days(activity.starts_on, activity.ends_on)} · {activity.unit}"
    return Row(activity.title, address, told, does=_("Read it, and answer"), where=address, activity=activity)


def review(one: Review, today: Any) -> Row:
    activity, address = one.case.activity, one.case.get_absolute_url()
    due = _("overdue since %(day)s") % {"day": day(one.due_on)} if one.due_on < today else ""
    told = str(activity.unit) if due else f"{activity.unit} · {_('due on %(day)s') % {'day': day(one.due_on)}}"
    return Row(activity.title, address, told, late=due, does=pgettext("verb", "Review"), where=address, activity=activity)


def draft(one: Draft) -> Row:
    title = (one.typed.get("title") or [""])[0] or _("Without a title")
    address = f"{reverse('register-for', args=[one.unit.code.lower()])}?draft={one.pk}"
    return Row(title, address, f"{one.unit} · {_at(one.saved_at)}", draft=one)


def _at(moment: Any) -> str:
    return str(formats.date_format(localtime(moment), "DATETIME_FORMAT"))
