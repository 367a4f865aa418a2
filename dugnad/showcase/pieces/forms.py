"""What one chooses for pieces, read from the address: the address is the piece."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import Month
from dugnad.network.brands import Look
from dugnad.showcase.pieces.arts import Art
from dugnad.showcase.pieces.wording import KICKER, SENTENCE, TITLE, Wording
from dugnad.web.fields import Text


def languages(look: Look) -> list[tuple[str, str]]:
    """Those of the brand first; a brand without any has all."""
    own = [pair for pair in settings.LANGUAGES if pair[0] in look.languages]
    return own or list(settings.LANGUAGES)


class PieceForm(forms.Form):
    """For every reader: art direction, language, marks for the printer. For those who may: the words, and the focus of the photo."""

    art = forms.ChoiceField(label=__("What is the picture?"), widget=forms.RadioSelect)
    lang = forms.ChoiceField(label=__("Language"))
    title = Text(label=__("Title"), max_length=TITLE)
    kicker = Text(label=__("Line above the title"), max_length=KICKER, required=False)
    sentence = Text(label=__("Sentence"), max_length=SENTENCE, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    x = forms.IntegerField(label=__("From left to right"), min_value=0, max_value=100, required=False, widget=forms.NumberInput(attrs={"type": "range"}))
    y = forms.IntegerField(label=__("From top to bottom"), min_value=0, max_value=100, required=False, widget=forms.NumberInput(attrs={"type": "range"}))
    marks = forms.BooleanField(label=__("Posters with bleed and crop marks, for a print shop"), required=False)

    def __init__(self, asked: Any, *, arts: list[Art], offered: list[tuple[str, str]], wording: Wording, may_word: bool) -> None:
        now = {
            "art": arts[0].key,
            "lang": _language(offered),
            "title": wording.title,
            "kicker": wording.kicker,
            "sentence": wording.sentence,
            "x": "50",
            "y": "50",
        }
        said = {name: asked[name] for name in self.base_fields if name in asked}
        said |= _pointed(asked)
        if not str(said.get("title", "-")).strip():
            del said["title"]  # a piece without a title is none: the record's stands again
        super().__init__({**now, **said})
        for name in () if may_word else ("title", "kicker", "sentence", "x", "y"):
            del self.fields[name]
        self.fields["art"].choices = [(art.key, art.label) for art in arts]  # type: ignore[attr-defined]
        self.fields["lang"].choices = offered  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.quiet = True  # type: ignore[attr-defined]
            field.error_messages["invalid_choice"] = _("Choose one from the list.")

    def worded(self, wording: Wording) -> Wording:
        """The record's words with what was typed in their place."""
        said: dict[str, Any] = {name: self.cleaned_data[name] for name in ("title", "kicker", "sentence") if name in self.fields}
        if "x" in self.fields:
            x, y = (self.cleaned_data[name] for name in "xy")
            said["focus"] = ((50 if x is None else x) / 100, (50 if y is None else y) / 100)
        return wording.changed(said | {"marks": self.cleaned_data["marks"]})


class SpanForm(forms.Form):
    """For which months the pieces of a unit are; those who may also say its title and its thanks."""

    lang = forms.ChoiceField(label=__("Language"))
    title = Text(label=__("Title of the infographic"), max_length=80, required=False)
    thanks = Text(label=__("Words of thanks"), max_length=120, required=False)
    marks = forms.BooleanField(label=__("Printed sheets with bleed and crop marks, for a print shop"), required=False)
    field_order = ("from", "to")

    def __init__(self, asked: Any, *, offered: list[tuple[str, str]], may_word: bool, first: str, last: str) -> None:
        super().__init__(
            {"lang": _language(offered), "from": first, "to": last}
            | {name: asked[name] for name in ("lang", "title", "thanks", "marks", "from", "to") if asked.get(name)}
        )
        self.fields["from"], self.fields["to"] = Month(label=__("From")), Month(label=__("To"))
        for name in () if may_word else ("title", "thanks"):
            del self.fields[name]
        self.fields["lang"].choices = offered  # type: ignore[attr-defined]
        self.order_fields(["from", "to", "lang", "title", "thanks", "marks"])
        for field in self.fields.values():
            field.quiet = True  # type: ignore[attr-defined]
            field.error_messages["invalid_choice"] = _("Choose one from the list.")

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("from"), self.cleaned_data.get("to")
        if first and last and last < first:
            self.add_error("to", _("It lies before the first month."))
        return self.cleaned_data


WIDE = 320  # how many pixels across the photo is shown on which one points


def _pointed(asked: Any) -> dict[str, str]:
    """Where the photo was pointed at: it is the button of the form, so a browser without scripts sends where it was pressed."""
    try:
        across, down, high = (int(asked[name]) for name in ("at.x", "at.y", "high"))
    except (KeyError, ValueError):
        return {}
    return {"x": str(round(100 * across / WIDE)), "y": str(round(100 * down / max(high, 1)))} if across or down else {}


def _language(offered: list[tuple[str, str]]) -> str:
    """The reader's, if it is one of those."""
    now = get_language() or "en"
    return now if now in dict(offered) else offered[0][0]


def language_of(form: forms.Form) -> str:
    """The asked language; English for what is none."""
    return str(form["lang"].value()) if "lang" not in form.errors else "en"
