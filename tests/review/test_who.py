"""Nobody reviews their own, by whatever detour."""

from datetime import date, timedelta

import pytest

from dugnad.activities.actions.amend import amend
from dugnad.activities.actions.register import plan, report_results
from dugnad.activities.models import Activity, Organiser
from dugnad.core import marks
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from dugnad.network.models import Office, Role, Unit
from dugnad.review.actions.ask import ask, resubmit
from dugnad.review.actions.keep import keep
from dugnad.review.actions.look import assign, take
from dugnad.review.models import Case
from dugnad.review.reviewers import may_review, open_to, reviewers
from tests.review.making import GOOD, asked, committee, fresh, gave, somebody
from tests.world import act, details, register


def names(case):
    return sorted(person.name for person in reviewers(case))


def test_national_coordinators_of_the_country_and_the_committee_review(world):
    assert names(asked(world)) == ["Ines", "Marianne"]


@pytest.mark.parametrize("who", ["kari", "nora", "ola", "luc", "bo", "aud"])
def test_nobody_else_does(world, who):
    with pytest.raises(NotAllowed):
        take(act(getattr(world, who)), asked(world))


def test_a_list_and_a_single_case_say_the_same(world):
    case = asked(world)
    for name in ("kari", "marianne", "ines", "bo", "luc"):
        actor = act(getattr(world, name))
        assert open_to(actor, Case.objects.all()).exists() == may_review(actor, case)


def test_never_who_registered_it(world):
    case = ask(act(world.kari), register(world.bergen, world.marianne))
    assert names(case) == ["Ines"]


def test_never_who_asked_for_the_label(world):
    case = ask(act(world.marianne), register(world.bergen, world.kari))
    assert names(case) == ["Ines"]


def test_never_who_answered_for_it(world):
    case = gave(world.ines, asked(world), "returned")
    resubmit(act(world.marianne), case, text="I asked them: thirty people.")
    assert [may_review(act(person), fresh(case)) for person in (world.ines, world.marianne)] == [True, False]


def test_a_second_office_in_the_section_closes_the_first(world):
    somebody("Marianne", Role.BOARD, world.bergen)
    assert names(asked(world)) == ["Ines"]


def test_nor_does_an_office_that_began_while_it_waits(world):
    case = asked(world)
    somebody("Marianne", Role.LOCAL, world.bergen, since=date.today())
    with pytest.raises(NotAllowed):
        take(act(world.marianne), case)


def test_who_held_an_office_in_the_section_on_its_days_does_not_review_it_later(world):
    somebody("Marianne", Role.LOCAL, world.bergen, since=date(2026, 1, 1), until=date(2026, 4, 1))
    assert names(asked(world)) == ["Ines"]


def test_who_left_the_section_before_its_days_may(world):
    somebody("Marianne", Role.LOCAL, world.bergen, since=date(2024, 1, 1), until=date(2026, 3, 14))
    assert names(asked(world)) == ["Ines", "Marianne"]


def test_an_office_in_a_co_organiser_closes_it_too_even_if_it_declined(world):
    somebody("Marianne", Role.LOCAL, world.oslo)
    case = asked(world, organisers=(world.oslo,))
    Organiser.objects.update(state="declined")
    assert names(case) == ["Ines"]


def test_so_does_one_that_was_held_there_on_its_days(world):
    somebody("Marianne", Role.LOCAL, world.oslo, since=date(2026, 3, 1), until=date(2026, 3, 20))
    assert names(asked(world, organisers=(world.oslo,))) == ["Ines"]


def test_a_co_organiser_that_joins_while_it_waits_counts(world):
    case = asked(world)
    Organiser.objects.create(activity=case.activity, unit=world.oslo)
    somebody("Marianne", Role.LOCAL, world.oslo)
    with pytest.raises(NotAllowed):
        take(act(world.marianne), case)


def test_a_moved_unit_takes_its_former_officers_along(world):
    """Nora led Bergen on its days, and coordinates France now, under which Bergen was moved."""
    Office.objects.filter(person=world.nora).update(until=date(2026, 6, 1))
    somebody("Nora", Role.NATIONAL, world.france)
    somebody("Fleur", Role.NATIONAL, world.france)
    case = asked(world)
    Unit.objects.filter(pk=world.bergen.pk).update(parent=world.france, path=f"{world.france.path}{world.bergen.pk}/")
    marks.touch("belongings")
    assert names(Case.objects.get(pk=case.pk)) == ["Fleur", "Ines"]


def test_whoever_was_handed_it_and_takes_an_office_there_no_longer_gives_it(world):
    case = asked(world)
    take(act(world.marianne), case)
    somebody("Marianne", Role.LOCAL, world.bergen)
    with pytest.raises(NotAllowed):
        gave(world.marianne, case)
    keep(date.today())
    assert not fresh(case).reviews.standing().exists()


def test_of_what_a_country_organised_the_committee_is_the_reviewer(world):
    case = ask(act(world.marianne), register(world.norway, world.marianne))
    assert (names(case), case.alone) == (["Ines"], False)


def test_where_nobody_else_is_left_an_officer_of_the_unit_may_but_never_in_person(world):
    cleo = committee(world)
    case = ask(act(world.ines), register(world.top, world.ines))
    assert (case.alone, names(case), may_review(act(world.ines), case)) == (True, [cleo.name], False)


def test_it_opens_by_itself_when_the_last_other_one_leaves(world):
    Office.objects.filter(person=world.marianne).delete()
    somebody("Marianne", Role.NATIONAL, world.norway)
    somebody("Marianne", Role.LOCAL, world.bergen)
    case = asked(world)
    assert names(case) == ["Ines"]
    Office.objects.filter(person=world.ines).update(until=date.today())
    keep(date.today() + timedelta(days=1))
    assert (fresh(case).alone, names(fresh(case))) == (True, ["Marianne"])


def test_a_reviewer_asks_a_colleague_who_may(world):
    case = asked(world)
    review = assign(act(world.marianne), case, world.ines)
    assert (review.reviewer, review.assigned_by) == (world.ines, world.marianne)


def test_and_nobody_who_may_not(world):
    with pytest.raises(Refused, match="may not look"):
        assign(act(world.marianne), asked(world), world.luc)


def test_an_author_does_not_choose_the_reviewer(world):
    with pytest.raises(NotAllowed):
        assign(act(world.kari), asked(world), world.ines)


def test_what_is_withdrawn_meanwhile_is_looked_at_by_nobody(world):
    case = asked(world)
    Activity.objects.filter(pk=case.activity_id).update(state="withdrawn")
    assert names(case) == []
    take_nothing = Case.objects.waiting().filter(pk=case.pk)
    keep(date.today())
    assert (take_nothing.exists(), fresh(case).state) == (False, "withdrawn")


def test_nor_who_amended_it_even_with_the_review_in_hand(world):
    case = asked(world)
    take(act(world.marianne), case)
    amend(act(world.marianne), case.activity, details(**GOOD, volunteers=60), reason="They were more", revision=1)
    with pytest.raises(NotAllowed):
        gave(world.marianne, case)
    assert names(case) == ["Ines"]


def test_nor_who_planned_it_when_another_reported_its_results(world):
    activity = plan(act(world.marianne), uuid7(), world.bergen, details())
    case = ask(act(world.kari), report_results(act(world.kari), activity, details(), revision=1))
    assert names(case) == ["Ines"]
