"""Whatever reviewers say, in whatever order: the totals stay, the label's facet is what the records say, and the audit is clean."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dugnad.activities.models import Activity
from dugnad.activities.posting import all_postings
from dugnad.core.errors import NotAllowed, Refused
from dugnad.figures.audit import audit
from dugnad.network.models import Role
from dugnad.review.actions.ask import ask, ask_opinion, resubmit, take_back
from dugnad.review.actions.keep import keep
from dugnad.review.actions.revoke import revoke
from dugnad.review.models import Award, Case
from tests.review.making import committee, figures, gave, somebody
from tests.world import act, register

LABELS = ("impact-1", "impact-2", "impact-3", "regular")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["ask", "ask", "twice", "marianne", "ines", "cleo", "fleur", "answer", "opinion", "back", "revoke", "keep"]),
        st.sampled_from(["label", "label", "returned", "regular"]),
        st.sampled_from([2, 3]),
        st.sampled_from([0, 1]),
    ),
    min_size=3,
    max_size=14,
)


def do(world, people, which, step):
    what, outcome, each, number = step
    activity = Activity.objects.get(pk=which[number].pk)
    case = Case.objects.filter(activity=activity).order_by("-asked_at", "-pk").first()
    if what in ("ask", "twice"):
        made = ask(act(world.kari), activity)
        Case.objects.filter(pk=made.pk).update(twice=what == "twice")
    elif what == "keep":
        keep(date.today())
    elif what == "revoke":
        revoke(act(world.ines), Award.objects.get(activity=activity, revoked_at=None), reason="A mistake.")
    elif case and what in people:
        gave(people[what], case, outcome, each=each)
    elif case:
        author = act(world.kari)
        {"answer": lambda: resubmit(author, case, text="x"), "opinion": lambda: ask_opinion(author, case, text="x"), "back": lambda: take_back(author, case)}[
            what
        ]()


@pytest.mark.thorough
@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_reviews_in_any_order_move_only_the_facet_of_the_label(world, steps):
    with transaction.atomic():
        people = {"cleo": committee(world), "fleur": somebody("Fleur", Role.NATIONAL, world.france), "marianne": world.marianne, "ines": world.ines}
        which = [register(world.bergen, world.kari, title=title, people_helped=30) for title in ("One", "Two")]
        before = {unit.code: figures(unit) for unit in (world.bergen, world.norway, world.top)}
        for step in steps:
            try:
                with transaction.atomic():
                    do(world, people, which, step)
            except (NotAllowed, Refused, Award.DoesNotExist):
                pass
        assert {unit.code: figures(unit) for unit in (world.bergen, world.norway, world.top)} == before
        for label in LABELS:
            assert figures(world.top, label).activities == Activity.objects.filter(label__key=label).count()
        standing = set(Award.objects.filter(revoked_at=None).values_list("activity_id", "step_id"))
        assert standing == set(Activity.objects.filter(label__key__startswith="impact").values_list("pk", "label_id"))
        assert audit(all_postings).differences == []
        transaction.set_rollback(True)
