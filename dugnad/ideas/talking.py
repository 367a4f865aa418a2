"""What members write at an idea, and what of it a reader sees."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.rules import Can
from dugnad.core.countries import country
from dugnad.ideas.forms import IdeaForm
from dugnad.ideas.languages import LANGUAGES
from dugnad.ideas.models import Idea, Remark
from dugnad.ideas.models.idea import TEXTS
from dugnad.web.fields import Text

LONGEST = 1500


class RemarkForm(forms.Form):
    """A question, or the answer to one."""

    text = Text(
        label=__("Your text"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}), help_text=__("Plain text; everybody reads it, with your name.")
    )


class NoteForm(RemarkForm):
    """And for which country."""

    country = forms.ChoiceField(label=__("In which country?"))
    field_order = ("country", "text")

    def __init__(self, *args: Any, countries: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = sorted(((code, country(code)) for code in countries), key=lambda pair: pair[1])  # type: ignore[attr-defined]


class TranslationForm(forms.Form):
    """The texts of an idea in another language; what the original leaves empty is not asked for."""

    language = forms.ChoiceField(label=__("Into which language?"), choices=LANGUAGES)

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form = IdeaForm()
        for name in TEXTS:
            if getattr(idea, name):
                self.fields[name] = form.fields[name]

    def texts(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(name, "") for name in TEXTS}


@dataclass
class Seen:
    """A remark as a reader sees it, with what they may do with it."""

    remark: Remark
    may_turn: bool
    replies: list["Seen"] = field(default_factory=list)
    form: RemarkForm | None = None

    @property
    def place(self) -> str:
        return country(self.remark.country)


def seen(actor: Actor, idea: Idea) -> tuple[list[Seen], list[Seen]]:
    """Notes and questions; what is taken back is seen by those who could put it back (2 queries)."""
    rows = list(idea.remarks.select_related("by"))
    own = set(allowed(actor, Can.TAKE_BACK_REMARK, idea.remarks.all()).values_list("pk", flat=True)) if rows and actor.known else set()
    shown = [Seen(row, row.pk in own) for row in rows if row.taken_back_at is None or row.pk in own]
    replies: dict[Any, list[Seen]] = defaultdict(list)
    for one in shown:
        replies[one.remark.question_id].append(one)
    for one in shown:
        one.replies = replies[one.remark.pk] if one.remark.kind == Remark.Kind.QUESTION else []
    notes = sorted((one for one in shown if one.remark.kind == Remark.Kind.NOTE), key=lambda one: one.place)
    return notes, [one for one in shown if one.remark.kind == Remark.Kind.QUESTION]
