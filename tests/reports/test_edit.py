"""Editing a draft: its sections, texts and examples; nothing of a published report."""

import pytest

from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from dugnad.core.periods import year
from dugnad.reports import actions
from dugnad.reports.models import Report
from tests.reports.making import SPRING, begun, did, made, published
from tests.world import act, register


def order(report):
    return [section.kind for section in report.sections.all()]


def test_a_section_goes_up_and_down(world):
    report = begun(world)
    actions.move(act(world.ines), report.sections.get(kind="figures"), up=True)
    assert order(report)[:3] == ["foreword", "figures", "summary"]
    actions.move(act(world.ines), report.sections.get(kind="figures"), up=False)
    assert order(report)[:3] == ["foreword", "summary", "figures"]


def test_at_the_ends_it_stays_where_it_is(world):
    report = begun(world)
    before = order(report)
    actions.move(act(world.ines), report.sections.get(kind="foreword"), up=True)
    actions.move(act(world.ines), report.sections.get(kind="method"), up=False)
    assert order(report) == before


def test_what_is_left_out_is_not_in_the_report(world):
    report = begun(world)
    actions.show(act(world.ines), report.sections.get(kind="goals"), shown=False)
    assert "goals" not in made(report)["by"]
    actions.show(act(world.ines), report.sections.get(kind="goals"), shown=True)
    assert "goals" in made(report)["by"]


def test_own_words_stand_in_the_section_and_the_figures_stay(world):
    report = begun(world)
    actions.rewrite(act(world.ines), report.sections.get(kind="summary"), title=" In short ", text="Dear rector,\r\n\r\nthank you.")
    section = made(report)["by"]["summary"]
    assert (section["title"], section["text"]) == ("In short", ["Dear rector,", "thank you."]) and "no activity" in section["statement"]


def test_a_foreword_is_there_once_it_has_a_text(world):
    report = begun(world)
    assert "foreword" not in made(report)["by"]
    actions.rewrite(act(world.ines), report.sections.get(kind="foreword"), title="", text="Dear reader")
    assert made(report)["by"]["foreword"]["text"] == ["Dear reader"]


def test_the_title_is_the_editors_or_made_from_unit_and_months(world):
    report = begun(world)
    assert made(report)["title"] == "What Norway did, January 2026 to June 2026"
    actions.change(act(world.ines), report, period=SPRING, theme="", title="A warm spring", language="nb")
    found = made(report)
    assert (found["title"], found["language"], found["unit"]) == ("A warm spring", "nb", "Norge")


def test_months_and_theme_can_be_changed_and_the_address_with_them(world):
    report = begun(world)
    assert actions.change(act(world.ines), report, period=SPRING, theme="", title="", language="en").slug == "no-2026-01-2026-06"
    changed = actions.change(act(world.ines), report, period=year(2025), theme="cause:health", title="", language="en")
    assert (changed.slug, changed.period, changed.theme) == ("no-2025-health", year(2025), "cause:health")


def test_a_bad_theme_changes_nothing(world):
    report = begun(world)
    with pytest.raises(Refused):
        actions.change(act(world.ines), report, period=SPRING, theme="cause:luck", title="x", language="en")
    assert Report.objects.get().title == ""


def test_examples_stand_in_the_order_in_which_they_were_chosen(world):
    one, two = did(world, 2, outcome="Clean", summary="We picked litter.")
    report = begun(world)
    actions.choose(act(world.ines), report, [two.pk, one.pk, two.pk])
    items = made(report)["by"]["examples"]["blocks"][0]["items"]
    assert [item["id"] for item in items] == [str(two.pk), str(one.pk)]
    assert "Chosen by the editors" in made(report)["by"]["examples"]["statement"]


def test_choosing_none_lets_the_report_choose_again(world):
    own = did(world, 2, outcome="Clean")
    report = begun(world)
    actions.choose(act(world.ines), report, [own[1].pk])
    actions.choose(act(world.ines), report, [])
    assert len(made(report)["by"]["examples"]["blocks"][0]["items"]) == 2


def test_an_example_of_others_is_refused(world):
    foreign = register(world.paris, world.luc)
    with pytest.raises(Refused, match="Norway"):
        actions.choose(act(world.ines), begun(world), [foreign.pk])


def test_more_than_twelve_examples_are_refused(world):
    with pytest.raises(Refused, match="12"):
        actions.choose(act(world.ines), begun(world), [uuid7() for _one in range(13)])


def test_a_draft_can_be_thrown_away(world):
    report = begun(world)
    actions.discard(act(world.ines), report)
    assert not Report.objects.exists()


def test_nothing_of_a_published_report_can_be_changed(world):
    report = published(world)
    section, actor = report.sections.get(kind="summary"), act(world.ines)
    for change in (
        lambda: actions.change(actor, report, period=SPRING, theme="", title="x", language="en"),
        lambda: actions.rewrite(actor, section, title="x", text="x"),
        lambda: actions.move(actor, section, up=True),
        lambda: actions.show(actor, section, shown=False),
        lambda: actions.choose(actor, report, []),
        lambda: actions.discard(actor, report),
        lambda: actions.publish(actor, report),
    ):
        with pytest.raises(NotAllowed):
            change()
