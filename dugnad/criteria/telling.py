"""A suggestion in words: what it reads as, because of what, and what would have to be so."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.criteria.suggestion import DECIDE, Reason, Seen, Suggestion

FIELDS: dict[str, str | Promise] = {
    "title": __("the title"),
    "summary": __("the sentence on what happened"),
    "outcome": __("what came of it"),
    "learnt": __("what you learnt"),
    "people_helped": __("people helped"),
    "goals": __("objectives or goals"),
    "actions": __("the kind of action"),
    "goods": __("goods and deeds"),
    "money_amount": __("money collected"),
    "international_students": __("international and local students"),
    "partners": __("outside partners"),
    "meetings": __("several meetings"),
    "hours": __("its hours"),
    "photos": __("photos"),
    "links": __("links"),
}
NAMED = 3


def head(found: Suggestion) -> str:
    """The sentence with which the answer begins."""
    return {
        "impact": _("This reads as a social-impact activity."),
        "regular": _("This reads as a regular activity."),
        "unclear": _("It does not say enough yet to tell."),
    }[found.kind]


def because(found: Suggestion) -> list[str]:
    """The reasons, each with its field, word or answer."""
    told = []
    if found.kind != "impact" and found.named:
        uncounted, reason = found.named
        told += [_("Its title says “%(word)s”, a word for: %(kind)s.") % {"word": reason.word, "kind": uncounted}, uncounted.why]
    for one in found.seen:
        if one.points == 0 and any(reason.answer for reason in one.reasons):
            told.append(_("You answered no: “%(question)s”") % {"question": one.criterion.ask})
        elif one.points and found.kind == "impact":
            told.append(f"{one.criterion}: {seen(one)}")
    if found.kind == "unclear":
        told += [_("Nothing shows this yet: %(criterion)s.") % {"criterion": one} for one in found.missing if one.key in DECIDE]
    return told


def would(found: Suggestion) -> list[str]:
    """What would make it one, or a better one: at most three things, those that are needed first."""
    told = [one.do for one in found.missing if found.kind == "impact" or one.needed or found.kind == "unclear"][:NAMED]
    return told or [one.do for one in found.missing[:NAMED]]


def seen(one: Seen) -> str:
    """Why a criterion was given its points: "people helped", "“asked” in the title"."""
    return "; ".join(_said(reason) for reason in one.reasons)


def _said(reason: Reason) -> str:
    if reason.answer:
        return {"yes": _("you answered yes"), "partly": _("you answered partly"), "no": _("you answered no")}[reason.answer]
    field = str(FIELDS[reason.field])
    return _("“%(word)s” in %(field)s") % {"word": reason.word, "field": field} if reason.word else field
