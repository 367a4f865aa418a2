"""Who looks at which activity, what they say of each criterion, and what follows: rows that are dated and never rewritten."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dugnad.activities.models import Activity, Term
from dugnad.core.ids import uuid7
from dugnad.criteria.models import Criterion, Rubric
from dugnad.network.models import Person, Unit
from dugnad.review.queries import CaseQuery, ReviewQuery


class Case(models.Model):
    """One request for the label: it waits, is looked at, may go back to its author and come again, and is decided once."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits for reviewers")
        RETURNED = "returned", _("went back with what is missing")
        DECIDED = "decided", _("decided")
        WITHDRAWN = "withdrawn", _("taken back by its author")

    class Outcome(models.TextChoices):
        LABEL = "label", _("carries the label")
        RETURNED = "returned", _("goes back with what is missing")
        REGULAR = "regular", _("is not a social-impact activity; it stays registered")

    class Stage(models.TextChoices):
        FIRST = "first", _("with reviewers of the country")
        THIRD = "third", _("with a third reviewer, since two did not agree")
        OPINION = "opinion", _("with reviewers of another country, for a second opinion")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="cases")
    rubric = models.ForeignKey(Rubric, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    twice = models.BooleanField(default=False)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.FIRST)
    sent_to = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")  # whose reviewers look at it
    alone = models.BooleanField(default=False)  # nobody else could look at it, so officers of its own unit may
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    due_on = models.DateField()
    reminded_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)

    objects = CaseQuery.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity"], condition=Q(state__in=["waiting", "returned"]), name="case_one_open"),
            models.CheckConstraint(condition=~Q(state="decided") | (Q(decided_at__isnull=False) & ~Q(outcome="")), name="case_decided"),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="case_waiting", condition=Q(state="waiting"))]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.state}"

    def get_absolute_url(self) -> str:
        return f"/reviews/{self.pk}/"

    @property
    def places(self) -> int:
        """How many look at it in this round."""
        return 2 if self.twice and self.round == 1 and self.stage == self.Stage.FIRST else 1


class Review(models.Model):
    """One reviewer's look at a case, in one round. `blind`: the other review of the same round is not shown before this is given."""

    class Kind(models.TextChoices):
        FIRST = "first", _("first")
        BLIND = "blind", _("second, blind")
        THIRD = "third", _("third, after two that did not agree")
        OPINION = "opinion", _("second opinion")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reviews")
    round = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    reviewer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    assigned_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField(auto_now_add=True)
    due_on = models.DateField()
    given_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Case.Outcome.choices, blank=True)
    says = models.TextField(blank=True)

    objects = ReviewQuery.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "round", "reviewer"], condition=Q(dropped_at=None), name="review_once"),
            models.CheckConstraint(condition=Q(given_at=None) | ~Q(outcome=""), name="review_given"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"


class Score(models.Model):
    """The points of one criterion in one review, with why. None: the reviewer cannot tell."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField(null=True)
    says = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "criterion"], name="score_once")]

    def __str__(self) -> str:
        return f"{self.criterion_id}: {self.points}"


class Remark(models.Model):
    """What the author answers in a case, or asks."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="remarks")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    text = models.TextField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:40]


class Reply(models.Model):
    """Words that reviewers of a unit use again and again."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    text = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Notice(models.Model):
    """A mail about a case to a person: written before it is sent, so that nothing is sent twice."""

    class About(models.TextChoices):
        SOON = "soon", _("due soon")
        LATE = "late", _("overdue")
        ANSWER = "answer", _("answered")
        REVOKED = "revoked", _("revoked")
        STILL = "still", _("not answered yet")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notices")
    round = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=8, choices=Case.Stage.choices)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    about = models.CharField(max_length=8, choices=About.choices)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "round", "stage", "person", "about"], name="notice_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.about}"


class Award(models.Model):
    """The label that an activity carries since a day, with the step; revoked with a reason that everybody may read."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="awards")
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="award")
    step = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField()
    most = models.PositiveSmallIntegerField()
    given_at = models.DateTimeField(auto_now_add=True)
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity"], condition=Q(revoked_at=None), name="award_one_stands"),
            models.CheckConstraint(condition=Q(revoked_at=None) | ~Q(reason=""), name="award_revoked_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.step_id} for {self.activity_id}"

    def get_absolute_url(self) -> str:
        return f"/label/{self.pk}/"
