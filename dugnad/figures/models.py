"""Entries, which are only ever appended; balances, their folded sums; years, months beside each other; arrivals, the sums of each day."""

from django.db import models
from django.db.models import Q

MONTHS = tuple(f"m{number:02d}" for number in range(1, 13))


class Entry(models.Model):
    """One posting or its reversal (sign −1). `folded` says that the balances contain it."""

    at = models.DateTimeField(db_index=True)
    record = models.UUIDField(db_index=True)
    sign = models.SmallIntegerField()
    unit = models.BigIntegerField()
    month = models.IntegerField()
    scopes = models.JSONField()
    facets = models.JSONField()
    amounts = models.JSONField()
    activities = models.BigIntegerField()
    local_students = models.BigIntegerField()
    international_students = models.BigIntegerField()
    volunteers = models.BigIntegerField()
    people_helped = models.BigIntegerField()
    volunteer_minutes = models.BigIntegerField()
    money_cents = models.BigIntegerField()
    amount = models.BigIntegerField()
    folded = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["id"], condition=Q(folded=False), name="entry_unfolded")]
        constraints = [models.CheckConstraint(condition=Q(sign__in=[-1, 1]), name="entry_sign")]

    def __str__(self) -> str:
        return f"{self.sign:+d} {self.record}"


class Balance(models.Model):
    """The sum for one unit, facet value and month; facet "" is the total.

    The rows lie in the order of their key (see the migration): a page of all local units reads them one after another.
    """

    pk = models.CompositePrimaryKey("unit", "facet", "value", "month")
    unit = models.BigIntegerField()
    facet = models.CharField(max_length=12)
    value = models.CharField(max_length=80)
    month = models.IntegerField()
    activities = models.BigIntegerField()
    local_students = models.BigIntegerField()
    international_students = models.BigIntegerField()
    volunteers = models.BigIntegerField()
    people_helped = models.BigIntegerField()
    volunteer_minutes = models.BigIntegerField()
    money_cents = models.BigIntegerField()
    amount = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.unit} {self.facet} {self.value} {self.month}"


class Year(models.Model):
    """How many activities a unit has in each month of a year: what the totals of its balances say, twelve to a row."""

    pk = models.CompositePrimaryKey("unit", "year")
    unit = models.BigIntegerField()
    year = models.SmallIntegerField()
    m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12 = (models.BigIntegerField(default=0) for _month in MONTHS)

    def __str__(self) -> str:
        return f"{self.unit} {self.year}"


class Arrival(models.Model):
    """What the entries of one day (UTC), or of a whole month (day 0), added for one unit: JSON, since it is never searched.

    `month` is the month in which they were posted. `totals`: {month of the activity: sums}; `facets`: a line for each facet, its
    name and {value: {month: sums}}.
    """

    pk = models.CompositePrimaryKey("unit", "month", "day")
    unit = models.BigIntegerField()
    month = models.IntegerField()
    day = models.SmallIntegerField()
    totals = models.TextField()
    facets = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["month", "day"], name="arrival_of_day")]

    def __str__(self) -> str:
        return f"{self.unit} {self.month} {self.day}"
