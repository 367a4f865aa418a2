"""Flags are found once, looked at by somebody who had no part in it, and nothing else follows from them."""

from datetime import date

import pytest

from dugnad.access.checks import allowed, may
from dugnad.access.rules import Can
from dugnad.activities import actions
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.figures import reading
from dugnad.network.models import Office, Role
from dugnad.seasons.actions.flags import answer, find_flags, like, look_for_flags
from dugnad.seasons.models import Flag
from dugnad.seasons.reasons import told_to, why_flagged
from tests.seasons.making import AFTER, DURING, did, season
from tests.world import act, details, on, register


def flagged(world, name="bergen", kind="twin", **changes):
    return Flag.objects.create(activity=did(world, name, **changes)[0], kind=kind)


def office(person, unit, role):
    Office.objects.create(person=person, unit=unit, role=role, since=date(2020, 1, 1))


def test_copies_are_found_once(world):
    spring = season(world)
    did(world, "bergen", 2, title="Beach clean-up", people_helped=30)
    assert (find_flags(spring), find_flags(spring), Flag.objects.count()) == (1, 0, 1)


def test_what_was_answered_is_not_asked_again(world):
    spring = season(world)
    did(world, "bergen", 2, title="Beach clean-up", people_helped=30)
    find_flags(spring)
    answer(act(world.marianne), Flag.objects.get(), counts=True, note="Two beaches")
    assert (find_flags(spring), Flag.objects.get().state) == (0, "fine")


def test_a_count_that_has_grown_since_it_was_fine_is_asked_again(world):
    spring = season(world)
    did(world, "bergen", 9, date(2025, 11, 3), people_helped=10, volunteers=4)
    gala = did(world, "bergen", 1, title="Gala", people_helped=400)[0]
    find_flags(spring)
    answer(act(world.marianne), Flag.objects.get(kind="peak"), counts=True, note="I was there")
    changed = details(title="Gala", people_helped=4000, starts_on=DURING)
    with on(DURING):
        actions.amend(act(world.kari), gala, changed, revision=1, reason="counted again")
    assert (find_flags(spring), Flag.objects.get(kind="peak").state) == (1, "open")


def test_what_was_registered_after_the_last_day_is_not_looked_at(world):
    spring = season(world)
    did(world, "bergen", 2, AFTER, starts_on=DURING, title="Beach clean-up", people_helped=30)
    assert find_flags(spring) == 0


def test_what_the_whole_network_did_itself_competes_with_nobody(world):
    spring = season(world)
    with on(DURING):
        for _ in range(2):
            register(world.top, world.ines, title="Gala", starts_on=DURING, people_helped=30)
    assert find_flags(spring) == 0


def test_on_demand_by_those_who_may_change_the_season(world):
    spring = season(world)
    did(world, "bergen", 2, title="Beach clean-up", people_helped=30)
    assert look_for_flags(act(world.ines), spring) == 1
    with pytest.raises(NotAllowed):
        look_for_flags(act(world.kari), spring)


def test_the_figures_do_not_move(world):
    spring = season(world)
    did(world, "bergen", 2, title="Beach clean-up", people_helped=30)
    find_flags(spring)
    assert reading.total(reading.Question((world.top.pk,))).people_helped == 60


@pytest.mark.parametrize(("who", "sees"), [("marianne", True), ("ines", True), ("kari", False), ("ola", False), ("bo", False), ("aud", False), ("luc", False)])
def test_who_looks_at_a_flag_of_a_section(world, who, sees):
    assert may(act(getattr(world, who)), Can.LOOK_AT_FLAG, flagged(world)) is sees


def test_the_coordinator_of_another_country_neither_sees_nor_answers(world):
    office(world.luc, world.france, Role.NATIONAL)
    flag = flagged(world)
    assert not allowed(act(world.luc), Can.LOOK_AT_FLAG, Flag.objects.all()).exists()
    with pytest.raises(NotAllowed):
        answer(act(world.luc), flag, counts=True, note="")


def test_not_even_of_a_country_with_which_it_was_organised(world):
    office(world.luc, world.france, Role.NATIONAL)
    assert not may(act(world.luc), Can.LOOK_AT_FLAG, flagged(world, organisers=(world.paris,)))


def test_nobody_answers_what_they_registered(world):
    with on(DURING):
        own = register(world.bergen, world.marianne, starts_on=DURING)
    with pytest.raises(NotAllowed):
        answer(act(world.marianne), Flag.objects.create(activity=own, kind="twin"), counts=True, note="")


def test_nor_what_a_unit_in_which_they_hold_an_office_organised(world):
    office(world.marianne, world.bergen, Role.LOCAL)
    assert not may(act(world.marianne), Can.LOOK_AT_FLAG, flagged(world))


def test_nor_what_such_a_unit_organised_with_another(world):
    office(world.marianne, world.oslo, Role.LOCAL)
    assert not may(act(world.marianne), Can.LOOK_AT_FLAG, flagged(world, organisers=(world.oslo,)))


def test_what_a_country_did_itself_is_looked_at_by_the_committee(world):
    with on(DURING):
        own = register(world.norway, world.marianne, starts_on=DURING)
    flag = Flag.objects.create(activity=own, kind="twin")
    assert (may(act(world.marianne), Can.LOOK_AT_FLAG, flag), may(act(world.ines), Can.LOOK_AT_FLAG, flag)) == (False, True)


def test_an_answer_is_for_all_open_reasons_of_the_activity_and_stands_in_its_history(world):
    flag = flagged(world)
    Flag.objects.create(activity=flag.activity, kind="round")
    answer(act(world.marianne), flag, counts=True, note=" I asked ")
    assert set(Flag.objects.values_list("state", "note", "looked_by")) == {("fine", "I asked", world.marianne.pk)}
    assert journal.of(flag.activity).get(verb="flag.answered").data == {"state": "fine", "reason": "I asked"}


def test_an_earlier_answer_to_another_reason_stays(world):
    flag = flagged(world)
    Flag.objects.create(activity=flag.activity, kind="round", state="out", note="Made up")
    answer(act(world.marianne), flag, counts=True, note="")
    assert Flag.objects.get(kind="round").note == "Made up"


def test_leaving_out_needs_a_reason(world):
    with pytest.raises(Refused, match="Say why"):
        answer(act(world.marianne), flagged(world), counts=False, note=" ")


def test_an_answer_can_be_changed(world):
    flag = flagged(world)
    answer(act(world.marianne), flag, counts=False, note="Which beach?")
    answer(act(world.marianne), flag, counts=True, note="That one")
    assert Flag.objects.get().state == "fine"


def test_one_answer_for_all_of_a_unit_with_the_same_reason(world):
    first, second, third = (Flag.objects.create(activity=one, kind="round") for one in did(world, "bergen", 3))
    elsewhere, other = flagged(world, "oslo", "round"), flagged(world, kind="twin")
    assert answer(act(world.marianne), first, counts=True, note="", alike=True) == 3
    assert {flag.pk for flag in Flag.objects.waiting()} == {elsewhere.pk, other.pk}
    assert second.activity_id and third.activity_id


def test_what_is_ones_own_is_not_among_those(world):
    first = flagged(world, kind="round")
    with on(DURING):
        own = register(world.bergen, world.marianne, starts_on=DURING)
    Flag.objects.create(activity=own, kind="round")
    assert list(like(act(world.marianne), first)) == []


def test_what_was_withdrawn_waits_for_nobody(world):
    flag = flagged(world)
    actions.withdraw(act(world.kari), flag.activity, reason="twice")
    assert not Flag.objects.waiting().exists()


@pytest.mark.parametrize(
    ("kind", "reason", "says"),
    [
        ("twin", {"title": "Beach", "day": "2026-03-01"}, "as “Beach” of 2026-03-01"),
        ("slice", {"many": 5, "title": "Beach"}, "One of 5 with like titles"),
        ("peak", {"count": "people_helped", "value": 1400, "usual": 30}, "1,400 people helped, where this unit usually has about 30."),
        ("round", {"round": 9, "of": 12}, "in 9 of 12 activities"),
        ("rush", {"many": 8, "of": 12, "days": 3}, "One of 8 registered in the last 3 days"),
    ],
)
def test_each_reason_is_a_sentence(kind, reason, says):
    assert says in why_flagged(Flag(kind=kind, reason=reason))


def test_its_coordinators_are_told_until_it_is_fine(world):
    flag = flagged(world, kind="round")
    Flag.objects.update(reason={"round": 9, "of": 12})
    before = len(told_to(flag.activity))
    answer(act(world.marianne), flag, counts=True, note="")
    assert (before, told_to(flag.activity)) == (1, [])
