"""Why: a reason in a few words."""

from django import forms
from django.utils.translation import gettext_lazy as __

from dugnad.web.fields import Text


class ReasonForm(forms.Form):
    reason = Text(label=__("Why?"), max_length=500, help_text=__("Kept in the history of the activity."))
