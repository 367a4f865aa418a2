"""An idea: a recipe that others can follow; its translations, the words by which it is found, and what was made of it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from dugnad.activities.models import Activity, Term
from dugnad.core.ids import uuid7
from dugnad.ideas.languages import LANGUAGES
from dugnad.ideas.queries import AdaptationQuery, IdeaQuery
from dugnad.network.models import Person, Unit


class Effort(models.IntegerChoices):
    SMALL = 1, pgettext_lazy("effort", "small")
    MEDIUM = 2, pgettext_lazy("effort", "medium")
    LARGE = 3, pgettext_lazy("effort", "large")


class Season(models.TextChoices):
    SPRING = "spring", _("spring")
    SUMMER = "summer", _("summer")
    AUTUMN = "autumn", _("autumn")
    WINTER = "winter", _("winter")


class Idea(models.Model):
    """Draft, published, or withdrawn; never deleted. `people`: so many can do it; `ready_in`: days of preparation; `budget` in euro.

    `said` holds the stems of its significant words, each with the word as written, as a need does: by them the two are compared.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="ideas")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    language = models.CharField(_("language"), max_length=8, choices=LANGUAGES, default="en")
    title = models.CharField(max_length=120)
    summary = models.TextField()
    why = models.TextField(blank=True)
    steps = models.TextField(blank=True)
    material = models.TextField(blank=True)
    risks = models.TextField(blank=True)
    adapting = models.TextField(blank=True)
    answers = models.TextField(blank=True)
    causes = models.ManyToManyField(Term, related_name="+")
    seasons = models.JSONField(default=list)
    effort = models.PositiveSmallIntegerField(choices=Effort.choices, default=Effort.SMALL)
    people = models.PositiveIntegerField(default=5)
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    ready_in = models.PositiveIntegerField(default=7)
    budget = models.PositiveIntegerField(default=0)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="versions")
    made_from = models.ForeignKey(Activity, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="ideas")
    made_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(auto_now=True)
    revision = models.PositiveIntegerField(default=1)
    said = models.JSONField(default=list, editable=False)

    objects = IdeaQuery.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(parent=F("id")), name="idea_not_of_itself"),
            models.CheckConstraint(condition=Q(state="draft") | Q(published_at__isnull=False), name="idea_published_at"),
        ]
        indexes = [models.Index(fields=["state", "-published_at"], name="idea_newest")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/ideas/{self.pk}/"


TEXTS = ("title", "summary", "why", "steps", "material", "risks", "adapting")


class Translation(models.Model):
    """An idea in another language, by a member; it stands beside the original."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(_("language"), max_length=8, choices=LANGUAGES)
    title = models.CharField(max_length=120)
    summary = models.TextField()
    why = models.TextField(blank=True)
    steps = models.TextField(blank=True)
    material = models.TextField(blank=True)
    risks = models.TextField(blank=True)
    adapting = models.TextField(blank=True)
    of_revision = models.PositiveIntegerField()
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["idea", "language"], name="translation_once")]

    def __str__(self) -> str:
        return self.title


class Words(models.Model):
    """What an idea is found by in one language: its title folded, and the stems of its title and of all else.

    The indexes over it are the databases' own (migration 0002): they are kept by triggers and a generated column.
    """

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="words")
    language = models.CharField(max_length=8)
    title = models.TextField()
    heads = models.TextField()
    body = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["idea", "language"], name="words_once")]

    def __str__(self) -> str:
        return self.title


class Adaptation(models.Model):
    """An activity was planned from an idea. The activity knows nothing of it; what it came to is read from the activity."""

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="adaptations")
    activity = models.OneToOneField(Activity, on_delete=models.CASCADE, related_name="adaptation")
    stall = models.ForeignKey("ideas.Stall", null=True, on_delete=models.SET_NULL, related_name="promises")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = AdaptationQuery.as_manager()

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.idea_id} → {self.activity_id}"
