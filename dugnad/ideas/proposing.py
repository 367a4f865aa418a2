"""Ideas for a section's own pages: those that fit best today, each with the reasons, as rows that can be kept."""

from dataclasses import dataclass
from datetime import date

from dugnad.core import marks
from dugnad.core.periods import month_of
from dugnad.figures.kept import kept
from dugnad.ideas import reasons, showing
from dugnad.ideas.shelf import MARK
from dugnad.network.models import Unit


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of an idea. `why`: the reasons as one sentence."""

    title: str
    address: str
    unit: str
    motif: str
    why: str


def proposed(unit: Unit, today: date) -> list[Row]:
    """Three for the section, in the reader's language; made anew each hour and when ideas or figures change, else at hand."""
    return kept("ideas-for", lambda: _rows(unit, today), on=(unit.pk, marks.current(MARK)))


def _rows(unit: Unit, today: date) -> list[Row]:
    why = {idea.pk: said for idea, said in reasons.proposed(reasons.about(unit, today), reasons.newest(), seed=month_of(today))}
    return [Row(one.text.title, one.idea.get_absolute_url(), str(one.idea.unit), one.motif, "; ".join(why[one.idea.pk])) for one in showing.many(list(why))]
