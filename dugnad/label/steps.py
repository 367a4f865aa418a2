"""The steps of the label, as the network names them: the words of the kind “label”, in their order."""

from dugnad.activities.details import REGULAR
from dugnad.activities.models import Term
from dugnad.activities.vocabulary import words


def steps() -> list[Term]:
    """From the lowest to the highest."""
    return [term for term in words().current.get("label", []) if term.key != REGULAR]


def step_of(term_id: int) -> tuple[int, int]:
    """Which step a word is, counted from 1, and of how many; an older word is the step it counts as."""
    known, key = steps(), words().key(term_id)
    return next((place for place, term in enumerate(known, 1) if term.key == key), 1), max(len(known), 1)
