"""What is said of a need, and of one piece of evidence."""

from dataclasses import dataclass
from typing import Any

from dugnad.activities.models import Term
from dugnad.activities.vocabulary import words
from dugnad.needs.models import Need

PLAIN = ("title", "place", "who", "tried", "would_help")


@dataclass(frozen=True, slots=True)
class Said:
    """What the form of a need gives."""

    title: str
    theme: Term
    groups: tuple[Term, ...]
    who: str
    place: str = ""
    tried: str = ""
    would_help: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A link, or an official figure with its year and source; or both."""

    address: str = ""
    figure: str = ""
    year: int | None = None
    source: str = ""
    text: str = ""


def of(need: Need) -> Said:
    """What is said of it now."""
    return Said(theme=need.theme, groups=tuple(need.groups.select_related("vocabulary")), **{name: getattr(need, name) for name in PLAIN})


def plain(said: Said) -> dict[str, Any]:
    """For the journal, and to compare two versions."""
    known = words()
    texts = {name: getattr(said, name) for name in PLAIN}
    return texts | {"theme": known.written(known.terms[said.theme.pk]), "groups": sorted(known.written(known.terms[term.pk]) for term in said.groups)}
