"""Why an activity carries the label: the points of each criterion, what the reviewers wrote for everybody, and the reason in a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import F
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from dugnad.criteria.models import Criterion
from dugnad.review.models import Award, Score

NAMED, LONG = 2, 160


@dataclass
class Mark:
    """One criterion: the points of each reviewer who could tell, and their words."""

    criterion: Criterion
    given: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def points(self) -> float | None:
        """The mean of what the reviewers gave; none if nobody could tell."""
        return sum(self.given) / len(self.given) if self.given else None


def marks_of(awards: Iterable[Award]) -> dict[UUID, list[Mark]]:
    """For each award, the criteria in their order, from the reviews of the round in which it was decided (1 query)."""
    cases = {award.case_id: award.pk for award in awards}
    asked = Score.objects.filter(review__case__in=cases, review__round=F("review__case__round"), review__given_at__isnull=False, review__dropped_at=None)
    found: dict[UUID, dict[int, Mark]] = {pk: {} for pk in cases.values()}
    for score in asked.select_related("criterion", "review").order_by("criterion__position", "review__given_at", "pk"):
        mark = found[cases[score.review.case_id]].setdefault(score.criterion_id, Mark(score.criterion))
        mark.given += [] if score.points is None else [score.points]
        mark.words += [score.says.strip()] if score.says.strip() else []
    return {pk: list(marks.values()) for pk, marks in found.items()}


def sentence(marks: list[Mark]) -> str:
    """What it does best, with the words of a reviewer if there are any; empty where no review is kept."""
    best = strongest(marks)
    if not best:
        return ""
    said = _("Best at: %(criteria)s.") % {"criteria": "; ".join(str(mark.criterion) for mark in best[:NAMED])}
    words = next((words for mark in (*best, *marks) for words in mark.words), "")
    return f"{said} “{Truncator(' '.join(words.split())).chars(LONG)}”" if words else said


def strongest(marks: list[Mark]) -> list[Mark]:
    """The criteria with the most points; of equal ones first those of which something is said."""
    known = [mark for mark in marks if mark.points]
    most = max((mark.points or 0 for mark in known), default=0)
    return sorted((mark for mark in known if mark.points == most), key=lambda mark: not mark.words)
