"""Which needs are alike, and why. Plain data in, reasons out: there is no score, only what two needs have in common."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

EVERYWHERE = 1 / 3  # a word that stands in more than this part of all needs says nothing
FEW = 5  # but in so few it may stand
WORDS = 3  # so many words in common are enough alone
WITH_THEME = 2  # and so many with a common theme, of which there are only a few


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared: the theme's key, groups' keys, words by their stem, and where."""

    key: Any
    theme: str
    groups: frozenset[str] = frozenset()
    words: Mapping[str, str] = field(default_factory=dict)
    unit: int = 0
    country: str = ""
    platforms: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What another need has in common with this one. `words`: as they stand here and there."""

    key: Any
    theme: str = ""
    groups: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    country: str = ""
    platforms: tuple[int, ...] = ()

    @property
    def enough(self) -> bool:
        """A theme, a group or a word alone is shared by too many."""
        if self.groups:
            return bool(self.theme or self.words)
        return len(self.words) >= (WITH_THEME if self.theme else WORDS)

    @property
    def closeness(self) -> tuple[bool, int]:
        """First those of the same theme about the same people, then by how many groups they share."""
        return (not (self.theme and self.groups), -len(self.groups))

    @property
    def order(self) -> tuple[Any, ...]:
        """By closeness, then by words, then by nearness."""
        return (*self.closeness, -len(self.words), not self.theme, not self.country, not self.platforms, str(self.key))


def common(all_needs: Collection[Facts]) -> frozenset[str]:
    """The stems that stand in so many needs that sharing one of them says nothing."""
    times = Counter(stem for one in all_needs for stem in one.words)
    most = max(FEW, len(all_needs) * EVERYWHERE)
    return frozenset(stem for stem, many in times.items() if many > most)


def between(one: Facts, other: Facts, but: Collection[str] = ()) -> Likeness:
    """What two have in common, apart from words that say nothing."""
    shared = one.words.keys() & other.words.keys() if one.words and other.words else ()
    return Likeness(
        other.key,
        theme=one.theme if one.theme == other.theme else "",
        groups=tuple(sorted(one.groups & other.groups)),
        words=tuple((one.words[stem], other.words[stem]) for stem in one.words if stem in shared and stem not in but),
        country=one.country if one.country == other.country else "",
        platforms=tuple(sorted(one.platforms & other.platforms)),
    )


def alike(one: Facts, others: Iterable[Facts], but: Collection[str] = ()) -> list[Likeness]:
    """Those that have enough in common with it, the most alike first."""
    found = (between(one, other, but) for other in others if other.key != one.key)
    return sorted((likeness for likeness in found if likeness.enough), key=lambda likeness: likeness.order)
