"""The words that a network uses, as data with versions; old words are mapped to new ones and still count."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dugnad.network.models import named


class Vocabulary(models.Model):
    """One version of the words of one kind; the one without an end is current."""

    class Kind(models.TextChoices):
        CAUSE = "cause", _("cause")
        OBJECTIVE = "objective", _("objective")
        ACTION = "action", _("kind of action")
        TYPE = "type", _("type")
        SDG = "sdg", _("Sustainable Development Goal")
        MEASURE = "measure", _("goods and deeds")
        COUNT = "count", _("count")
        LABEL = "label", _("label")
        GROUP = "group", _("group of people")

    key = models.SlugField(unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    version = models.CharField(max_length=20)
    names = models.JSONField(default=dict)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["kind", "since"]

    def __str__(self) -> str:
        return named(self.names, self.key)


class Term(models.Model):
    """One word. `limit` is the most that one activity plausibly counts; `sdgs` are suggested with an objective."""

    vocabulary = models.ForeignKey(Vocabulary, on_delete=models.PROTECT, related_name="terms")
    key = models.SlugField(max_length=60)
    names = models.JSONField(default=dict)
    helps = models.JSONField(default=dict)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    position = models.PositiveSmallIntegerField(default=0)
    motif = models.CharField(max_length=20, blank=True)
    sdgs = models.JSONField(default=list)
    units = models.JSONField(default=dict)
    limit = models.PositiveBigIntegerField(null=True, blank=True)
    words = models.JSONField(default=dict)

    class Meta:
        ordering = ["vocabulary", "position"]
        constraints = [models.UniqueConstraint(fields=["vocabulary", "key"], name="term_once")]

    def __str__(self) -> str:
        return named(self.names, self.key)

    @property
    def help(self) -> str:
        return named(self.helps, "")

    @property
    def unit_name(self) -> str:
        return named(self.units, "")


class Mapping(models.Model):
    """An old word counts as a newer one."""

    old = models.OneToOneField(Term, on_delete=models.PROTECT, related_name="mapping")
    new = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="mapped")

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id}"
