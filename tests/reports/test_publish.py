"""A published report stands as it stood: figures, words, code; whatever is registered afterwards."""

from datetime import date, time

import pytest

from dugnad.activities import actions as activities
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.figures import proofs, reading
from dugnad.reports import actions
from dugnad.reports.content.made import content
from dugnad.reports.freezing import frozen
from dugnad.reports.models import Report
from tests.reports.making import LATER, begun, did, made, published
from tests.world import act, on


def test_while_it_is_a_draft_its_figures_move(world):
    report = begun(world)
    before = made(report)["statement"]
    did(world, 2)
    assert (before, made(report)["statement"]) == (
        "Norway registered no activity from January 2026 to June 2026.",
        "Norway registered 2 activities from January 2026 to June 2026.",
    )


def test_once_it_is_published_they_do_not(world, client):
    own = did(world, 2)[0]
    report = published(world)
    frozen = Report.objects.get(pk=report.pk).frozen
    did(world, 3, title="Later")
    activities.withdraw(act(world.kari), own, reason="twice")
    assert Report.objects.get(pk=report.pk).frozen == frozen
    assert "2 activities" in client.get(report.get_absolute_url()).content.decode()


def test_its_code_proves_the_figures_as_they_stood(world):
    did(world, 2)
    report = published(world)
    did(world, 3, title="Later")
    proof = proofs.read(report.proof)
    assert proof.entry == report.entry and proofs.stood(proof).activities == 2
    assert reading.last_entry() > report.entry


def test_it_is_frozen_in_its_own_language_with_the_editors_words(world):
    report = begun(world, language="fr")
    actions.rewrite(act(world.ines), report.sections.get(kind="foreword"), title="", text="Bonjour")
    with on(LATER):
        report = actions.publish(act(world.ines), report)
    assert (report.frozen["language"], report.frozen["unit"], report.frozen["sections"][0]["text"]) == ("fr", "Norvège", ["Bonjour"])


def test_months_that_are_not_over_are_not_published(world):
    report = begun(world)
    with on(date(2026, 6, 30)), pytest.raises(Refused, match="June 2026"):
        actions.publish(act(world.ines), report)
    assert not Report.objects.get().published_at


def test_a_report_without_a_section_is_not_published(world):
    report = begun(world)
    report.sections.update(shown=False)
    with on(LATER), pytest.raises(Refused, match="at least one section"):
        actions.publish(act(world.ines), report)


def test_what_is_registered_while_it_is_made_is_in_it(world):
    report, waiting = begun(world), [1]

    def disturbed(report, today):
        made_now = content(report, today)
        if waiting:
            waiting.pop()
            did(world)
        return made_now

    found, entry, proof = frozen(report, LATER, disturbed)
    assert found["statement"].startswith("Norway registered 1 activity") and entry == reading.last_entry() and proofs.stood(proofs.read(proof)).activities == 1


def test_when_the_figures_never_stand_still_nothing_is_published(world):
    report = begun(world)
    with pytest.raises(Refused, match="do not stand still"):
        frozen(report, LATER, lambda one, today: (did(world), {})[1])


def test_the_journal_has_its_code(world):
    report = published(world)
    line = journal.of(report).last()
    assert (line.verb, line.data["proof"], line.data["entry"]) == ("report.published", report.proof, report.entry)


def test_the_months_are_over_at_midnight_where_the_unit_is(world):
    did(world, 2)
    report = begun(world)
    for zone, refused in (("Europe/London", True), ("Europe/Athens", False)):
        type(report.unit).objects.filter(pk=report.unit_id).update(timezone=zone)
        with on(date(2026, 6, 30), time(22, 30)):
            if refused:
                with pytest.raises(Refused, match="not over"):
                    actions.publish(act(world.ines), report)
            else:
                assert actions.publish(act(world.ines), report).published_at
