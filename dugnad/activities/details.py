"""What is known of an activity: the checked answers of a form, an API call or a row of a file."""

from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from dugnad.activities.models import Activity, Term
from dugnad.activities.vocabulary import words
from dugnad.network.models import Unit


@dataclass(frozen=True, kw_only=True)
class Details:
    """Checked, and complete enough to be registered or planned. Counts are people; hours are hours."""

    title: str
    starts_on: date
    ends_on: date
    cause: Term
    summary: str = ""
    outcome: str = ""
    learnt: str = ""
    place: str = ""
    online: bool = False
    type: Term | None = None
    meetings: int = 1
    hours_per_meeting: Decimal | None = None
    local_students: int | None = None
    international_students: int | None = None
    volunteers: int | None = None
    people_helped: int | None = None
    volunteer_hours: Decimal | None = None
    money_amount: Decimal | None = None
    money_currency: str = ""
    money_receiver: str = ""
    partners: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    failed: bool = False
    regular: bool = False
    checks: dict[str, str] = field(default_factory=dict)
    tags: tuple[Term, ...] = ()
    goods: tuple[tuple[Term, Decimal], ...] = ()
    organisers: tuple[Unit, ...] = field(default=())

    def with_(self, **changes: Any) -> "Details":
        return replace(self, **changes)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every word of a vocabulary that stands in it."""
        return (self.cause, *([self.type] if self.type else []), *self.tags, *(measure for measure, _amount in self.goods))

    @property
    def computed_hours(self) -> Decimal | None:
        """Volunteer hours = volunteers × meetings × hours per meeting."""
        if self.volunteers is None or self.hours_per_meeting is None:
            return None
        return self.volunteers * self.meetings * self.hours_per_meeting

    @property
    def hours(self) -> Decimal | None:
        """The person's own number of hours where given, else the computed one."""
        return self.computed_hours if self.volunteer_hours is None else self.volunteer_hours

    @property
    def minutes(self) -> int | None:
        """The same in whole minutes, as they are kept; two decimals of an hour give the same minute again."""
        return None if self.hours is None else round(self.hours * 60)


REGULAR = "regular"
SAME = [f.name for f in fields(Details) if f.name not in {"tags", "goods", "organisers", "partners", "links", "volunteer_hours", "regular", "checks"}]


def of(activity: Activity) -> Details:
    """The details of an activity as it stands (5 queries)."""
    minutes = activity.volunteer_minutes if activity.hours_corrected else None
    return Details(
        **{name: getattr(activity, name) for name in SAME},
        regular=is_regular(activity),
        checks=dict(activity.checks or {}),
        volunteer_hours=None if minutes is None else round(Decimal(minutes) / 60, 2),
        partners=tuple(activity.partners),
        links=tuple(activity.links),
        tags=tuple(tag.term for tag in activity.tags.select_related("term__vocabulary")),
        goods=tuple((good.measure, good.amount) for good in activity.goods.select_related("measure__vocabulary")),
        organisers=tuple(o.unit for o in activity.organisers.exclude(state="declined").select_related("unit")),
    )


def is_regular(activity: Activity) -> bool:
    """Is it one that is counted apart: for ourselves rather than for others?"""
    return activity.label_id is not None and words().key(activity.label_id) == REGULAR


def plain(details: Details) -> dict[str, Any]:
    """As the journal keeps it: terms and units by their keys, absent answers left out."""
    values = {name: getattr(details, name) for name in SAME}
    values |= {"cause": details.cause.key, "type": details.type and details.type.key}
    values |= {
        "volunteer_hours": details.volunteer_hours,
        "regular": details.regular,
        "checks": details.checks,
        "partners": list(details.partners),
        "links": list(details.links),
    }
    values["tags"] = sorted(term.key for term in details.tags)
    values["goods"] = {term.key: amount for term, amount in details.goods}
    values["organisers"] = sorted(unit.code for unit in details.organisers)
    return {name: value for name, value in values.items() if value not in (None, "", [], {}, False)}


COUNTED = ("local_students", "international_students", "volunteers", "people_helped", "volunteer_hours", "outcome", "learnt", "summary")
