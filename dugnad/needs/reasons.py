"""Why two are alike, in one sentence."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dugnad.activities.vocabulary import words
from dugnad.needs.alike import Likeness

MOST = 4  # words that are named


def why(likeness: Likeness, platforms: dict[int, str]) -> str:
    """Same theme (Social Inclusion); both about elderly people; both say “loneliness”."""
    said = []
    if likeness.theme:
        said.append(_("same theme (%(theme)s)") % {"theme": words().named("cause", likeness.theme) or likeness.theme})
    if likeness.groups:
        groups = [str(words().named("group", key) or key) for key in likeness.groups]
        said.append(_("both about: %(groups)s") % {"groups": ", ".join(groups)})
    if likeness.words:
        said.append(_("both say %(words)s") % {"words": ", ".join(_written(*pair) for pair in likeness.words[:MOST])})
    if likeness.country:
        said.append(_("in the same country"))
    elif likeness.platforms:
        said.append(_("both in the %(platform)s") % {"platform": platforms[likeness.platforms[0]]})
    return capfirst("; ".join(said)) + "."


def _written(here: str, there: str) -> str:
    return _("“%(word)s”") % {"word": here} if here == there else _("“%(here)s” (there “%(there)s”)") % {"here": here, "there": there}
