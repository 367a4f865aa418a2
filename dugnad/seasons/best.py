"""The best place of a unit in one sentence, for the page of the unit."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from dugnad.network.models import Unit
from dugnad.seasons import explained
from dugnad.seasons.models import Best
from dugnad.web.templatetags.web import number


class Said(NamedTuple):
    """The sentence, and where the rank explains itself."""

    sentence: str
    href: str


def best_of(unit: Unit) -> Said | None:
    """As the worker last found it (1 query); None without a place on a board that runs."""
    found = Best.objects.filter(unit=unit).select_related("rule__board__season__unit", "stage").first()
    if found is None or found.rule.board.season.frozen_at:
        return None
    board, season = found.rule.board, found.rule.board.season
    told = {"place": number(found.place), "many": number(found.many), "board": explained.titled(found.rule), "season": season}
    sentence = _("Place %(place)s of %(many)s in “%(board)s”, %(season)s.") % told
    league = f"&league={found.league}" if found.stage.leagues and season.sizes else ""
    within = "" if found.stage.within_id == season.unit.level_id else f"&within={unit.parent.code}" if unit.parent else ""
    return Said(sentence, f"{board.get_absolute_url()}?stage={found.stage.position}{league}{within}#{unit.code.lower()}")
