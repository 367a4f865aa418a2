"""Which coordinator was asked by mail for which results."""

from django.db import models

from dugnad.activities.models.activity import Activity
from dugnad.network.models import Person


class Reminder(models.Model):
    """Asked the first time (0) or again (1): written before the mail is sent, so that nobody is asked twice."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="reminders")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    again = models.PositiveSmallIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "person", "again"], name="reminder_once")]

    def __str__(self) -> str:
        return f"{self.activity_id} asked of {self.person_id}"
