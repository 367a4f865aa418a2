"""The history of a need in words."""

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as __

register = template.Library()
VERBS = {
    "need.recorded": __("Recorded"),
    "need.amended": __("Amended"),
    "need.evidence-added": __("Evidence added"),
    "need.evidence-withdrawn": __("Evidence taken off the page"),
    "need.evidence-restored": __("Evidence put back on the page"),
    "need.answered": __("An activity named that answered it"),
    "need.answer-withdrawn": __("Taken back that an activity answered it"),
    "need.idea-named": __("An idea named that answers it"),
    "need.idea-taken-back": __("Taken back that an idea answers it"),
    "need.reviewed": __("Looked at: it is still so"),
    "need.closed": __("Closed"),
    "need.reopened": __("Opened again"),
}


@register.filter
def done(line: Any) -> str:
    """A line of the journal in words."""
    return str(VERBS.get(line.verb, line.verb))
