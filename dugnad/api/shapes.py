"""What goes in and comes out."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from ninja import Field, Schema
from pydantic import StrictFloat, StrictInt, StrictStr

Number = StrictInt | StrictFloat | StrictStr | None


class Answers(Schema):
    """The answers of the form, under the form's names. What is left out is left alone."""

    title: str | None = Field(None, description="A short title (needed), at most 200 characters.", examples=["Clean-up at the fjord"])
    starts_on: str | None = Field(None, description="The first day (needed), like 2026-03-14.", examples=["2026-03-14"])
    ends_on: str | None = Field(None, description="The last day, if there were several.")
    cause: str | None = Field(None, description="The key of a current cause (needed).", examples=["environment"])
    summary: str | None = Field(None, description="What happened, in one sentence.", examples=["We picked litter along the fjord."])
    place: str | None = Field(None, description="Where; at most 160 characters.")
    volunteers: Number = Field(None, description="How many people helped unpaid.", examples=[12])
    international_students: Number = Field(None, description="One of the four counts must be given for what has happened.")
    local_students: Number = Field(None, description="0 is an honest count; null is not counted.")
    people_helped: Number = Field(None, description="The people for whom it was done.")
    meetings: Number = Field(None, description="How often, for recurring work.")
    hours_per_meeting: Number = Field(None, description="At most 24.")
    volunteer_hours: Number = Field(None, description="Only if it is not volunteers × meetings × hours per meeting.")
    online: bool | None = Field(None, description="It took place online.")
    type: str | None = Field(None, description="The key of a type.")
    actions: list[str] | None = Field(None, description="Keys of the kinds of action.")
    objectives: list[str] | None = Field(None, description="Keys of objectives.")
    sdgs: list[str] | None = Field(None, description="Numbers of the Sustainable Development Goals, as text.")
    organisers: list[str] | None = Field(None, description="Codes of other organising units.")
    partners: list[str] | None = Field(None, description="Names of outside partners.")
    links: list[str] | None = Field(None, description="Web addresses.")
    money_amount: Number = Field(None, description="Money collected.")
    money_currency: str | None = Field(None, description="Three letters; the unit's own if left out.")
    money_receiver: str | None = Field(None, description="For whom it was collected.")
    goods: dict[str, Number] | None = Field(None, description="Amounts by the key of their measure.", examples=[{"litter": 40}])
    outcome: str | None = Field(None, description="What came of it.")
    learnt: str | None = Field(None, description="What you learnt, also of a failure.")
    failed: bool | None = Field(None, description="It did not work out.")
    regular: bool | None = Field(None, description="It is for ourselves rather than for others, and counted apart.")
    checks: dict[str, str] | None = Field(None, description="Answers of the self-check by criterion: yes, partly or no.", examples=[{"need": "yes"}])


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
    label: str | None = Field(..., description="The key of the label that a review gave, or regular.")
    origin: str | None = Field(..., description="The country whose idea it is made from, if that is another one.")
    regular: bool
    checks: dict[str, str]
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
    before: dict[str, int | float] | None = Field(None, description="The same a year before, if `compare=year`.")


class Figures(Schema):
    """A question answered, as `dugnad stats --json` answers it."""

    unit: str
    from_: str | None = Field(None, alias="from")
    to: str | None
    as_of: str | None
    entry: int
    measures: dict[str, int | float]
    before: dict[str, int | float] | None = Field(None, description="The same a year before, if `compare=year`.")
    rows: list[Row]
    also: list["Figures"] = Field([], description="The same of the other units that are asked for.")


class Problem(Schema):
    """application/problem+json"""

    type: str
    title: str
    status: int
    detail: str = ""
    errors: list[dict[str, Any]] = []
