"""What a version of the rubric changes in the one before, in the names of its criteria: read before it is adopted."""

from dataclasses import dataclass

from dugnad.criteria.models import Criterion, Rubric

TEXTS = ("names", "helps", "asks", "dos", "needed", "asked")


@dataclass(frozen=True)
class Changes:
    """Criteria that are new, that end, and that say something else than before; and whether the rest is the same."""

    added: list[Criterion]
    ended: list[Criterion]
    changed: list[Criterion]
    steps: bool
    uncounted: bool

    @property
    def any(self) -> bool:
        return bool(self.added or self.ended or self.changed or self.steps or self.uncounted)


def changes(draft: Rubric, before: Rubric) -> Changes:
    """Compared by what continues what (4 queries)."""
    old = {one.key: one for one in before.criteria.all()}
    new = list(draft.criteria.all())
    goes_on = {key for one in new for key in one.was}
    return Changes(
        added=[one for one in new if not any(key in old for key in one.was)],
        ended=[one for key, one in old.items() if key not in goes_on],
        changed=[one for one in new if one.was and not any(_same(one, old[key]) for key in one.was if key in old)],
        steps=draft.steps != before.steps,
        uncounted=_kinds(draft) != _kinds(before),
    )


def _same(one: Criterion, other: Criterion) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in TEXTS)


def _kinds(rubric: Rubric) -> list[tuple[object, ...]]:
    return list(rubric.uncounted.order_by("position").values_list("key", "names", "whys", "becomes", "words"))
