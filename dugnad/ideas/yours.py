"""What a section needs, and what an idea has to do with that, in one sentence: asks nothing of the database but the marks."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from dugnad.ideas.answering import facts_of, fits, themes_of
from dugnad.ideas.models import Idea
from dugnad.needs.alike import Facts, between
from dugnad.needs.index import Index, Line, index
from dugnad.network.models import Unit

MOST, WORDS = 20, 3


@dataclass(frozen=True)
class Yours:
    """Open needs of a section, then those of its country, the newest first."""

    unit: int
    own: tuple[Facts, ...]
    known: Index


def of(unit: Unit) -> Yours:
    known = index()
    near = [known.facts[key] for key in known.open]
    own = [one for one in near if one.unit == unit.pk]
    own += [one for one in near if one.unit != unit.pk and unit.country and one.country == unit.country]
    return Yours(unit.pk, tuple(own[:MOST]), known)


def said(yours: Yours, idea: Idea) -> str:
    """It is named for a need of theirs, or for one like it elsewhere, or it has the theme and the words of one of theirs; or nothing."""
    if not yours.own:
        return ""
    named = [one.need_id for one in idea.named.all() if one.taken_back_at is None]
    return _for_one_of_theirs(yours, named) or _for_one_like_it(yours, named) or _fitting(yours, idea)


def _for_one_of_theirs(yours: Yours, named: list[UUID]) -> str:
    for one in yours.own:
        if one.key in named:
            line = _told(yours.known.lines[one.key])
            return (
                _("answers a need of yours: “%(need)s”") % line if one.unit == yours.unit else _("answers a need in your country: “%(need)s”, %(where)s") % line
            )
    return ""


def _for_one_like_it(yours: Yours, named: list[UUID]) -> str:
    known = yours.known
    elsewhere = [known.facts[key] for key in named if key in known.facts]
    for one in yours.own:
        for other in elsewhere:
            if between(one, other, known.common).enough:
                return _("answers a need like yours: “%(need)s”, %(where)s") % _told(known.lines[other.key])
    return ""


def _fitting(yours: Yours, idea: Idea) -> str:
    """Nobody has named it: so the words that both have are said."""
    themes = themes_of(idea)
    for one in yours.own:
        if one.theme in themes and fits(likeness := between(one, facts_of(idea, themes, one.theme), yours.known.common)):
            shared = ", ".join(_("“%(word)s”") % {"word": here} for here, _there in likeness.words[:WORDS])
            return _("may answer “%(need)s”, %(where)s: the same theme, and %(words)s in both") % (_told(yours.known.lines[one.key]) | {"words": shared})
    return ""


def _told(line: Line) -> dict[str, str]:
    return {"need": line.title, "where": line.where}
