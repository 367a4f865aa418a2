"""Units in the tree and in platforms, from a day to a day."""

from datetime import date, timedelta

import pytest

from dugnad.core.errors import Refused
from dugnad.core.periods import parse_month
from dugnad.network import actions
from dugnad.network.belongings import months_within, wholes
from dugnad.network.models import Level, Network, Person, Unit


def within(unit, whole, day):
    return whole.pk in wholes([unit.pk], day)


def test_a_section_belongs_to_its_country_platform_and_network(world):
    found = wholes([world.bergen.pk], date(2026, 3, 1))
    assert set(found) == {world.bergen.pk, world.norway.pk, world.nep.pk, world.top.pk}


def test_before_its_platform_began_a_country_belonged_to_none(world):
    assert not within(world.bergen, world.nep, date(2013, 12, 31)) and within(world.bergen, world.nep, date(2014, 1, 1))


def test_a_country_that_changed_platform_is_in_each_at_its_time(world):
    lithuania, cep = Unit.objects.get(code="LT"), Unit.objects.get(code="CEP")
    assert [within(lithuania, w, d) for w in (cep, world.nep) for d in (date(2022, 12, 31), date(2023, 1, 1))] == [True, False, False, True]


def test_the_months_of_a_member(world):
    lithuania = Unit.objects.get(code="LT")
    assert months_within(world.nep)[lithuania.pk][0][0] == parse_month("2023-01")


def test_a_moved_unit_belongs_to_the_new_parent_from_that_day(world):
    actions.move(world.bergen, world.france, date(2026, 1, 1))
    assert within(world.bergen, world.norway, date(2025, 12, 31)) and within(world.bergen, world.france, date(2026, 1, 1))
    assert Unit.objects.get(code="NO-BERG-ESN").path.startswith(world.france.path)


def test_a_unit_does_not_lie_below_itself(world):
    with pytest.raises(Refused, match="below itself"):
        actions.move(world.norway, world.bergen, date(2026, 1, 1))


def test_nothing_belongs_twice_at_once(world):
    with pytest.raises(Refused, match="already"):
        actions.join(world.norway, world.nep, date(2020, 1, 1), date(2021, 1, 1))


def test_leaving_before_it_began_takes_it_back(world):
    actions.leave(world.norway, world.nep, date(2014, 1, 1))
    assert not within(world.norway, world.nep, date(2026, 1, 1))


def test_the_network_is_founded_once(world):
    assert actions.found("Another name", []) == world.top and str(Network.objects.get()) == "Test network"


def test_a_unit_is_found_by_code_or_reference_in_any_case(world):
    Unit.objects.filter(pk=world.oslo.pk).update(reference="esn-oslo")
    assert [Unit.objects.coded(code).get() for code in ("no-oslo-esn", "ESN-OSLO")] == [world.oslo, world.oslo]


def test_units_below_include_the_unit_itself(world):
    assert set(Unit.objects.open().under(world.norway)) == {world.norway, world.bergen, world.oslo}


def test_the_members_of_a_platform_on_a_day(world):
    day = date(2021, 1, 1)
    assert set(Unit.objects.members_of(world.nep, day).values_list("code", flat=True)) == {"NO", "SE", "DK", "FI", "LV", "EE", "RU", "IS"}


def test_people_are_found_by_e_mail_in_any_case(world):
    assert Person.objects.get_by_natural_key("KARI@example.org") == world.kari


def test_levels_and_units_have_names_in_the_readers_language(world):
    from django.utils.translation import override

    with override("nb"):
        assert (str(Level.objects.get(key="section")), str(world.norway)) == ("lokallag", "Norge")


def test_an_office_that_ended_is_held_no_more(world):
    held = world.bergen.offices.held_on()
    assert [o.person.name for o in held] == ["Kari"] and world.bergen.offices.held_on(date.today() - timedelta(days=60)).count() == 2
