"""What a market session shows: its stalls, its results with what was promised, and what is asked of those who take part."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import Count
from dugnad.ideas import showing
from dugnad.ideas.models import Adaptation, Idea, Market, Stall, Vote
from dugnad.ideas.showing import Shown
from dugnad.web.fields import Day, Text


class MarketForm(forms.Form):
    """When and where, and how many votes each has."""

    name = Text(label=__("What is it called?"), max_length=120)
    day = Day(label=__("When?"))
    place = Text(label=__("Where?"), max_length=160, required=False, help_text=__("Or “online”."))
    votes = Count(label=__("Votes of each person"), min_value=1, max_value=20)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not 2000 <= day.year <= date.today().year + 3:
            raise forms.ValidationError(_("Check the year."))
        return day

    def clean_votes(self) -> int:
        return self.cleaned_data["votes"] or 3


class StallForm(forms.Form):
    """Which of one's ideas?"""

    idea: forms.ModelChoiceField[Idea] = forms.ModelChoiceField(label=__("Which idea?"), queryset=Idea.objects.none(), empty_label=None)

    def __init__(self, *args: Any, ideas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["idea"].queryset = ideas  # type: ignore[attr-defined]


class BallotForm(forms.Form):
    """The stalls that are ticked."""

    stalls = forms.MultipleChoiceField(label=__("Your votes"), required=False)

    def __init__(self, *args: Any, stalls: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stalls"].choices = [(str(pk), str(pk)) for pk in stalls]  # type: ignore[attr-defined]
        self.fields["stalls"].error_messages["invalid_choice"] = _("Choose other stalls: nobody votes for their own stall, or for an idea of their own unit.")

    def clean_stalls(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data["stalls"]]


@dataclass
class Standing:
    """A stall with its idea, its votes, and the adaptations promised at it."""

    stall: Stall
    shown: Shown
    votes: int = 0
    may_turn: bool = False
    may_vote: bool = False
    promises: list[Adaptation] = field(default_factory=list)


def stalls(market: Market) -> list[Standing]:
    """In the order in which they were put up; those whose idea was withdrawn are not shown (6 queries)."""
    rows = list(market.stalls.all())
    shown = {one.idea.pk: one for one in showing.many([row.idea_id for row in rows]) if one.idea.state == Idea.State.PUBLISHED}
    votes = Counter(Vote.objects.filter(stall__market=market).values_list("stall_id", flat=True))
    promised: dict[Any, list[Adaptation]] = defaultdict(list)
    for row in Adaptation.objects.standing().filter(stall__market=market).select_related("activity__unit"):
        promised[row.stall_id].append(row)
    return [Standing(row, shown[row.idea_id], votes[row.pk], promises=promised[row.pk]) for row in rows if row.idea_id in shown]


def ranked(found: list[Standing]) -> list[tuple[int, Standing]]:
    """The most votes first; the same number shares a place."""
    order = sorted((one for one in found if one.stall.taken_down_at is None), key=lambda one: -one.votes)
    return [(1 + sum(other.votes > one.votes for other in order), one) for one in order]
