"""Input rules for page, API and import alike."""

from dugnad.activities.forms.activity import ActivityForm, AmendForm
from dugnad.activities.forms.photo import PhotoForm
from dugnad.activities.forms.reason import ReasonForm

__all__ = ["ActivityForm", "AmendForm", "PhotoForm", "ReasonForm"]
