"""Input of the committee: a criterion in every language, and the steps of the label."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as __

from dugnad.criteria.models import Criterion, Rubric
from dugnad.web.fields import Text

KINDS = {
    "name": (__("name"), 120),
    "help": (__("what it means"), 300),
    "ask": (__("as a question of the self-check"), 200),
    "do": (__("after “it would be a social-impact activity if …”"), 200),
}


class CriterionForm(forms.Form):
    """One criterion; `was` names those of the version before that it continues, so that points can be compared."""

    key = forms.SlugField(label=__("Key"), max_length=40, help_text=__("Short, in small letters: “partner”."))
    needed = forms.BooleanField(label=__("Needed for the label"), required=False)
    asked = forms.BooleanField(label=__("Asked in the self-check"), required=False, help_text=__("Five questions are answered in a minute."))
    was = forms.MultipleChoiceField(label=__("Continues from the version before"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any = None, *, rubric: Rubric, criterion: Criterion | None = None) -> None:
        super().__init__(data, initial=_initial(criterion) if criterion else {})
        before = Rubric.objects.filter(version__lt=rubric.version).first()
        self.fields["was"].choices = [(one.key, str(one)) for one in before.criteria.all()] if before else []  # type: ignore[attr-defined]
        for code, language in settings.LANGUAGES:
            for kind, (label, longest) in KINDS.items():
                needed = code == "en" and kind == "name"
                self.fields[f"{kind}_{code}"] = Text(label=f"{language}: {label}", max_length=longest, required=needed)

    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        texts = {f"{kind}s": self._texts(kind) for kind in KINDS}
        return texts | {name: self.cleaned_data[name] for name in ("key", "needed", "asked", "was")}

    def _texts(self, kind: str) -> dict[str, str]:
        found = {code: self.cleaned_data.get(f"{kind}_{code}", "") for code, _name in settings.LANGUAGES}
        return {code: text for code, text in found.items() if text}


class StepsForm(forms.Form):
    """A share of all points for each step."""

    def __init__(self, *args: Any, rubric: Rubric, labels: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for step in rubric.steps:
            name = labels.get(step["label"], step["label"])
            field = forms.IntegerField(label=name, min_value=1, max_value=100, initial=step["share"], help_text=__("Per cent of all points."))
            self.fields[step["label"]] = field


def _initial(criterion: Criterion) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(criterion, name) for name in ("key", "needed", "asked", "was")}
    for kind in KINDS:
        found |= {f"{kind}_{code}": text for code, text in getattr(criterion, f"{kind}s").items()}
    return found
