"""Fields that clean what people really type."""

import unicodedata
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

UNSEEN = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x200B])


def cleaned(text: str) -> str:
    """Without control characters and direction overrides, composed (NFC), trimmed."""
    text = unicodedata.normalize("NFC", str(text)).translate(UNSEEN)
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").strip()


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
