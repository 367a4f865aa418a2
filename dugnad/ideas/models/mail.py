"""The monthly mail: who asked for it, and which month's was sent to whom."""

from django.db import models

from dugnad.network.models import Person, Unit


class Subscriber(models.Model):
    """Somebody who asked for the monthly mail, for a unit; ended by a tick or by one click in the mail."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+", primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.person_id} for {self.unit_id}"


class Digest(models.Model):
    """The mail of a month to a person: written before the mail is sent, so that nobody gets it twice."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    month = models.IntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "month"], name="digest_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.month}"
