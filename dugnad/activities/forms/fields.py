"""Fields for the record: counts, amounts, words of the vocabularies, months, units."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from dugnad.activities.models import Term
from dugnad.activities.vocabulary import words
from dugnad.core.periods import parse_month, written
from dugnad.network.models import Unit
from dugnad.web.fields import cleaned

LONGEST_NAME = 200
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+")


class Count(forms.IntegerField):
    """How many: a whole number, never negative; spaces and separators of thousands are forgiven."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=kwargs.pop("min_value", 0), max_value=kwargs.pop("max_value", 10_000_000), required=False, **kwargs)
        self.error_messages |= {
            "invalid": _("Write a whole number, like 25."),
            "min_value": _("A count cannot be less than %(limit_value)s."),
            "max_value": _("That is more than %(limit_value)s; check the number."),
        }
        self.widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace("'", "")
            value = re.sub(r"[.,](?=\d{3}(?:[.,]|$))", "", value) if THOUSANDS.fullmatch(value) else value
        return super().to_python(value)


class Amount(forms.DecimalField):
    """How much: a decimal number, with a point or a comma."""

    def __init__(self, **kwargs: Any) -> None:
        known: dict[str, Any] = {"min_value": Decimal(0), "max_value": Decimal(1_000_000_000), "max_digits": 14, "decimal_places": 2}
        super().__init__(required=False, **(known | kwargs))
        self.error_messages |= {
            "invalid": _("Write a number, like 12.5."),
            "min_value": _("It cannot be less than %(limit_value)s."),
            "max_value": _("That is more than %(limit_value)s; check the number."),
        }
        self.widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
            value = value.replace(",", ".") if value.count(",") == 1 and "." not in value else value.replace(",", "")
        return super().to_python(value)


class _Terms(forms.ChoiceField):
    """Words of one kind by what is written for them: the current ones, and old ones where they stand already."""

    kind: str
    terms: dict[str, Term]

    def offer(self, standing: Iterable[Term]) -> None:
        """Take the words as they are now, and besides them what stands in the activity."""
        old = [term for term in standing if term.vocabulary.kind == self.kind and term.vocabulary.until is not None]
        self.terms = {words().written(term): term for term in (*words().current.get(self.kind, []), *old)}
        self.choices = [*self.first, *((key, str(term)) for key, term in self.terms.items())]

    @property
    def first(self) -> list[tuple[str, Any]]:
        return []


class TermChoice(_Terms):
    """One word of a vocabulary, by its key."""

    def __init__(self, kind: str, *, empty_label: Any = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kind, self.empty_label, self.terms = kind, empty_label, {}

    @property
    def first(self) -> list[tuple[str, Any]]:
        return [] if self.empty_label is None else [("", self.empty_label)]

    def clean(self, value: Any) -> Any:
        return self.terms.get(super().clean(value))


class TermChoices(_Terms, forms.MultipleChoiceField):
    """Some words of a vocabulary, by their keys."""

    def __init__(self, kind: str, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **kwargs)
        self.kind, self.terms = kind, {}

    def clean(self, value: Any) -> Any:
        return [self.terms[key] for key in super().clean(value)]


class Units(forms.CharField):
    """Other units, by code or name, separated by commas or on lines of their own."""

    def clean(self, value: Any) -> list[Unit]:
        names = value if isinstance(value, (list, tuple)) else str(value or "").replace("\n", ",").split(",")
        found: list[Unit] = []
        unknown: list[str] = []
        for name in (cleaned(name) for name in names):
            if name:
                unit = _unit(name) if len(name) <= LONGEST_NAME else None  # SQLite refuses to compare with a book
                if unit:
                    found.append(unit)
                else:
                    unknown.append(name)
        if unknown:
            raise forms.ValidationError(
                _("No unit is called %(names)s. Write its code, like NO-BERG-ESN, or its full name."),
                params={"names": ", ".join(f"“{name[:60]}”" for name in unknown[:5])},
            )
        return found


def _unit(name: str) -> Unit | None:
    return Unit.objects.open().coded(name).first() or Unit.objects.open().filter(name__iexact=name).first()


class Month(forms.CharField):
    """A month like 2025-03."""

    def __init__(self, *, required: bool = False, **kwargs: Any) -> None:
        super().__init__(required=required, widget=forms.TextInput(attrs={"placeholder": "2026-01", "inputmode": "numeric", "size": 8}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return written(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        try:
            return parse_month(text) if text else None
        except ValueError:
            raise forms.ValidationError(_("Write the month like 2026-03.")) from None


class UnitCode(forms.CharField):
    """A unit by its code."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        unit = Unit.objects.filter(code__iexact=text).first() or Unit.objects.filter(name__iexact=text).first()
        if unit is None:
            raise forms.ValidationError(_("There is no such unit; write its code, like NO-BERG-ESN, or its full name."))
        return unit
