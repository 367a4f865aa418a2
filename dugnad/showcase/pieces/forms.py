"""What one chooses for pieces, read from the address: the address is the piece."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import Month
from dugnad.network.brands import Look
from dugnad.showcase.pieces.arts import Art
from dugnad.showcase.pieces.wording import DASHES, KICKER, SENTENCE, TITLE, Wording
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

    def worded(self, wording: Wording) -> Wording:
        """The record's words with what was typed in their place."""
        said: dict[str, Any] = {name: self.cleaned_data[name] for name in ("title", "kicker", "sentence") if name in self.fields}
        if "x" in self.fields:
            x, y = (self.cleaned_data[name] for name in "xy")
            said["focus"] = ((50 if x is None else x) / 100, (50 if y is None else y) / 100)
        return wording.changed(said | {"marks": self.cleaned_data["marks"]})


WORDS: dict[str, tuple[Any, int]] = {"title": (__("Title"), TITLE), "kicker": (__("Line above the title"), KICKER), "sentence": (__("Sentence"), SENTENCE)}


class SpanForm(forms.Form):
    """For which months the pieces of a unit are; for those who may, the words of each sheet, which stand beside it (`words`: the sheets by name)."""

    lang = forms.ChoiceField(label=__("Language"))
    marks = forms.BooleanField(label=__("Printed sheets with bleed and crop marks, for a print shop"), required=False)

    def __init__(self, asked: Any, *, offered: list[tuple[str, str]], words: Iterable[str], first: str, last: str) -> None:
        own = [f"{sheet}-{name}" for sheet in words for name in WORDS]
        usual = {"lang": _language(offered), "from": first, "to": last}
        super().__init__(usual | {name: asked[name] for name in ("lang", "marks", "from", "to", *own) if asked.get(name)})
        self.fields["from"], self.fields["to"] = Month(label=__("From")), Month(label=__("To"))
        for name in own:
            label, most = WORDS[name.rpartition("-")[2]]
            self.fields[name] = Text(label=label, max_length=most, required=False)
            if name.endswith("sentence"):
                self.fields[name].widget = forms.Textarea({"rows": 3, "maxlength": most})
            self.fields[name].widget.attrs |= {"form": "span", "data-live": name}
        self.fields["lang"].choices = offered  # type: ignore[attr-defined]
        self.order_fields(["from", "to", "lang", "marks"])
        for field in self.fields.values():
            field.quiet = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("from"), self.cleaned_data.get("to")
        if first and last and last < first:
            self.add_error("to", _("It lies before the first month."))
        return self.cleaned_data

    @property
    def aside(self) -> list[forms.BoundField]:
        """What stands beside the gallery: all but the words, unless there is something wrong with them."""
        return [field for field in self if "form" not in field.field.widget.attrs or field.errors]

    def worded(self, sheet: str, wording: Wording) -> Wording:
        """The sheet's words with what was typed in their place. What is empty stays; a dash leaves a line out."""
        typed = {name: self.cleaned_data.get(f"{sheet}-{name}") for name in WORDS}
        said = {name: "" if text in DASHES and name != "title" else text or None for name, text in typed.items()}
        return wording.changed(said | {"marks": self.cleaned_data["marks"]})

    def beside(self, sheet: str, wording: Wording) -> list[forms.BoundField]:
        """The fields of a sheet, with its own words in sight where nothing is typed."""
        found = [self[name] for name in (f"{sheet}-{word}" for word in WORDS) if name in self.fields]
        for field in found:
            field.field.widget.attrs["placeholder"] = getattr(wording, field.name.rpartition("-")[2])
        return found


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
