"""Fields that clean what people really type, and what every field says when something is wrong."""

import unicodedata
from datetime import date
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.core.periods import FIRST_YEAR, LAST_YEAR

SAYS: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": __("Please fill this in.")},
    forms.CharField: {"max_length": __("Please shorten it to %(limit_value)d characters; it has %(show_value)d. Nothing is lost.")},
    forms.DateField: {"invalid": __("That day does not exist. Write it like 2026-03-14.")},
    forms.ChoiceField: {"invalid_choice": __("Choose one from the list.")},
    forms.ModelChoiceField: {"invalid_choice": __("Choose one from the list.")},
}
UNSEEN = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x200B])


def cleaned(text: str) -> str:
    """Without control characters and direction overrides, composed (NFC), trimmed."""
    text = unicodedata.normalize("NFC", str(text)).translate(UNSEEN)
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").strip()


def speak_plainly() -> None:
    """Say what to do, in every form: said here once for Django's own fields. A field may still say it better."""
    for kind, says in SAYS.items():
        kind.default_error_messages = vars(kind).get("default_error_messages", {}) | says


class Text(forms.CharField):
    """A line of text."""

    def to_python(self, value: Any) -> str:
        return cleaned(super().to_python(value) or "")


class Lines(forms.CharField):
    """One thing on each line."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        text = "\n".join(value) if isinstance(value, (list, tuple)) else (super().to_python(value) or "")
        return "\n".join(line for line in (cleaned(line) for line in text.splitlines()) if line)


class Links(Lines):
    """Web addresses, one on each line."""

    def validate(self, value: Any) -> None:
        super().validate(value)
        check = URLValidator(schemes=["http", "https"])
        for line in value.splitlines():
            try:
                check(line)
            except forms.ValidationError:
                raise forms.ValidationError(_("“%(line)s” is not a web address; write it like https://example.org."), params={"line": line[:80]}) from None


class Day(forms.DateField):
    """A day of this network's life."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise forms.ValidationError(_("Check the year: it must lie between %(first)s and %(last)s."), params={"first": FIRST_YEAR, "last": LAST_YEAR})
