"""Input of the committee: a criterion in every language, what is not counted, and the steps of the label."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.criteria.models import Criterion, Rubric, Uncounted
from dugnad.web.fields import Lines, Text

Kinds = dict[str, tuple[str, Any, int]]


class InLanguages(forms.Form):
    """A key, and texts in every language that ships: by the beginning of the field's name the attribute, what is asked, and how long it may be."""

    kinds: ClassVar[Kinds] = {}
    key = forms.SlugField(label=__("Key"), max_length=40, help_text=__("Short, in small letters: “partner”."))

    def __init__(self, data: Any = None, *, of: Criterion | Uncounted | None = None) -> None:
        super().__init__(data, initial=self._initial(of) if of else {})
        for code, language in settings.LANGUAGES:
            for kind, (_attribute, label, longest) in self.kinds.items():
                needed = code == "en" and kind == "name"
                field = Text(label=f"{language}: {label}", max_length=longest, required=needed)
                self.fields[f"{kind}_{code}"] = field

    def texts(self) -> dict[str, dict[str, Any]]:
        """By the attribute, what was written in each language."""
        found = {}
        for kind, (attribute, _label, _longest) in self.kinds.items():
            written = {code: self.cleaned_data.get(f"{kind}_{code}", "") for code, _name in settings.LANGUAGES}
            found[attribute] = {code: text for code, text in written.items() if text}
        return found

    def _initial(self, of: Criterion | Uncounted) -> dict[str, Any]:
        found: dict[str, Any] = {"key": of.key}
        for kind, (attribute, _label, _longest) in self.kinds.items():
            found |= {f"{kind}_{code}": text for code, text in getattr(of, attribute).items()}
        return found


class CriterionForm(InLanguages):
    """One criterion; `was` names those of the version before that it continues, so that points can be compared."""

    kinds: ClassVar[Kinds] = {
        "name": ("names", __("name"), 120),
        "help": ("helps", __("what it means"), 300),
        "ask": ("asks", __("as a question of the self-check"), 200),
        "do": ("dos", __("after “it would be a social-impact activity if …”"), 200),
    }
    needed = forms.BooleanField(label=__("Needed for the label"), required=False)
    asked = forms.BooleanField(label=__("Asked in the self-check"), required=False, help_text=__("Five questions are answered in a minute."))
    was = forms.MultipleChoiceField(label=__("Continues from the version before"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any = None, *, rubric: Rubric, of: Criterion | None = None) -> None:
        super().__init__(data, of=of)
        before = Rubric.objects.filter(version__lt=rubric.version).first()
        self.fields["was"].choices = [(one.key, str(one)) for one in before.criteria.all()] if before else []  # type: ignore[attr-defined]
        for name in ("needed", "asked", "was") if of else ():
            self.initial[name] = getattr(of, name)

    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        return self.texts() | {name: self.cleaned_data[name] for name in ("key", "needed", "asked", "was")}


class UncountedForm(InLanguages):
    """A kind of activity that is regular, why, how it becomes one with a social impact; and the words by which the self-check knows it in a title."""

    kinds: ClassVar[Kinds] = {
        "name": ("names", __("name"), 120),
        "why": ("whys", __("why it is not counted as one"), 300),
        "instead": ("becomes", __("how it becomes one"), 300),
    }

    def __init__(self, data: Any = None, *, of: Uncounted | None = None) -> None:
        super().__init__(data, of=of)
        for code, language in settings.LANGUAGES:
            label = _("%(language)s: words in a title by which the self-check knows it, one on each line") % {"language": language}
            told = "\n".join(of.words.get(code, [])) if of else ""
            self.fields[f"words_{code}"] = Lines(label=label, max_length=600, required=False, initial=told, widget=forms.Textarea(attrs={"rows": 3}))

    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        lines = {code: self.cleaned_data[f"words_{code}"].splitlines() for code, _name in settings.LANGUAGES}
        return self.texts() | {"key": self.cleaned_data["key"], "words": {code: found for code, found in lines.items() if found}}


class StepsForm(forms.Form):
    """A share of all points for each step."""

    def __init__(self, *args: Any, rubric: Rubric, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, step in enumerate(rubric.steps, 1):
            label = _("Step %(n)s of the label: from so many per cent of all points") % {"n": number}
            self.fields[step["label"]] = forms.IntegerField(label=label, min_value=1, max_value=100, initial=step["share"])
