"""Entries, which are only ever appended, and balances, which are their folded sums."""

from django.db import models
from django.db.models import Q


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
    """The sum for one unit, facet value and month; facet "" is the total."""

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

    class Meta:
        indexes = [models.Index(fields=["facet", "value", "month", "unit"], name="balance_across")]

    def __str__(self) -> str:
        return f"{self.unit} {self.facet} {self.value} {self.month}"
