"""Seasons, their stages and boards with the versions of their rules, results that are frozen, numbers of students, and flags."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dugnad.activities.models import Activity
from dugnad.network.models import Level, Person, Unit
from dugnad.seasons.queries import FlagQuery, SeasonQuery


class StudentNumber(models.Model):
    """International students at a unit's place in one year: what a fair comparison divides by. Year 2013 is the academic year 2013/14."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    imported_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="students_once")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.year}: {self.number}"


class Season(models.Model):
    """A competition of the units of one unit, over whole months; what is registered until `counts_until` counts."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="seasons")
    key = models.SlugField(unique=True, max_length=60)
    name = models.CharField(_("name"), max_length=120)
    first_month = models.IntegerField()
    last_month = models.IntegerField()
    counts_until = models.DateField()
    rules = models.TextField(_("rules in plain words"))
    sizes = models.JSONField(default=list)
    published_at = models.DateTimeField(null=True)
    frozen_at = models.DateTimeField(null=True)

    objects = SeasonQuery.as_manager()

    class Meta:
        ordering: ClassVar = ["-first_month", "name"]
        constraints = [models.CheckConstraint(condition=Q(last_month__gte=F("first_month")), name="season_ends_later")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/seasons/{self.key}/"


class Stage(models.Model):
    """Some months of a season in which units of a level compete within each unit of another; so many of each go on.

    `leagues`: large and small units are ranked apart. Where few compete, as within a country, they are not.
    """

    season = models.ForeignKey(Season, on_delete=models.CASCADE, related_name="stages")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    first_month = models.IntegerField()
    last_month = models.IntegerField()
    level = models.ForeignKey(Level, on_delete=models.PROTECT, related_name="+")
    within = models.ForeignKey(Level, on_delete=models.PROTECT, related_name="+")
    advancing = models.PositiveSmallIntegerField(null=True)
    leagues = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints = [models.UniqueConstraint(fields=["season", "position"], name="stage_once")]

    def __str__(self) -> str:
        return self.name


class Board(models.Model):
    """One leaderboard of a season; what it ranks by stands in the versions of its rule."""

    season = models.ForeignKey(Season, on_delete=models.CASCADE, related_name="boards")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints = [models.UniqueConstraint(fields=["season", "position"], name="board_once")]

    def __str__(self) -> str:
        return f"{self.season_id} {self.position}"

    def get_absolute_url(self) -> str:
        return f"/seasons/{self.season.key}/{self.position}/"


class BoardRule(models.Model):
    """A version of what a board ranks by. The last one is in force; none is ever changed."""

    class Kind(models.TextChoices):
        COUNT = "count", _("how much")
        STUDENTS = "students", _("per 1,000 international students")
        GROWTH = "growth", _("growth against oneself")
        BREADTH = "breadth", _("breadth of causes")
        HOURS = "hours", _("people helped per volunteer hour")
        NEWCOMERS = "newcomers", _("newcomers")
        LABEL = "label", _("share with the label")

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    measure = models.CharField(max_length=24, default="activities")
    cause = models.CharField(max_length=80, blank=True)
    since = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["-version"]
        constraints = [models.UniqueConstraint(fields=["board", "version"], name="board_rule_once")]

    def __str__(self) -> str:
        return f"{self.board_id} v{self.version} {self.kind}"


class Result(models.Model):
    """A line of a board as it stood when its stage ended: never changed afterwards. `why` says why a unit is not ranked."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="results")
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="results")
    rule = models.ForeignKey(BoardRule, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    line = models.JSONField()
    frozen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["board", "stage", "unit"], name="result_once")]

    def __str__(self) -> str:
        return f"{self.board_id} {self.stage_id} {self.unit_id}"


class Flag(models.Model):
    """A reason to look at an activity before it counts on a board. Nothing else follows from it."""

    class Kind(models.TextChoices):
        TWIN = "twin", _("like another one")
        SLICE = "slice", _("one of many like it")
        PEAK = "peak", _("far above its own history")
        ROUND = "round", _("always round numbers")
        RUSH = "rush", _("many at the deadline")

    class State(models.TextChoices):
        OPEN = "open", _("to be looked at")
        FINE = "fine", _("looked at: it counts")
        OUT = "out", _("looked at: it stays out of the boards")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="flags")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    reason = models.JSONField(default=dict)
    state = models.CharField(max_length=6, choices=State.choices, default=State.OPEN)
    found_at = models.DateTimeField(auto_now_add=True)
    looked_at = models.DateTimeField(null=True)
    looked_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    objects = FlagQuery.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "kind"], name="flag_once")]
        indexes = [models.Index(fields=["state"], name="flag_waiting", condition=Q(state="open"))]

    def __str__(self) -> str:
        return f"{self.kind} {self.activity_id} {self.state}"


class Best(models.Model):
    """The best place of a unit on the boards that run: written by the worker every hour, so that the unit's page need not make the boards."""

    unit = models.OneToOneField(Unit, on_delete=models.CASCADE, related_name="best", primary_key=True)
    rule = models.ForeignKey(BoardRule, on_delete=models.CASCADE, related_name="+")
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="+")
    league = models.PositiveSmallIntegerField()
    place = models.PositiveIntegerField()
    many = models.PositiveIntegerField()
    found_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.place} of {self.many}"


class Cheer(models.Model):
    """A milestone of which a person was told by mail: written before the mail is sent, so that nobody is told twice."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    milestone = models.CharField(max_length=24)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "unit", "milestone"], name="cheer_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.unit_id} {self.milestone}"
