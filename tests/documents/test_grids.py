"""Ranks, grids, small multiples, stacks and chosen maps: sound, honest, and safe whatever they are given."""

from xml.etree import ElementTree

import pytest

from dugnad.documents.charts import Bar, heat, multiples, rows, series, stacked
from dugnad.documents.chosen import Place, Spot, apart, chosen
from dugnad.documents.picture import DESK, PHONE, Picture, framed, short
from dugnad.documents.sheet import as_svg, wrapped

HOSTILE = "<b onclick='x'>\"&\x00"
ODD = [Bar(HOSTILE, value, HOSTILE, before, HOSTILE, "javascript:x", HOSTILE, HOSTILE) for value, before in ((0, None), (-5, -9), (0, 0), (1e12, 3))]
OSLO, ROME = (59.9, 10.7), (41.9, 12.5)


def drawn(picture: Picture) -> ElementTree.Element:
    assert "style=" not in picture.svg
    return ElementTree.fromstring(picture.svg)


@pytest.mark.parametrize("room", [PHONE, DESK])
def test_hostile_words_and_odd_figures_do_no_harm(room):
    for picture in (
        rows([(HOSTILE, ODD)], title=HOSTILE, desc=HOSTILE, room=room),
        heat([HOSTILE] * 4, [(HOSTILE, ODD), ("x", [None, *ODD[1:]])], title=HOSTILE, room=room),
        multiples([(ODD[0], ODD), (ODD[1], ODD)], title=HOSTILE, room=room),
        stacked(ODD, [ODD, ODD], title=HOSTILE, room=room),
        chosen([Place(bar, *OSLO) for bar in ODD], title=HOSTILE, room=room),
    ):
        tree = drawn(picture)
        assert {link.get("href") for link in tree.iter("a")} <= {"#"} and picture.height > 0
        assert all(float(r.get("height", "0").rstrip("%")) >= 0 for r in tree.iter("rect"))


def test_a_longer_name_stands_above_its_cells_and_a_short_one_beside():
    beside, above = (heat(["1"], [(label, [Bar("x", 1, "1")])], title="x") for label in ("2026", "A long name of a unit"))
    assert above.height > beside.height


def test_a_darker_cell_is_a_larger_number_and_any_number_is_more_than_none():
    cells = heat(["a", "b", "c"], [("x", [Bar("x", value, str(value)) for value in (0, 1, 1000)])], title="x").inside
    assert [cells.index(f"shade-{shade}") >= 0 for shade in (0, 1, 5)] == [True] * 3


def test_a_cell_says_its_number_only_where_it_fits():
    grid = [("2026", [Bar("x", 123456, "123,456")] * 12)]
    assert (
        "123,456</text>" not in heat(["x"] * 12, grid, title="x", room=PHONE).inside
        and "123,456</text>" in heat(["x"], [("2026", grid[0][1][:1])], title="x", room=PHONE).inside
    )


def test_a_stack_is_as_high_as_its_parts():
    tree = drawn(
        stacked([Bar("t", 3, "3")], [[Bar("a", 1, "1", marker="culture", group="Culture"), Bar("b", 2, "2", marker="health", group="Health")]], title="x")
    )
    parts = [float(part.get("height", "")) for part in tree.iter("rect") if part.get("class") == "part" and "%" in part.get("width", "")]
    assert parts[1] == pytest.approx(2 * parts[0], rel=0.01)


def test_the_line_of_what_is_not_known_goes_from_low_to_high():
    tree = drawn(series([Bar("x", 5, "5", low=2, high=10)], title="x"))
    assert next(r for r in tree.iter("rect") if r.get("class") == "range").get("height") == "124.8"


def test_countries_are_shaded_and_the_map_is_that_of_europe_if_all_lie_there():
    europe = chosen([Place(Bar("Norway", 5, "5"), *OSLO, "NO"), Place(Bar("Italy", 0, "0"), *ROME, "IT")], title="x")
    world = chosen([Place(Bar("Norway", 5, "5"), *OSLO, "NO"), Place(Bar("Brazil", 1, "1"), -10, -55, "BR")], title="x")
    assert "shade-5" in europe.inside and "shade-0" in europe.inside and 'viewBox="0 0 2000 1494"' in europe.inside
    assert 'viewBox="0 0 2000 860"' in world.inside and "shade-2" in world.inside


def test_places_are_points_on_a_map_cut_to_them():
    picture = chosen([Place(Bar("Oslo", 9, "9"), *OSLO), Place(Bar("Rome", 1, "1"), *ROME)], title="x")
    assert 'viewBox="0 0 2000' not in picture.inside and [t.text for t in drawn(picture).iter("text")] == ["Oslo", "Rome"]


def test_names_that_would_lie_over_one_another_are_left_out():
    spots = [Spot(Place(Bar("One", 9, "9"), *OSLO), x, 50, 9, DESK) for x in (100, 104, 880)]
    assert [spot.x for spot in apart(spots)] == [104, 880] or [spot.x for spot in apart(spots)] == [880]


def test_one_drawing_stands_alone_and_two_take_turns():
    one, other = Picture("rows", "<g/>", 10, "x"), Picture("rows", "<g/>", 20, "x")
    assert framed(one, one) == one.svg and framed(one, other).count("<svg") == 2


def test_texts_are_cut_and_wrapped():
    assert short("A very long name", 60).endswith("…") and short("Short", 60) == "Short"
    assert (wrapped("one two " * 60, 300)[0].startswith("one two") and len(wrapped("x" * 500, 300)) == 1) or wrapped("x" * 500, 300)


def test_a_file_is_as_high_as_what_is_in_it():
    low, high = (as_svg(Picture("rows", "", height, ""), heading="x", said="y", source=["z"]) for height in (10, 110))
    assert int(ElementTree.fromstring(high).get("height", "0")) - int(ElementTree.fromstring(low).get("height", "0")) == 100
