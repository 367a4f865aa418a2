"""Where a unit belongs: below which parent, in which platforms, from which day."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as __

from dugnad.network.models import Unit
from dugnad.web.fields import Day


class PlaceForm(forms.Form):
    """Which whole; each form below offers its own."""

    whole = forms.ModelChoiceField(queryset=Unit.objects.none(), empty_label=__("Choose one"))

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whole"].queryset = self.offered(unit)  # type: ignore[attr-defined]
        self.fields["since" if "since" in self.fields else "until"].initial = timezone.localdate()

    def offered(self, unit: Unit) -> Any:
        raise NotImplementedError


class MoveForm(PlaceForm):
    whole = forms.ModelChoiceField(label=__("Below"), queryset=Unit.objects.none(), empty_label=__("Choose one"))
    since = Day(label=__("Since"), help_text=__("What happened before that day stays where it counts."))

    def offered(self, unit: Unit) -> Any:
        assert unit.parent is not None  # the rule: who places it holds an office above it
        return Unit.objects.open().filter(level=unit.parent.level).exclude(pk=unit.parent.pk).order_by("name")


class JoinForm(PlaceForm):
    whole = forms.ModelChoiceField(label=__("Platform"), queryset=Unit.objects.none(), empty_label=__("Choose one"))
    since = Day(label=__("Since"))
    until = Day(label=__("Until"), required=False, help_text=__("Leave it empty if the end is not known."))

    def offered(self, unit: Unit) -> Any:
        return Unit.objects.open().filter(level__groups=True).order_by("name")


class LeaveForm(PlaceForm):
    whole = forms.ModelChoiceField(label=__("Platform"), queryset=Unit.objects.none(), empty_label=__("Choose one"))
    until = Day(label=__("First day on which it no longer belongs"))

    def offered(self, unit: Unit) -> Any:
        open_ = Q(members__until=None) | Q(members__until__gt=timezone.localdate())
        return Unit.objects.filter(open_, level__groups=True, members__member=unit).order_by("name").distinct()
