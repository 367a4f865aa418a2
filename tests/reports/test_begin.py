"""Beginning a report: all sections that the unit can have, under an address that can be read aloud; and the next edition of one."""

import pytest

from dugnad.access.actor import SYSTEM
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.periods import Period, year
from dugnad.reports import actions
from dugnad.reports.models import Report
from tests.reports.making import LATER, begun, did, published
from tests.world import act, on


def kinds(report):
    return [section.kind for section in report.sections.all()]


def test_a_country_has_every_section(world):
    assert kinds(begun(world)) == [
        "foreword", "summary", "figures", "time", "causes", "goals", "map", "units", "growth", "examples", "learnt", "method",
    ]  # fmt: skip


def test_a_section_has_no_map_and_no_units_beside_each_other(world):
    assert {"map", "units"}.isdisjoint(kinds(begun(world, world.bergen, by="kari")))


def test_a_platform_is_reported_like_a_unit(world):
    assert "units" in kinds(begun(world, world.nep))


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({}, "no-2026-01-2026-06"),
        ({"period": year(2025)}, "no-2025"),
        ({"theme": "cause:health"}, "no-2026-01-2026-06-health"),
    ],
)
def test_the_address_says_unit_months_and_theme(world, changes, address):
    assert begun(world, **changes).slug == address


def test_a_second_one_of_the_same_months_has_an_address_of_its_own(world):
    assert [begun(world).slug for _time in range(3)] == ["no-2026-01-2026-06", "no-2026-01-2026-06-no-2", "no-2026-01-2026-06-no-3"]


@pytest.mark.parametrize("theme", ["cause:luck", "unit:NO", "cause", "cause:"])
def test_a_theme_that_is_none_is_refused(world, theme):
    with pytest.raises(Refused) as no:
        begun(world, theme=theme)
    assert no.value.field == "theme"


def test_more_than_ten_years_are_refused(world):
    with pytest.raises(Refused) as no:
        begun(world, period=Period(year(2010).first, year(2020).last))
    assert no.value.field == "last_month" and not Report.objects.exists()


def test_nobody_reports_about_a_unit_that_is_not_theirs(world):
    with pytest.raises(NotAllowed):
        begun(world, world.france, by="kari")


def test_the_journal_knows_who_began_it(world):
    report = begun(world)
    assert [(line.verb, line.actor) for line in journal.of(report)] == [("report.begun", world.ines.pk)]


def test_the_next_edition_takes_over_order_texts_and_examples_but_not_the_figures(world):
    own = did(world)[0]
    first = begun(world)
    actions.choose(act(world.ines), first, [own.pk])
    section = first.sections.get(kind="method")
    actions.rewrite(act(world.ines), section, title="How we count", text="Ask us.")
    actions.move(act(world.ines), section, up=True)
    with on(LATER):
        first = actions.publish(act(world.ines), first)
    second = actions.renew(act(world.ines), first)
    assert (second.slug, second.edition, second.frozen, second.proof, second.published_at) == ("no-2026-01-2026-06-edition-2", 2, None, "", None)
    assert kinds(second) == kinds(first) and second.sections.get(kind="method").text == "Ask us."
    assert [one.activity_id for one in second.examples.all()] == [own.pk]
    first.refresh_from_db()
    assert first.published_at and first.frozen and first.sections.count() == 12


def test_there_is_one_next_edition(world):
    first = published(world)
    actions.renew(act(world.ines), first)
    with pytest.raises(NotAllowed):
        actions.renew(act(world.ines), first)


def test_of_a_draft_there_is_no_next_edition(world):
    with pytest.raises(NotAllowed):
        actions.renew(SYSTEM, begun(world))


def test_once_the_next_edition_is_published_it_is_the_current_one(world):
    first = published(world)
    second = actions.renew(act(world.ines), first)
    assert list(Report.objects.current()) == [first]
    with on(LATER):
        actions.publish(act(world.ines), second)
    assert list(Report.objects.current()) == [second]
