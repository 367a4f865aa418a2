"""The signs of causes and activities in templates."""

import json
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.details import is_regular
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
    """The square of an activity: filled when it counts, outlined when it is planned or withdrawn; with the gold stitch of the label."""
    counts_now, gold = activity.state == "registered", activity.label_id is not None and not is_regular(activity)
    return quilt.sign(words().terms[activity.cause_id].motif or "none", filled=counts_now, gold=counts_now and gold, title="")


@register.filter
def counts(activity: Activity) -> list[tuple[str, Any]]:
    """The counts that were given, each with its name; kinds of people stay apart."""
    named = [
        (_("volunteers"), activity.volunteers),
        (_("volunteer hours"), activity.volunteer_hours),
        (_("international students"), activity.international_students),
        (_("local students"), activity.local_students),
        (_("people helped"), activity.people_helped),
    ]
    return [(label, value) for label, value in named if value is not None]


VERBS = {
    "activity.registered": __("Registered"),
    "activity.planned": __("Planned"),
    "activity.amended": __("Amended"),
    "activity.judged": __("Reviewed"),
    "case.asked": __("Asked for the label"),
    "case.resubmitted": __("Answered the reviewers, and sent again"),
    "case.second-opinion": __("Asked for a second opinion"),
    "case.taken-back": __("Took the request for the label back"),
    "case.returned": __("Reviewed: something is missing"),
    "case.label": __("Reviewed: it carries the label"),
    "case.regular": __("Reviewed: it is a regular activity"),
    "award.revoked": __("Label revoked"),
    "activity.withdrawn": __("Withdrawn"),
    "activity.counts-confirmed": __("Counts confirmed"),
    "organiser.confirmed": __("Part confirmed"),
    "organiser.declined": __("Part declined"),
    "photo.added": __("Photo added"),
    "photo.hidden": __("Photo taken off the page"),
    "photo.shown": __("Photo put back on the page"),
}


@register.filter
def said(line: Any) -> str:
    """A line of the journal in words."""
    return str(VERBS.get(line.verb, line.verb))


@register.filter
def tojson(value: Any) -> str:
    return json.dumps(value)
