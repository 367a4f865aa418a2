"""Input of the directory."""

from typing import Any
from zoneinfo import available_timezones

import pycountry
from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.core.pictures import MOST_BYTES
from dugnad.network.brands import Look
from dugnad.network.models import Brand, Level, Role, Typeface, Unit
from dugnad.web.contrast import HEX
from dugnad.web.fields import Day


class InviteForm(forms.Form):
    """Who, to what, from when."""

    email = forms.EmailField(label=__("E-mail"), max_length=254)
    role = forms.ChoiceField(label=__("Office"))
    since = Day(label=__("Since"))
    until = Day(label=__("Until"), required=False, help_text=__("Leave it empty if the end is not known."))

    def __init__(self, *args: Any, roles: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role, Role(role).label) for role in roles]  # type: ignore[attr-defined]
        self.fields["since"].initial = timezone.localdate()


class AcceptForm(forms.Form):
    """Somebody new: a name and a password."""

    name = forms.CharField(label=__("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    password = forms.CharField(
        label=__("Choose a password"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), help_text=__("At least ten characters.")
    )


class Website(forms.URLField):
    """An address written without its scheme is one with https."""

    def __init__(self, **options: Any) -> None:
        super().__init__(assume_scheme="https", **options)


class UnitForm(forms.ModelForm):
    """The profile of a unit."""

    class Meta:
        model = Unit
        field_classes = {"website": Website}
        fields = ("name", "city", "address", "email", "website", "lat", "lon", "timezone", "currency")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lat"].label, self.fields["lon"].label = _("Latitude"), _("Longitude")

    def clean_lat(self) -> float | None:
        return self._within("lat", 90)

    def clean_lon(self) -> float | None:
        return self._within("lon", 180)

    def clean_timezone(self) -> str:
        if self.cleaned_data["timezone"] not in available_timezones():
            raise forms.ValidationError(_("There is no such time zone; write it like Europe/Oslo."))
        return str(self.cleaned_data["timezone"])

    def clean_currency(self) -> str:
        currency = str(self.cleaned_data["currency"]).upper()
        if pycountry.currencies.get(alpha_3=currency) is None:
            raise forms.ValidationError(_("No such currency; write its three letters, like EUR or NOK."))
        return currency

    def _within(self, name: str, most: int) -> float | None:
        value: float | None = self.cleaned_data[name]
        if value is not None and not -most <= value <= most:
            raise forms.ValidationError(_("It must lie between −%(most)s and %(most)s."), params={"most": most})
        return value


class BrandForm(forms.Form):
    """How a unit looks. An empty field says what it is then: what the unit above has."""

    logo = forms.FileField(
        label=__("Logo"),
        required=False,
        help_text=__("PNG, JPEG or WebP; a PNG may be transparent. It is shown as high as the square code."),
        widget=forms.FileInput(
            attrs={
                "accept": "image/png,image/jpeg,image/webp",
                "data-most": MOST_BYTES,
                "data-too-large": __("This file is larger than 20 MB. Send a smaller version of the photo."),
            }
        ),
    )
    no_logo = forms.BooleanField(label=__("Take our own logo away"), required=False)
    logo_alt = forms.CharField(label=__("What does the logo show?"), max_length=120, required=False, help_text=__("Usually the name: “ESN Bergen”."))
    colour = forms.CharField(label=__("Colour"), max_length=7, required=False, widget=forms.TextInput(attrs={"placeholder": "#1D4E89", "spellcheck": "false"}))
    typeface = forms.ChoiceField(label=__("Letters of headings"), required=False)
    footer = forms.CharField(label=__("Line under the name"), max_length=120, required=False)
    languages = forms.MultipleChoiceField(label=__("Languages"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any, files: Any, *, brand: Brand, above: Look) -> None:
        super().__init__(data, files, initial={name: getattr(brand, name) for name in ("logo_alt", "colour", "typeface", "footer", "languages")})
        named = dict(settings.LANGUAGES)
        typeface = self.fields["typeface"]
        typeface.choices = [("", _("As the unit above: %(letters)s") % {"letters": Typeface(above.typeface).label}), *Typeface.choices]  # type: ignore[attr-defined]
        self.fields["languages"].choices = settings.LANGUAGES  # type: ignore[attr-defined]
        self.fields["colour"].help_text = (
            _("Six digits or letters from A to F after a #. Empty: %(colour)s, as the unit above.") % {"colour": above.colour}
            if above.colour
            else _("Six digits or letters from A to F after a #. Empty: the colour of each activity's cause.")
        )
        if above.footer:
            self.fields["footer"].help_text = _("Empty: “%(footer)s”, as the unit above.") % {"footer": above.footer}
        spoken = ", ".join(named[code] for code in above.languages if code in named) or ", ".join(named.values())
        self.fields["languages"].help_text = _("In which its pieces are offered. None chosen: %(languages)s.") % {"languages": spoken}
        if not brand.logo:
            del self.fields["no_logo"]

    def clean_colour(self) -> str:
        colour = self.cleaned_data["colour"].strip()
        if colour and not colour.startswith("#"):
            colour = f"#{colour}"
        if colour and not HEX.fullmatch(colour):
            raise forms.ValidationError(_("Write the colour as a # and six digits or letters from A to F, like #1D4E89."))
        return colour.upper()


class NewUnitForm(UnitForm):
    """A unit that is added: its level and code besides its profile."""

    level = forms.ModelChoiceField(label=__("What is it?"), queryset=Level.objects.none(), empty_label=None)
    code = forms.SlugField(
        label=__("Code"), max_length=60, help_text=__("Short and lasting, like NO-BERG-ESN: it stands in addresses and files. Letters, digits and hyphens.")
    )
    field_order = ("level", "name", "code", "city")

    def __init__(self, *args: Any, parent: Unit, levels: list[Level], **kwargs: Any) -> None:
        start = {"level": levels[0], "code": f"{parent.code}-" if parent.parent_id else "", "timezone": parent.timezone, "currency": parent.currency}
        super().__init__(*args, initial=start, **kwargs)
        self.fields["level"].queryset = Level.objects.filter(pk__in=[level.pk for level in levels])  # type: ignore[attr-defined]
        if len(levels) == 1:
            self.fields["level"].widget = forms.HiddenInput()


class CloseForm(forms.Form):
    """Since when."""

    day = Day(label=__("Closed since"), help_text=__("Its offices end on that day. What was registered still counts."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate()


class EndForm(forms.Form):
    """From which day an office is no longer held."""

    day = Day(label=__("First day without it"), help_text=__("Today ends it at once. An earlier day puts the record right; a later one ends it by itself."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate()


class PersonForm(forms.Form):
    """One's own name, the language of one's mails, and which of them one wants."""

    name = forms.CharField(label=__("Name"), max_length=120)
    language = forms.ChoiceField(label=__("Language of e-mails"), choices=[("en", "English"), ("nb", "Norsk bokmål"), ("fr", "Français")])
    wants_milestones = forms.BooleanField(
        label=__("Write to me when my section reaches a milestone"),
        required=False,
        help_text=__("Its first, 10th, 100th activity, or a term with an activity in every month: one mail for each, never more."),
    )


class TokenForm(forms.Form):
    """A token for one's programs."""

    name = forms.CharField(label=__("What is it for?"), max_length=80)
    scope = forms.ChoiceField(label=__("It may"), choices=[("read", __("read")), ("write", __("read and write"))])
    days = forms.IntegerField(label=__("For how many days"), min_value=1, max_value=400, initial=90)
