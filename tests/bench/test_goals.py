"""What the benchmark says of its figures: goals met and not met, and the table."""

import argparse

import pytest

from dugnad.cli.bench import goals, table
from dugnad.cli.bench.opener import _needed
from dugnad.cli.commands.bench import _sizes


def measured(**changes):
    pages = {name: {"ms": 10.0, "ms_anew": 20.0, "queries": 8} for name in ("bare", "home", "unit", "list", "activity")}
    rates = {f"{kind}_{writers}": 1000.0 for kind in ("bare", "action", "full") for writers in (1, 8)}
    rates |= {"audit": {"checked": 100, "differences": 0}} | changes
    database = {"registering": rates, "pages": {"20000": pages, "1000000": pages}}
    found = {"form": {"html": 6000, "/static/web/page.css": 2000}, "databases": {"sqlite": database, "postgresql": database}}
    return found | {"goals": goals.judged(found)}


def unmet(found):
    return [goal["goal"] for goal in found["goals"] if not goal["met"]]


def test_all_goals_met():
    assert unmet(measured()) == []


@pytest.mark.parametrize(
    ("change", "goal"),
    [
        ({"action_8": 499.9}, "postgresql: registering against bare inserts, 8 writers"),
        ({"action_8": 199.0, "bare_8": 199.0}, "sqlite: registrations a second, 8 writers"),
        ({"audit": {"checked": 1, "differences": 1}}, "sqlite: differences in the audit afterwards"),
    ],
)
def test_a_goal_that_is_not_met_is_named(change, goal):
    assert goal in unmet(measured(**change))


def test_the_table_has_every_figure_and_every_goal():
    found = measured(action_8=499.9)
    text = "\n".join(table.lines(found))
    assert "NOT MET" in text and "1,000,000 activities" in text and all(goal["goal"] in text for goal in found["goals"])


def test_a_font_is_needed_for_its_own_characters_only():
    face = 'font-family:"Noto Sans";src:url(a.woff2);unicode-range:U+0370-0377,U+037A'
    assert (_needed(face, {"a"}), _needed(face, {"Ͱ"}), _needed("src:url(a.woff2)", {"a"})) == (False, True, True)


def test_sizes_are_numbers_the_smaller_first():
    assert _sizes("500,2000") == [500, 2000]
    with pytest.raises(argparse.ArgumentTypeError):
        _sizes("2000,500")
