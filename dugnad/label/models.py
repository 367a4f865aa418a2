"""The spotlight of each month, and whom the label was told to."""

from typing import ClassVar

from django.db import models

from dugnad.activities.models import Activity
from dugnad.network.models import Person
from dugnad.review.models import Award


class Spotlight(models.Model):
    """The activity that the committee shows to everybody in a month, and why. A month is a number, as everywhere (core/periods.py)."""

    month = models.IntegerField(unique=True)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="spotlights")
    words = models.CharField(max_length=400)
    chosen_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-month"]

    def __str__(self) -> str:
        return f"{self.month}: {self.activity_id}"


class Congratulation(models.Model):
    """A person was told of an award by mail: written before the mail server is asked, so that nobody is told twice."""

    award = models.ForeignKey(Award, on_delete=models.CASCADE, related_name="congratulations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["award", "person"], name="congratulation_once")]

    def __str__(self) -> str:
        return f"{self.award_id} {self.person_id}"
