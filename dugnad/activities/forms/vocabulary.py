"""Input of the committee: words in every language, limits, mappings, a new version."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import Count
from dugnad.activities.models import Term
from dugnad.web.fields import Day, Text


class TermForm(forms.Form):
    """One word in every language that ships."""

    limit = Count(label=__("The most that one activity plausibly counts"), max_value=1_000_000_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sentence = __("in a sentence")
        for code, name in settings.LANGUAGES:
            self.fields[f"name_{code}"] = Text(label=f"{name}", max_length=120, required=code == "en")
            self.fields[f"help_{code}"] = Text(label=f"{name}, {sentence}", max_length=300, required=False)

    def texts(self, kind: str) -> dict[str, str]:
        found = {code: self.cleaned_data.get(f"{kind}_{code}", "") for code, _name in settings.LANGUAGES}
        return {code: text for code, text in found.items() if text}


class NewTermForm(TermForm):
    key = forms.SlugField(label=__("Key"), max_length=60, help_text=__("Short, in small letters; it never changes: “food”."))


class MappingForm(forms.Form):
    new = forms.ModelChoiceField(label=__("Counts as"), queryset=Term.objects.none())

    def __init__(self, *args: Any, old: Term, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        current = Term.objects.filter(vocabulary__kind=old.vocabulary.kind, vocabulary__until=None)
        self.fields["new"].queryset = current.order_by("position")  # type: ignore[attr-defined]


class VersionForm(forms.Form):
    key = forms.SlugField(label=__("Key"), max_length=50, help_text=__("Like “causes-2027”."))
    version = Text(label=__("Version"), max_length=20)
    since = Day(label=__("Since"))
