"""The rows of reviews and the label in the table."""

from typing import Any

from django.db.models import Q

from dugnad.access.can import COMMITTEE, COORDINATORS, NATIONAL, Can, Rule
from dugnad.network.models import Role

REVIEWERS = frozenset({NATIONAL, COMMITTEE})
WAITING = Q(state="waiting", activity__state="registered")
# Whoever reviews had no part in it: neither by person nor by office, today or on its days, in a unit that organised it.
NO_PART: dict[str, Any] = {
    "never_own": ("activity__registered_by", "activity__contributors", "asked_by", "remarks__by"),
    "never_of": ("activity__unit", "activity__organisers__unit"),
    "never_then": ("activities", "joint__activity"),
}

REVIEWS: dict[Can, Rule] = {
    Can.ASK_LABEL: Rule(
        roles=COORDINATORS,
        when=Q(state="registered") & ~Q(label__key="regular"),
        says="Coordinators ask for the label for what their unit and those below it registered, unless it is a regular activity.",
    ),
    Can.SEE_CASE: Rule(
        roles=frozenset(Role.values),
        unit="activity__unit",
        says="What reviewers said of an activity is seen by the offices of its unit and above, and by who may review it.",
    ),
    Can.ANSWER_CASE: Rule(
        roles=COORDINATORS,
        unit="activity__unit",
        says="The coordinators of the activity's unit and above answer reviewers, send it again, take it back, and ask for a second opinion.",
    ),
    Can.REVIEW_CASE: Rule(
        roles=REVIEWERS,
        unit="sent_to",
        when=WAITING & Q(stage="first"),
        **NO_PART,
        says="National coordinators of the country and the committee review; never who registered or amended it, asked or answered for it, nor who holds an "
        "office in a unit that organised it, today or on its days.",
    ),
    Can.SETTLE_CASE: Rule(
        roles=frozenset({COMMITTEE}),
        unit="sent_to",
        when=WAITING & Q(stage="third"),
        **NO_PART,
        says="Where two reviews did not agree, a third person of the committee decides, under the same conditions.",
    ),
    Can.GIVE_OPINION: Rule(
        roles=frozenset({NATIONAL}),
        unit="sent_to",
        when=WAITING & Q(stage="opinion"),
        never_own=NO_PART["never_own"],
        never_of=(*NO_PART["never_of"], "activity__unit__parent"),
        never_then=NO_PART["never_then"],
        says="A second opinion is given by the national coordinators of another country, under the same conditions.",
    ),
    Can.REVIEW_ALONE: Rule(
        roles=REVIEWERS,
        unit="activity__unit",
        when=WAITING & Q(alone=True),
        never_own=NO_PART["never_own"],
        says="Where nobody else could review, national coordinators and the committee may although they hold an office in a unit that organised it; "
        "never who registered or amended it, asked or answered for it.",
    ),
    Can.GIVE_REVIEW: Rule(
        unit=None,
        mine="reviewer",
        when=Q(given_at=None, dropped_at=None, case__state="waiting", case__activity__state="registered"),
        says="A review is given, or handed back, by the person who took it, while that person may review the case.",
    ),
    Can.REVOKE_AWARD: Rule(
        roles=REVIEWERS,
        unit="activity__unit",
        when=Q(revoked_at=None),
        never_own=("activity__registered_by", "activity__contributors"),
        never_of=NO_PART["never_of"],
        never_then=NO_PART["never_then"],
        says="A label is revoked, with a reason that everybody may read, by national coordinators of the country and the committee who had no part in "
        "the activity.",
    ),
    Can.KEEP_REPLIES: Rule(roles=REVIEWERS, unit="", says="Reviewers keep words that they use again and again, for their unit; those below use them too."),
    Can.SEE_AGREEMENT: Rule(
        roles=frozenset({COMMITTEE}), unit="", when=Q(parent=None), says="The international committee sees how far reviewers agree, and on which criteria not."
    ),
    Can.CHOOSE_SPOTLIGHT: Rule(
        roles=frozenset({COMMITTEE}),
        unit="",
        when=Q(parent=None),
        says="The international committee chooses the activity of the month from those that carry the label.",
    ),
}
