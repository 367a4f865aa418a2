"""What a report is about: everything, a cause, a Sustainable Development Goal, or an objective."""

from django.utils.translation import gettext as _

from dugnad.activities.vocabulary import words

FACETS = ("cause", "sdg", "objective")


def choices() -> list[tuple[str, object]]:
    """For a form: everything, then the current words of each kind."""
    known = words()
    groups = {"cause": _("A cause"), "sdg": _("A Sustainable Development Goal"), "objective": _("An objective")}
    told = [(groups[facet], [(f"{facet}:{term.key}", named(facet, term.key)) for term in known.current.get(facet, [])]) for facet in FACETS]
    return [("", _("everything")), *told]


def named(facet: str, key: str) -> str:
    """The theme in words ("" for everything); a goal carries its number."""
    if not facet:
        return ""
    term = words().named(facet, key)
    return f"{key} · {term}" if facet == "sdg" else str(term or key)


def motif(facet: str, key: str) -> str:
    """The motif of a cause or of an objective's cause; "" where there is none."""
    term = words().named(facet, key) if facet else None
    return (term.motif or (term.parent.motif if term.parent else "")) if term else ""
