"""A unit looks as its own brand says, and where that says nothing as the unit above."""

import pytest

from dugnad.network.brands import brand_above, brand_of, brands_of
from dugnad.network.models import Brand, Typeface


@pytest.fixture
def norways(world):
    return Brand.objects.create(unit=world.norway, colour="#AA0000", footer="Norway", languages=["nb"], logo="logos/no.png", logo_width=90, logo_height=30)


def test_without_any_brand_it_looks_as_the_product_does(world):
    look = brand_of(world.bergen)
    assert (look.colour, look.typeface, look.logo, look.whence) == ("", Typeface.BRICOLAGE, None, {})


def test_each_part_comes_from_the_nearest_unit_that_has_it(world, norways):
    Brand.objects.create(unit=world.bergen, footer="Bergen")
    Brand.objects.create(unit=world.top, colour="#00AA00", typeface="noto")
    look = brand_of(world.bergen)
    assert (look.footer, look.colour, look.typeface, look.languages, look.logo.name) == ("Bergen", "#AA0000", "noto", ["nb"], "logos/no.png")
    assert look.whence == {
        "footer": world.bergen.pk,
        "colour": world.norway.pk,
        "logo": world.norway.pk,
        "languages": world.norway.pk,
        "typeface": world.top.pk,
    }


def test_a_logo_without_words_is_called_by_its_unit(world, norways):
    assert brand_of(world.bergen).logo.alt == "Norway"


def test_a_sibling_inherits_nothing(world, norways):
    assert brand_of(world.paris).colour == ""


def test_what_is_above_leaves_the_units_own_out(world, norways):
    assert (brand_above(world.norway).colour, brand_above(world.bergen).colour) == ("", "#AA0000")


def test_the_whole_tree_is_asked_once(world, norways, django_assert_num_queries):
    with django_assert_num_queries(1):
        brand_of(world.bergen)


def test_a_platform_has_what_the_network_has(world):
    Brand.objects.create(unit=world.top, colour="#00AA00")
    assert brand_of(world.nep).colour == "#00AA00"


def test_many_units_are_asked_at_once(world, norways, django_assert_num_queries):
    with django_assert_num_queries(1):
        looks = brands_of([world.bergen, world.paris, world.oslo])
    assert [looks[unit.pk].colour for unit in (world.bergen, world.paris, world.oslo)] == ["#AA0000", "", "#AA0000"]
