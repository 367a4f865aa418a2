"""Ideas as pages and the API show them: in the reader's language where somebody has translated them, with what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from dugnad.activities.models import Term
from dugnad.ideas import results
from dugnad.ideas.models import Idea, Translation
from dugnad.ideas.recipe import causes_of
from dugnad.ideas.results import Results
from dugnad.web.templatetags.web import number


@dataclass(frozen=True)
class Shown:
    """`text` is the idea itself, or its translation."""

    idea: Idea
    text: Idea | Translation
    causes: list[Term]
    results: Results

    @property
    def motif(self) -> str:
        return (self.causes[0].motif if self.causes else "") or "none"

    @property
    def said(self) -> str:
        return tried(self.results)


def many(keys: Sequence[UUID], *, translated: bool = True) -> list[Shown]:
    """In this order (4 queries); `translated`: in the reader's language where that is possible, else as written, with all translations and needs at hand."""
    beside = ("causes",) if translated else ("causes", "translations", "named")
    rows = {idea.pk: idea for idea in Idea.objects.filter(pk__in=keys).select_related("unit__parent").prefetch_related(*beside)}
    language = (get_language() or "en").split("-")[0]
    texts = {text.idea_id: text for text in Translation.objects.filter(idea__in=keys, language=language)} if keys and translated else {}
    became = results.of(keys) if keys else {}
    return [Shown(rows[key], texts.get(key, rows[key]), causes_of(rows[key]), became.get(key, results.NOTHING)) for key in keys if key in rows]


def tried(found: Results) -> str:
    """Tried 14 times in 6 countries, typically 9 volunteers for 40 people, 9 with the label."""
    if not found.times:
        if not found.planned:
            return _("Not tried yet.")
        return ngettext("Planned by %(n)s section; not tried yet.", "Planned %(n)s times; not tried yet.", found.planned) % {"n": number(found.planned)}
    where = ngettext("in %(n)s country", "in %(n)s countries", found.countries) % {"n": number(found.countries)}
    times = ngettext("Tried once %(where)s", "Tried %(n)s times %(where)s", found.times) % {"n": number(found.times), "where": where}
    labels = ngettext("%(n)s with the label", "%(n)s with the label", found.labels) % {"n": number(found.labels)} if found.labels else ""
    return ", ".join(part for part in (times, typically(found), labels) if part) + "."


def typically(found: Results) -> str:
    """Half of them had more, half of them fewer."""
    people: dict[str, Any] = {"v": number(found.volunteers), "p": number(found.people_helped)}
    if found.volunteers is not None and found.people_helped:
        return ngettext("typically %(v)s volunteer for %(p)s people", "typically %(v)s volunteers for %(p)s people", found.volunteers) % people
    if found.volunteers is not None:
        return ngettext("typically %(v)s volunteer", "typically %(v)s volunteers", found.volunteers) % people
    return ngettext("typically for %(p)s person", "typically for %(p)s people", found.people_helped) % people if found.people_helped else ""
