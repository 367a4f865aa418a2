"""What is asked when certificates are offered, answered, taken back and checked."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import Amount
from dugnad.activities.forms.importing import FileForm
from dugnad.activities.models import Activity
from dugnad.certificates.offers import Volunteer, Work, of_a_term, of_activity, term_name
from dugnad.core.periods import month_of, term_of
from dugnad.network.models import Unit
from dugnad.web.fields import Text, cleaned
from dugnad.web.templatetags.web import day

TERMS, ACTIVITIES = 6, 60
MOST_SKILLS, LONGEST_SKILL = 12, 60


class Skills(Text):
    """Several, separated by commas, semicolons or lines."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value).replace(";", ",").replace("\n", ",")
        return tuple(dict.fromkeys(skill for skill in (" ".join(part.split()) for part in text.split(",")) if skill))

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > MOST_SKILLS or any(len(skill) > LONGEST_SKILL for skill in value):
            told = {"many": MOST_SKILLS, "long": LONGEST_SKILL}
            raise forms.ValidationError(_("At most %(many)s skills, each of at most %(long)s letters."), params=told)

    def run_validators(self, value: Any) -> None:
        """They are for one text; these are several."""


class Line(Text):
    """A text that stands in one line of the certificate."""

    def to_python(self, value: Any) -> str:
        return " ".join(super().to_python(value).split())


class VolunteerForm(forms.Form):
    """Who, how long, and as what: on the page and in each row of a list."""

    name = Line(label=__("Name"), max_length=120, help_text=__("As it shall stand on the certificate."))
    email = forms.EmailField(label=__("E-mail"), max_length=254, help_text=__("The volunteer is asked there. It is never published."))
    hours = Amount(label=__("Hours"), min_value=0, max_value=5000, max_digits=7)
    part = Line(label=__("Part"), max_length=120, required=False, help_text=__("What the person was: “team leader”, “interpreter”."))
    skills = Skills(label=__("Skills"), required=False, help_text=__("What was learnt or shown, separated by commas: “first aid, public speaking”."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hours"].required = True

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).strip().lower()

    def clean_hours(self) -> Any:
        if not self.cleaned_data["hours"]:
            raise forms.ValidationError(_("Write a number above zero."))
        return self.cleaned_data["hours"]

    @property
    def volunteer(self) -> Volunteer:
        return Volunteer(**{name: self.cleaned_data[name] for name in VolunteerForm.base_fields})


class WorkForm(forms.Form):
    """For which activity, or which term; and in which language the volunteer is asked."""

    work = forms.ChoiceField(label=__("For what"))
    language = forms.ChoiceField(label=__("Language of the mail"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, unit: Unit, chosen: Activity | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        found = list(Activity.objects.registered().organised_by(unit).newest()[:ACTIVITIES])
        if chosen is not None and chosen not in found:
            found.insert(0, chosen)
        self.activities = {f"activity:{activity.pk}": activity for activity in found}
        this = term_of(month_of(timezone.localdate()))
        terms = [(f"term:{number}", term_name(number)) for number in range(this, this - TERMS, -1)]
        activities = [(key, f"{day(activity.starts_on)} · {activity.title}") for key, activity in self.activities.items()]
        self.fields["work"].choices = [(_("A whole term"), terms), *([(_("An activity"), activities)] if activities else [])]  # type: ignore[attr-defined]
        self.initial.setdefault("language", get_language())
        if chosen is not None:
            self.initial.setdefault("work", f"activity:{chosen.pk}")

    @property
    def chosen(self) -> Work:
        """Named in the language in which the volunteer will read it."""
        kind, _colon, key = self.cleaned_data["work"].partition(":")
        if kind == "activity":
            return of_activity(self.activities[self.cleaned_data["work"]])
        with override(self.cleaned_data["language"]):
            return of_a_term(int(key))


class OfferForm(WorkForm, VolunteerForm):
    """One certificate."""

    field_order = ("work", "name", "email", "hours", "part", "skills", "language")


class ListForm(WorkForm, FileForm):
    """Many at once: what was copied out of a spreadsheet, or its file."""

    text = forms.CharField(
        label=__("The list"),
        required=False,
        max_length=400_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
        help_text=__("Copied out of a spreadsheet, with a row of headings: name, e-mail, hours, and if you like part and skills."),
    )
    field_order = ("work", "text", "file", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = False
        self.fields["file"].label = _("Or a spreadsheet")
        _one_of(self)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not said.get("file") and not cleaned(said.get("text") or ""):
            self.add_error("text", _("Paste the list here, or choose a file."))
        return said


class RevokeForm(forms.Form):
    """Why it is taken back."""

    reason = Line(label=__("Why"), max_length=300, help_text=__("The volunteer and whoever checks the certificate read it."))


class AddressForm(forms.Form):
    """Where to send the link to one's certificates."""

    email = forms.EmailField(label=__("Your e-mail"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"}))

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).strip().lower()


class CheckForm(forms.Form):
    """A code from paper, or a whole credential."""

    text = forms.CharField(
        label=__("Code, address or credential"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "autocomplete": "off"}),
        help_text=__("The code under the square on the paper, or everything in the file that the volunteer sent you."),
    )
    file = forms.FileField(label=__("Or the file"), required=False, help_text=__("Drop it here, or choose it: credential.json."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _one_of(self)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        file = said.get("file")
        if file and file.size > 100_000:
            self.add_error("file", _("A credential is smaller than 100 kB: this is another file."))
        elif file:
            said["text"] = file.read().decode("utf-8-sig", errors="replace")
        if not self.errors and not (said.get("text") or "").strip():
            self.add_error("text", _("Paste it here, or choose a file."))
        return said


def _one_of(form: forms.Form) -> None:
    """The text or the file: neither is optional, so neither says so."""
    for name in ("text", "file"):
        form.fields[name].quiet = True  # type: ignore[attr-defined]


def activity_of(key: str) -> UUID | None:
    """The id of an activity in an address; None if it is none."""
    try:
        return UUID(key)
    except ValueError:
        return None
