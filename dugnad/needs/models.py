"""Local needs, the evidence for them, and the activities that answered them. Nothing here is ever deleted: it is closed or withdrawn."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dugnad.activities.models import Activity, Term
from dugnad.core.ids import uuid7
from dugnad.needs.queries import AnswerQuery, EvidenceQuery, NeedQuery
from dugnad.network.models import Person, Unit


class Need(models.Model):
    """What is missing somewhere, for whom; looked at again each year, until it is closed with what came of it.

    `said` holds the stems of its significant words, each with the word as written, for likeness; `found_by` its folded text, for searching.
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="needs")
    title = models.CharField(max_length=160)
    theme = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+")
    groups = models.ManyToManyField(Term, related_name="+")
    place = models.CharField(max_length=160, blank=True)
    who = models.TextField()
    tried = models.TextField(blank=True)
    would_help = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    opened_at = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    review_due = models.DateField()
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    result = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    said = models.JSONField(default=list, editable=False)
    found_by = models.TextField(default="", editable=False)

    objects = NeedQuery.as_manager()

    class Meta:
        ordering: ClassVar = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None) | Q(state="closed", closed_at__isnull=False) & ~Q(result=""), name="need_closed_with_result"
            ),
        ]
        indexes = [models.Index(fields=["review_due"], name="need_due", condition=Q(state="open"))]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/needs/{self.pk}/"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class Evidence(models.Model):
    """A link, or an official figure with its year and source; or both."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="evidence")
    text = models.CharField(max_length=300, blank=True)
    figure = models.CharField(max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=200, blank=True)
    address = models.URLField(max_length=500, blank=True)
    added_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = EvidenceQuery.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(figure="", address=""), name="evidence_says_something"),
            models.CheckConstraint(condition=Q(figure="") | Q(year__isnull=False) & ~Q(source=""), name="evidence_figure_has_its_source"),
        ]

    def __str__(self) -> str:
        return self.figure or self.address


class Answer(models.Model):
    """Somebody says that a registered activity answered a need."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="answers")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="answered")
    note = models.CharField(max_length=500, blank=True)
    said_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = AnswerQuery.as_manager()

    class Meta:
        ordering: ClassVar = [F("activity__starts_on").desc(), "-pk"]
        constraints = [models.UniqueConstraint(fields=["need", "activity"], condition=Q(withdrawn_at=None), name="answer_once")]

    def __str__(self) -> str:
        return f"{self.activity_id} answers {self.need_id}"
