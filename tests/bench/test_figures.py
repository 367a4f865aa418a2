"""What the benchmark of the figures says: its goals, and the table."""

import pytest

from dugnad.cli.bench.figures import goals, table

NAMES = [*goals.STANDARD, goals.BOARD, *goals.AS_OF]


def measured(ours=1.0, duck=40.0, raw=400.0, **changes):
    asked = {name: {"ours": ours, "raw": raw} for name in NAMES} | {goals.PAGE: {"ours": 30.0, "raw": None}}
    read = {"reads": 9, "median": 0.2, "p99": 0.4, "answers": 1}
    rebuilt = {"entries": 10, "balances": 20, "corrected": 0, "seconds": 0.1, "rate": 250_000, "alone": read, "beside": read}
    one = {"questions": asked, "balances": 100, "same": True, "rebuild": rebuilt | changes.get("rebuild", {})}
    size = {"sqlite": one, "postgresql": one, "duckdb": {"questions": dict.fromkeys(NAMES, duck), "megabytes": 3.5}}
    writing = {"bare": 100.0, "posted": 95.0, "with_folder": 90.0, "reads": 9, "wrong": 0, "waiting": 0} | changes.get("writing", {})
    killing = {"folder": 5, "writer": 5, "audit": {"checked": 100, "differences": 0} | changes.get("audit", {})}
    found = {"sizes": {"100000": size, "10000000": size}, "writing": writing, "killing": killing}
    return found | {"goals": goals.judged(found)}


def unmet(found):
    return [goal["goal"] for goal in found["goals"] if not goal["met"]]


def test_all_goals_met():
    assert unmet(measured()) == []


@pytest.mark.parametrize(
    ("changes", "goal"),
    [
        ({"ours": 5.1}, "sqlite: totals, ms"),
        ({"duck": 19.9}, "postgresql: times as fast as DuckDB, geometric mean"),
        ({"raw": 199.0}, "postgresql: times as fast as its raw activities, geometric mean"),
        ({"rebuild": {"rate": 199_999}}, "sqlite: entries a second, rebuilding all balances"),
        ({"rebuild": {"corrected": 1}}, "postgresql: balances that a rebuild had to correct"),
        ({"writing": {"posted": 89.0}}, "postgresql: 8 writers with entries against bare inserts"),
        ({"writing": {"wrong": 1}}, "postgresql: wrong answers while 8 write"),
        ({"audit": {"differences": 1}}, "postgresql: differences after killing folder and writers"),
    ],
)
def test_a_goal_that_is_not_met_is_named(changes, goal):
    assert goal in unmet(measured(**changes))


def test_the_table_has_every_question_and_every_goal():
    found = measured(ours=5.1)
    text = "\n".join(table.lines(found))
    assert "NOT MET" in text and "10,000,000 activities" in text
    assert all(name in text for name in [*NAMES, goals.PAGE]) and all(goal["goal"] in text for goal in found["goals"])
