"""The data dictionary: every table and column of the open data, once, for the files and for what is told about them."""

from dataclasses import dataclass

import polars as pl

LIST = pl.List(pl.String)
PEOPLE = ("local_students", "international_students", "volunteers", "people_helped")
SMALL = 5  # counts of people from 1 to 4 are left out


@dataclass(frozen=True)
class Column:
    """One column: its type in Parquet, and what it means."""

    name: str
    kind: "pl.DataType | type[pl.DataType]"
    says: str


@dataclass(frozen=True)
class Table:
    """One table; `yearly`: its files are parted by year."""

    name: str
    says: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    refers: tuple[tuple[str, str, str], ...] = ()
    yearly: bool = False

    @property
    def schema(self) -> "dict[str, pl.DataType | type[pl.DataType]]":
        return {column.name: column.kind for column in self.columns}


COUNTS = (
    Column("local_students", pl.Int64, "local students who took part"),
    Column("international_students", pl.Int64, "international students who took part"),
    Column("volunteers", pl.Int64, "volunteers who organised it"),
    Column("people_helped", pl.Int64, "people outside the organisation who were helped"),
)
SAID = Column("small", LIST, "the counts of people left empty in this row because they were 1 to 4")

UNITS = Table(
    "units",
    "Units: the network, its countries, sections, and platforms.",
    ("code",),
    (
        Column("code", pl.String, "code of the unit, the same for ever"),
        Column("name", pl.String, "its name"),
        Column("level", pl.String, "its level: key of the level of the tree, or of the groups across it"),
        Column("parent", pl.String, "code of the unit that it is part of today"),
        Column("country", pl.String, "ISO 3166-1 alpha-2"),
        Column("city", pl.String, "city"),
        Column("lat", pl.Float64, "latitude in degrees, WGS 84, to a hundredth"),
        Column("lon", pl.Float64, "longitude in degrees, WGS 84, to a hundredth"),
        Column("founded_on", pl.Date, "day of its foundation, if known"),
        Column("closed_on", pl.Date, "first day on which it no longer existed"),
    ),
)
BELONGINGS = Table(
    "belongings",
    "Which unit was part of which, and when: the tree, and the members of platforms.",
    ("member", "whole", "since"),
    (
        Column("member", pl.String, "code of the unit that was part"),
        Column("whole", pl.String, "code of the unit of which it was part"),
        Column("since", pl.Date, "first day"),
        Column("until", pl.Date, "first day on which it no longer was; empty: it still is"),
    ),
    refers=(("member", "units", "code"), ("whole", "units", "code")),
)
TERMS = Table(
    "terms",
    "Words: causes, objectives, goals, types, kinds of action and measures.",
    ("kind", "key"),
    (
        Column("kind", pl.String, "cause, objective, sdg, type, action, measure or count"),
        Column("key", pl.String, "the word as it stands in the other tables"),
        Column("name", pl.String, "its name in English"),
        Column("unit", pl.String, "unit of a measure"),
    ),
)
ACTIVITIES = Table(
    "activities",
    "Activities that are registered and not withdrawn, without texts, photos and people.",
    ("id",),
    (
        Column("id", pl.String, "UUID; the activity's page is /activities/<id>/"),
        Column("unit", pl.String, "code of the unit that registered it"),
        Column("organisers", LIST, "codes of the units that organised it together with that one"),
        Column("starts_on", pl.Date, "first day, local"),
        Column("ends_on", pl.Date, "last day, local"),
        Column("month", pl.String, "month in which it counts, like 2025-03"),
        Column("cause", pl.String, "its cause: key of a term"),
        Column("type", pl.String, "its type: key of a term"),
        Column("label", pl.String, "the label that a review gave it, or regular: key of a term"),
        Column("origin", pl.String, "the country whose idea it is made from, if that is another one"),
        Column("objectives", LIST, "keys of terms"),
        Column("sdgs", LIST, "numbers of United Nations Sustainable Development Goals"),
        Column("actions", LIST, "kinds of action: keys of terms"),
        Column("online", pl.Boolean, "it took place online"),
        Column("meetings", pl.Int64, "how many meetings"),
        Column("hours_per_meeting", pl.Float64, "hours of one meeting"),
        *COUNTS,
        Column("volunteer_hours", pl.Float64, "hours given by the volunteers, all together"),
        Column("money_eur", pl.Float64, "money collected, in euro at the rate of the day"),
        Column("measures", LIST, "goods and deeds, each like food=120"),
        Column("failed", pl.Boolean, "it was tried and did not work out"),
        Column("registered_on", pl.Date, "day on which it was registered (UTC)"),
        SAID,
    ),
    refers=(("unit", "units", "code"),),
    yearly=True,
)
FIGURES = Table(
    "figures",
    "Figures: the sums for each unit, month and facet value, as every page shows them. A joint activity counts once in each unit.",
    ("unit", "month", "facet", "value"),
    (
        Column("unit", pl.String, "code of the unit"),
        Column("month", pl.String, "month of the activities, like 2025-03"),
        Column(
            "facet",
            pl.String,
            "what the sum is of: cause, objective, sdg, type, action, measure, money, label, origin (of an idea from another country); empty: of all activities",
        ),
        Column("value", pl.String, "value of the facet: key of a term, a currency, or a country"),
        Column("activities", pl.Int64, "number of activities"),
        *COUNTS,
        Column("volunteer_hours", pl.Float64, "volunteer hours"),
        Column("money_eur", pl.Float64, "money collected, in euro"),
        Column("amount", pl.Float64, "sum of the measure in its unit, or of the money in its currency"),
        SAID,
    ),
    refers=(("unit", "units", "code"),),
    yearly=True,
)
TABLES = (UNITS, BELONGINGS, TERMS, ACTIVITIES, FIGURES)
