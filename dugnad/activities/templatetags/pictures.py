"""The signs of causes and activities in templates."""

import json
from typing import Any

from django import template
from django.utils.safestring import SafeString

from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.documents import quilt

register = template.Library()


@register.simple_tag
def sign(motif: str) -> SafeString:
    """The square of a cause."""
    return quilt.sign(motif or "none", filled=True, title="")


@register.simple_tag
def sign_of(activity: Activity) -> SafeString:
    """The square of an activity: filled when it counts, outlined when it is planned or withdrawn."""
    return quilt.sign(words().terms[activity.cause_id].motif or "none", filled=activity.state == "registered", title="")


@register.filter
def tojson(value: Any) -> str:
    return json.dumps(value)
