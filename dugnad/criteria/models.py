"""What a good activity is, in versions: criteria with points, the steps of the label, and what is not counted."""

from django.db import models
from django.db.models import Q

from dugnad.network.models import Person, named


class Rubric(models.Model):
    """One version. The newest adopted one holds; a draft is one that the committee still writes.

    `steps`: [{"label": key of the label, "share": at least so many per cent of all points}], the lowest first; `most`: the points of one criterion.
    """

    version = models.PositiveIntegerField(unique=True)
    most = models.PositiveSmallIntegerField(default=3)
    steps = models.JSONField(default=list)
    adopted_at = models.DateTimeField(null=True)
    adopted_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["most"], condition=Q(adopted_at=None), name="rubric_one_draft")]

    def __str__(self) -> str:
        return f"{self.version}"

    @property
    def points(self) -> int:
        """The most that an activity can get."""
        return self.most * len(self.criteria.all())


class Criterion(models.Model):
    """One thing to look at. `was` names the criteria of earlier versions that it continues, by their keys."""

    rubric = models.ForeignKey(Rubric, on_delete=models.CASCADE, related_name="criteria")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    needed = models.BooleanField(default=False)
    asked = models.BooleanField(default=False)
    names = models.JSONField(default=dict)
    helps = models.JSONField(default=dict)
    asks = models.JSONField(default=dict)
    dos = models.JSONField(default=dict)
    was = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["rubric", "key"], name="criterion_once")]

    def __str__(self) -> str:
        return named(self.names, self.key)

    @property
    def help(self) -> str:
        return named(self.helps, "")

    @property
    def ask(self) -> str:
        """The question of the self-check."""
        return named(self.asks, str(self))

    @property
    def do(self) -> str:
        """What would have to be so, after "it would be a social-impact activity if"."""
        return named(self.dos, str(self))


class Uncounted(models.Model):
    """A kind of activity that is regular, why, and how it could become one that has a social impact."""

    rubric = models.ForeignKey(Rubric, on_delete=models.CASCADE, related_name="uncounted")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    names = models.JSONField(default=dict)
    whys = models.JSONField(default=dict)
    becomes = models.JSONField(default=dict)
    words = models.JSONField(default=dict)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["rubric", "key"], name="uncounted_once")]

    def __str__(self) -> str:
        return named(self.names, self.key)

    @property
    def why(self) -> str:
        return named(self.whys, "")

    @property
    def instead(self) -> str:
        return named(self.becomes, "")
