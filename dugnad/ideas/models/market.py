"""Market sessions: stalls with ideas, one ballot for each who votes."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dugnad.core.ids import uuid7
from dugnad.ideas.models.idea import Idea
from dugnad.network.models import Person, Unit


class Market(models.Model):
    """Stalls are put up; then everybody votes once, for at most so many; then it is closed."""

    class State(models.TextChoices):
        OPEN = "open", _("stalls are being put up")
        VOTING = "voting", _("voting")
        CLOSED = "closed", _("closed")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="markets")
    name = models.CharField(_("name"), max_length=120)
    day = models.DateField()
    place = models.CharField(max_length=160, blank=True)
    votes = models.PositiveSmallIntegerField(default=3)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-day", "name"]
        constraints = [models.CheckConstraint(condition=Q(votes__gte=1), name="market_has_votes")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/ideas/markets/{self.pk}/"


class Stall(models.Model):
    """An idea at a market session, put up by somebody."""

    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="stalls")
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="stalls")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_down_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["market", "idea"], name="stall_once")]

    def __str__(self) -> str:
        return f"{self.idea_id} at {self.market_id}"


class Ballot(models.Model):
    """A person has voted at a market session: once."""

    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="ballots")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["market", "person"], name="ballot_once")]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.market_id}"


class Vote(models.Model):
    """One of the stalls on a ballot."""

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="votes")
    stall = models.ForeignKey(Stall, on_delete=models.CASCADE, related_name="votes")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ballot", "stall"], name="vote_once")]

    def __str__(self) -> str:
        return f"{self.ballot_id} for {self.stall_id}"
