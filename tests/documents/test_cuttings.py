"""Pictures for prints: a map cut to where the places are, and cloth that fills its place."""

import re

from dugnad.documents import cuttings
from dugnad.documents.square import Square

EUROPE = [(45 + at / 10, 5 + at / 10, 1) for at in range(120)]


def box(svg):
    return [float(part) for part in re.search(r'viewBox="([^"]+)"', svg)[1].split()]


def test_one_place_stands_where_it_is_wanted():
    drawn = cuttings.located([(60.4, 5.3, 3)], 400, 300, colour="#1D4E89", at=(0.25, 0.5))
    x, y, w, h = box(drawn)
    cx, cy = (float(value) for value in re.search(r'cx="([\d.]+)" cy="([\d.]+)"', drawn).groups())
    assert abs((cx - x) / w - 0.25) < 0.01 and abs((cy - y) / h - 0.5) < 0.01


def test_without_places_there_is_the_map_alone():
    assert "<circle" in cuttings.located([], 400, 300, colour="#1D4E89", at=(0.5, 0.5))


def test_a_place_beyond_europe_is_on_the_map_of_the_world():
    near, far = (cuttings.located([(60.4, 5.3, 3), place], 400, 300, colour="#000000", at=(0.5, 0.5)) for place in ((59.9, 10.7, 1), (43.2, 76.9, 1)))
    assert near.split("<path")[1] != far.split("<path")[1]


def test_of_a_crowd_the_few_far_out_do_not_decide_the_cut():
    far = [(10, 140, 1), (-30, -60, 1)]
    crowd, few = (box(cuttings.located([*places, *far], 400, 300, colour="#000000", at=(0.5, 0.5), reach=50)) for places in (EUROPE, EUROPE[:50]))
    assert crowd[2] < few[2] / 2


def test_cloth_fills_its_place_and_the_first_square_is_the_largest():
    drawn = cuttings.cloth([Square("", "", "culture", filled=True), Square("", "", "health", gold=True)], 400, 300, hero=3)
    sizes = [float(size) for size in re.findall(r'<rect x="0" y="0" width="([\d.]+)"', drawn)]
    assert [size for size in sizes if size > 30] == [max(sizes)] and cuttings.GOLD in drawn


def test_without_squares_the_cloth_is_paper():
    assert "<g" not in cuttings.cloth([], 400, 300)
