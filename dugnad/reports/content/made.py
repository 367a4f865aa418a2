"""A report as plain data, in its own language: everything that its page, its print and its slides show."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from dugnad.activities.models import Activity
from dugnad.network.models import Network
from dugnad.reports import examples, themes
from dugnad.reports.content import blocks
from dugnad.reports.content.method import method
from dugnad.reports.content.numbers import Made, by_cause, by_goal, headlines, key_figures, over_time
from dugnad.reports.content.summary import summary, total, when
from dugnad.reports.content.units import growth, on_map, side_by_side
from dugnad.reports.facts import Facts, facts
from dugnad.reports.models import Report, Section

Kind = Section.Kind
SHOWN = {
    Kind.FIGURES: key_figures,
    Kind.TIME: over_time,
    Kind.CAUSES: by_cause,
    Kind.GOALS: by_goal,
    Kind.MAP: on_map,
    Kind.UNITS: side_by_side,
    Kind.GROWTH: growth,
    Kind.METHOD: method,
}


def content(report: Report, today: date) -> dict[str, Any]:
    """As the figures stand now."""
    with override(report.language):
        known = facts(report.unit, report.period, report.facet, report.value, today)
        found = examples.candidates(report, today)
        sections = [_section(one, known, report, found) for one in report.sections.all() if one.shown]
        network = Network.objects.first()
        return {
            "language": report.language,
            "title": titled(report),
            "kicker": _("Impact report"),
            "unit": str(report.unit),
            "network": network.name if network else "",
            "when": when(report.period),
            "theme": known.theme,
            "motif": themes.motif(report.facet, report.value),
            "edition": report.edition,
            "statement": total(known),
            "squares": examples.squares(found),
            "empty": not known.now.activities,
            "sections": [section for section in sections if section["blocks"] or section["text"] or section["kind"] != Kind.FOREWORD],
        }


def titled(report: Report) -> str:
    """The editor's title, or one made from the unit and its months, in the language that is active."""
    if report.title:
        return report.title
    theme = themes.named(report.facet, report.value)
    told = {"unit": report.unit, "when": when(report.period), "theme": theme}
    return _("%(theme)s: what %(unit)s did, %(when)s") % told if theme else _("What %(unit)s did, %(when)s") % told


def _section(one: Section, known: Facts, report: Report, found: list[Activity]) -> dict[str, Any]:
    statement, made = _made(one, known, report, found)
    text = [part.strip() for part in one.text.replace("\r", "").split("\n\n") if part.strip()]
    return {"kind": one.kind, "title": str(one), "text": text, "statement": statement, "blocks": made}


def _made(one: Section, known: Facts, report: Report, found: list[Activity]) -> Made:
    kind = Kind(one.kind)
    if kind in SHOWN:
        return SHOWN[kind](known)
    if kind == Kind.SUMMARY:
        first, second, *more = summary(known)
        return f"{first} {second}", [blocks.figures(headlines(known)), blocks.words(*paragraphs(more))]
    if kind == Kind.EXAMPLES:
        return _examples(examples.chosen(report, found), chosen=report.examples.exists())
    if kind == Kind.LEARNT:
        return _learnt(examples.lessons(found))
    return "", []


def paragraphs(sentences: list[str]) -> list[str]:
    """Three sentences to each."""
    return [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]


def _examples(found: list[Activity], *, chosen: bool) -> Made:
    if not found:
        return _("No activity of these months is told in enough words to stand here."), []
    how = (
        _("Chosen by the editors of this report.")
        if chosen
        else _("Chosen by how well they are documented, from different units and causes, not by their size.")
    )
    return how, [{"kind": "examples", "items": [examples.shown(one) for one in found]}]


def _learnt(found: list[Activity]) -> Made:
    if not found:
        return _("Nobody has written down yet what was learnt in these months."), []
    return _("What organisers wrote down themselves, what went wrong first."), [{"kind": "lessons", "items": [examples.shown(one) for one in found]}]
