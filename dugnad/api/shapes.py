"""What goes in and comes out."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from ninja import Field, Schema
from pydantic import StrictFloat, StrictInt, StrictStr

Number = StrictInt | StrictFloat | StrictStr | None


class Answers(Schema):
    """The answers of the form, under the form's names. What is left out is left alone."""

    title: str | None = Field(None, description="A short title, at most 200 characters.", examples=["Clean-up at the fjord"])
    starts_on: str | None = Field(None, description="The first day, like 2026-03-14.", examples=["2026-03-14"])
    ends_on: str | None = Field(None, description="The last day, if there were several.")
    cause: str | None = Field(None, description="The key of a current cause.", examples=["environment"])
    summary: str | None = Field(None, description="What happened, in one sentence.", examples=["We picked litter along the fjord."])
    place: str | None = None
    volunteers: Number = Field(None, examples=[12])
    international_students: Number = None
    local_students: Number = None
    people_helped: Number = None
    meetings: Number = None
    hours_per_meeting: Number = None
    volunteer_hours: Number = Field(None, description="Only if it is not volunteers × meetings × hours per meeting.")
    online: bool | None = None
    type: str | None = None
    actions: list[str] | None = None
    objectives: list[str] | None = None
    sdgs: list[str] | None = None
    organisers: list[str] | None = Field(None, description="Codes of other organising units.")
    partners: list[str] | None = None
    links: list[str] | None = None
    money_amount: Number = None
    money_currency: str | None = None
    money_receiver: str | None = None
    goods: dict[str, Number] | None = Field(None, description="Amounts by the key of their measure.", examples=[{"litter": 40}])
    outcome: str | None = None
    learnt: str | None = None
    failed: bool | None = None


class NewActivity(Answers):
    """A registration: the id is the client's, so that the same request twice is one activity."""

    id: UUID = Field(..., description="A UUID made by you, best of version 7.", examples=["0198c0de-0000-7000-8000-000000000001"])
    unit: str = Field(..., description="The code of the leading unit.", examples=["NO-BERG-ESN"])


class Results(Answers):
    """The results of a planned activity."""

    revision: int = Field(..., ge=0, le=2_000_000_000, description="The revision that you read.", examples=[1])


class Amendment(Results):
    """A change, with its reason and the revision that you saw."""

    reason: str = Field("", description="Needed for what is registered; kept in the history.", examples=["Two more came"])


class Reason(Schema):
    reason: str = Field(..., description="Kept in the history.", examples=["It was registered twice"])


class ActivityShape(Schema):
    """An activity as it stands."""

    id: UUID
    url: str
    unit: str
    state: str
    revision: int
    title: str
    summary: str
    outcome: str
    learnt: str
    starts_on: date
    ends_on: date
    place: str
    online: bool
    cause: str
    type: str | None
    meetings: int
    hours_per_meeting: float | None
    volunteers: int | None
    international_students: int | None
    local_students: int | None
    people_helped: int | None
    volunteer_hours: float | None
    money_amount: float | None
    money_currency: str
    money_receiver: str
    money_eur: float | None
    held: list[str] = Field(..., description="Counts beyond the plausible limit; they count once a national coordinator has confirmed them.")
    failed: bool
    actions: list[str]
    objectives: list[str]
    sdgs: list[str]
    goods: dict[str, float]
    organisers: list[str]
    partners: list[str]
    links: list[str]
    registered_at: datetime | None


class Page(Schema):
    items: list[ActivityShape]
    next: str | None = Field(None, description="The cursor of the next page, or null.")


class UnitShape(Schema):
    code: str
    name: str
    level: str
    parent: str | None
    country: str
    city: str
    lat: float | None
    lon: float | None
    url: str


class Row(Schema):
    key: str
    label: str
    measures: dict[str, int | float]


class Figures(Schema):
    """A question answered, as `dugnad stats --json` answers it."""

    unit: str
    from_: str | None = Field(None, alias="from")
    to: str | None
    as_of: str | None
    entry: int
    measures: dict[str, int | float]
    rows: list[Row]


class Problem(Schema):
    """application/problem+json"""

    type: str
    title: str
    status: int
    detail: str = ""
    errors: list[dict[str, Any]] = []
