"""The form in which a need is named for an idea, or an idea for a need: one of those that are near, or by the address of its page."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.needs.forms import UUIDS
from dugnad.web.fields import Text


class NamingForm(forms.Form):
    """What is chosen goes before what is pasted only if nothing is pasted."""

    near = forms.ChoiceField(label=__("One of these?"), required=False, widget=forms.RadioSelect)
    address = Text(label=__("Or another one"), max_length=500, required=False, help_text=__("The address of its page: copy it from your browser."))

    def __init__(self, *args: Any, offered: list[tuple[str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        near: Any = self.fields["near"]
        near.choices = [(key, label) for key, label, _why in offered]
        near.error_messages["invalid_choice"] = _("Choose one from the list.")
        address: Any = self.fields["address"]
        near.quiet = address.quiet = True
        address.error_messages["max_length"] = _("Please shorten it to %(limit_value)d characters; it has %(show_value)d. Nothing is lost.")
        if not offered:
            address.label = _("Which one?")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        text = data.get("address") or data.get("near") or ""
        found = UUIDS.search(text)
        if found:
            data["found"] = UUID(found[0])
        elif not self.errors:
            self.add_error("address", _("This is not the address of a page.") if text else _("Choose one, or give the address of its page."))
        return data
