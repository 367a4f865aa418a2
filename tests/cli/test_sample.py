"""The sample federation, when there are more activities than are thought out one by one."""

from datetime import date

import pytest
from django.core.management import call_command

from dugnad.activities.models import Activity
from dugnad.activities.posting import all_postings
from dugnad.cli.sample.fill import fill
from dugnad.core.models import JournalEntry
from dugnad.figures import arrivals, reading
from dugnad.figures.audit import audit
from dugnad.network.models import Unit


@pytest.mark.slow
@pytest.mark.django_db
def test_copies_count_like_any_other_activity():
    call_command("flush", interactive=False, verbosity=0)
    fill(activities=350, thought_out=100, progress=False, today=date(2026, 11, 20))
    arrivals.sum_up(date(2026, 11, 20))
    top = Unit.objects.get(parent=None)
    counted = Activity.objects.registered().count()
    assert 300 < counted <= 350 == Activity.objects.exclude(state="planned").count()
    assert reading.total(reading.Question((top.pk,))).activities == counted
    assert JournalEntry.objects.filter(verb="activity.registered").count() >= 350
    assert audit(all_postings).differences == []
