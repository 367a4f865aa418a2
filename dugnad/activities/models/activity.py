"""THE RECORD: one activity, who organised it, what it is about, and for which units it counts."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dugnad.activities.models.vocabulary import Term
from dugnad.activities.queries import ActivityQuery
from dugnad.core.ids import uuid7
from dugnad.network.models import Person, Unit


class Activity(models.Model):
    """Planned, registered (it counts), or withdrawn. Never deleted. `origin`: the country whose idea it is made from, if that is another one."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        REGISTERED = "registered", _("registered")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="activities")
    state = models.CharField(max_length=12, choices=State.choices)
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    learnt = models.TextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    month = models.IntegerField(editable=False)
    place = models.CharField(max_length=160, blank=True)
    online = models.BooleanField(default=False)
    cause = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+")
    type = models.ForeignKey(Term, null=True, on_delete=models.PROTECT, related_name="+")
    label = models.ForeignKey(Term, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    judged_at = models.DateTimeField(null=True)
    checks = models.JSONField(null=True)
    origin = models.CharField(max_length=2, blank=True, default="", db_default="", editable=False)
    meetings = models.PositiveIntegerField(default=1)
    hours_per_meeting = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    local_students = models.PositiveBigIntegerField(null=True)
    international_students = models.PositiveBigIntegerField(null=True)
    volunteers = models.PositiveBigIntegerField(null=True)
    people_helped = models.PositiveBigIntegerField(null=True)
    volunteer_minutes = models.PositiveBigIntegerField(null=True)
    hours_corrected = models.BooleanField(default=False)
    money_amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    money_currency = models.CharField(max_length=3, blank=True)
    money_receiver = models.CharField(max_length=160, blank=True)
    money_eur = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    partners = models.JSONField(default=list)
    links = models.JSONField(default=list)
    found_by = models.TextField(default="", db_default="", editable=False)
    held = models.JSONField(default=list)
    confirmed = models.JSONField(default=list)
    failed = models.BooleanField(default=False)
    copied_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="copies")
    import_key = models.CharField(max_length=64, null=True, unique=True)
    registered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="registered")
    contributors = models.ManyToManyField(Person, related_name="+")  # who else wrote in it: planned it, or amended it
    registered_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(auto_now=True)
    revision = models.PositiveIntegerField(default=1)

    objects = ActivityQuery.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="activity_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(meetings__gte=1), name="activity_meets"),
            models.CheckConstraint(condition=Q(state="planned") | Q(registered_at__isnull=False), name="activity_registered_at"),
        ]
        indexes = [
            models.Index(fields=["unit", "-starts_on"], name="activity_of_unit"),
            models.Index(fields=["origin"], name="activity_from_abroad", condition=~Q(origin="")),
            models.Index(fields=["state", "starts_on"], name="activity_waiting", condition=Q(state="planned")),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/activities/{self.pk}/"

    @property
    def volunteer_hours(self) -> float | None:
        return None if self.volunteer_minutes is None else self.volunteer_minutes / 60


class Organiser(models.Model):
    """Another unit that organised it too. It counts at once; declining takes its part back."""

    class State(models.TextChoices):
        NAMED = "named", _("waits for its confirmation")
        CONFIRMED = "confirmed", _("confirmed")
        DECLINED = "declined", _("declined")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="organisers")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="joint")
    state = models.CharField(max_length=10, choices=State.choices, default=State.NAMED)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "unit"], name="organiser_once")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.state}"


class Tag(models.Model):
    """An objective, kind of action or SDG of an activity."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="tags")
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "term"], name="tag_once")]

    def __str__(self) -> str:
        return str(self.term)


class Good(models.Model):
    """So much of a measure: kilogrammes of food, trees, blood donors."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="goods")
    measure = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+")
    amount = models.DecimalField(max_digits=14, decimal_places=3)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "measure"], name="good_once")]

    def __str__(self) -> str:
        return f"{self.amount} {self.measure}"


class CountsFor(models.Model):
    """A registered activity counts for a unit: the index behind every figure, kept with the entry that was posted."""

    pk = models.CompositePrimaryKey("unit_id", "starts_on", "activity_id")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="counts_for")
    starts_on = models.DateField()

    class Meta:
        default_related_name = "+"

    def __str__(self) -> str:
        return f"{self.activity_id} for {self.unit_id}"


PEOPLE = ("local_students", "international_students", "volunteers", "people_helped")
