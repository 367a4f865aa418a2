"""What the benchmark of searching says of its figures."""

from dugnad.cli.bench.ideas import goals, table


def measured(ms=9.0, queries=7):
    told = {"questions": {"everything": {"ms": ms, "slowest": 2 * ms, "queries": queries, "found": 20_000}}, "anew_ms": 120.0}
    found = {"ideas": 20_000, "databases": {"sqlite": told, "postgresql": told}}
    return found | {"goals": goals.judged(found)}


def test_within_fifty_milliseconds_and_twelve_queries_all_goals_are_met():
    assert all(goal["met"] for goal in measured()["goals"])


def test_a_goal_that_is_not_met_is_named_in_the_table():
    text = "\n".join(table.lines(measured(ms=50.1, queries=13)))
    assert text.count("NOT MET") == 4 and "20,000 ideas" in text
