"""Input of the committee: what stands in the spotlight of which month."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as __

from dugnad.core.periods import month_of
from dugnad.web.fields import Text
from dugnad.web.templatetags.web import month as named


class SpotlightForm(forms.Form):
    """For this month or the next; the words stand beside the activity, everywhere."""

    month = forms.TypedChoiceField(label=__("Month"), coerce=int)
    words = Text(
        label=__("What others can learn from it"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=__("A sentence or two. Everybody reads it, on the home page too."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = month_of(timezone.localdate())
        self.fields["month"].choices = [(month, named(month)) for month in (now, now + 1)]  # type: ignore[attr-defined]
