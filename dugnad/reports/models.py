"""Reports, their editions and sections, and the activities that were chosen as examples."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dugnad.activities.models import Activity
from dugnad.core.ids import uuid7
from dugnad.core.periods import Period
from dugnad.network.models import Person, Unit
from dugnad.reports.queries import ReportQuery


class Report(models.Model):
    """A unit, whole months and a theme; a draft until it is published, from then on `frozen` and never changed.

    `facet` and `value` are the theme ("": everything). `entry` is the number of the last entry that the frozen figures contain.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reports")
    slug = models.SlugField(unique=True, max_length=120)
    edition = models.PositiveSmallIntegerField(default=1)
    earlier = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="newer")
    title = models.CharField(_("title"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=8)
    first_month = models.IntegerField()
    last_month = models.IntegerField()
    facet = models.CharField(max_length=12, blank=True)
    value = models.CharField(max_length=80, blank=True)
    begun_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    published_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    published_at = models.DateTimeField(null=True)
    entry = models.BigIntegerField(null=True)
    proof = models.CharField(max_length=60, blank=True)
    frozen = models.JSONField(null=True)

    objects = ReportQuery.as_manager()

    class Meta:
        ordering: ClassVar = ["-published_at", "-begun_at"]
        constraints = [
            models.CheckConstraint(condition=Q(last_month__gte=F("first_month")), name="report_ends_later"),
            models.CheckConstraint(
                condition=Q(published_at=None, frozen=None) | Q(published_at__isnull=False, frozen__isnull=False), name="report_frozen_when_published"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.slug

    def get_absolute_url(self) -> str:
        return f"/reports/{self.slug}/"

    @property
    def period(self) -> Period:
        return Period(self.first_month, self.last_month)

    @property
    def theme(self) -> str:
        """As forms write it: "cause:health", or "" for everything."""
        return f"{self.facet}:{self.value}" if self.facet else ""


class Section(models.Model):
    """One part of a report: what kind of figures it shows, in the editor's order, with the editor's own title and text if any."""

    class Kind(models.TextChoices):
        FOREWORD = "foreword", _("Foreword")
        SUMMARY = "summary", _("Summary")
        FIGURES = "figures", _("Key figures")
        TIME = "time", _("Month by month")
        CAUSES = "causes", _("For which causes")
        GOALS = "goals", _("Sustainable Development Goals")
        MAP = "map", _("Who takes part")
        UNITS = "units", _("Side by side")
        GROWTH = "growth", _("Growth, and who reports")
        EXAMPLES = "examples", _("Good examples")
        LEARNT = "learnt", _("What was learnt")
        METHOD = "method", _("Method and limits")

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=120, blank=True)
    text = models.TextField(_("text"), blank=True)
    shown = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["report", "kind"], name="section_once")]

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())


class Example(models.Model):
    """An activity that an editor chose; without any, the best documented ones are shown."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="examples")
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints = [models.UniqueConstraint(fields=["report", "activity"], name="example_once")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.activity_id}"


Content = dict[str, Any]
