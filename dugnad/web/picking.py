"""A form that asks which one: of those that are offered, of those with some words, or by the address of its page."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.web.fields import Text, cleaned

UUIDS = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
LONGEST = 500
Offered = tuple[str, str, str]  # its key, what it is called, and why it is offered


def offer(one: Any, reason: str = "") -> Offered:
    """Something of a unit."""
    return str(one.pk), f"{one} · {one.unit}", reason


class PickForm(forms.Form):
    """`search` finds by words what may be chosen too. Whatever is chosen, its key stands in `found`; a question by words has none, but `asks`."""

    asks = False

    near = forms.ChoiceField(label=__("One of these?"), required=False, widget=forms.RadioSelect)
    address = Text(label=__("Or another one"), max_length=LONGEST, required=False, help_text=__("Some of its words, or the address of its page."))

    def __init__(self, data: Any = None, *args: Any, offered: list[Offered], search: Callable[[str], list[Offered]], **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        asked = cleaned(self.data.get("address", ""))
        self.words = asked if len(asked) <= LONGEST and not UUIDS.search(asked) else ""
        self.having = search(self.words) if self.words else []
        self.offered = self.having or offered
        near: Any = self.fields["near"]
        near.choices = [(key, label) for key, label, _why in self.having + offered]
        address: Any = self.fields["address"]
        near.quiet = address.quiet = True
        if not self.offered:
            address.label = _("Which one?")

    def clean(self) -> dict[str, Any]:
        """An address goes before what is ticked, and that before words, which are a question."""
        data: dict[str, Any] = self.cleaned_data
        found = UUIDS.search(data.get("address", "")) or ("search" not in self.data and UUIDS.search(data.get("near", "")))
        if found:
            data["found"] = UUID(found[0])
        elif self.having and not self.errors:
            self.asks = True
            self.add_error(None, _("Choose one of these."))
        elif not self.errors:
            self.add_error("address", _("Nothing that you could choose has these words.") if self.words else _("Choose one, or write some of its words."))
        return data
