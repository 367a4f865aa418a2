"""Quilts are sound SVG in which every square opens its activity, whatever people have written."""

from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

from dugnad.documents.motifs import MOTIFS, path
from dugnad.documents.quilt import Square, empty, quilt, sign, weeks
from dugnad.documents.weeks import strip

HOSTILE = "</title><script>alert(1)</script>\x00\x0b\" onload='x' & \ud800 ünï 🧶"
SQUARES = [Square(f"{HOSTILE} {i}", f"/a/{i}", motif, 2 if i % 7 == 0 else 1, i % 2 == 0, i % 3 == 0, f"k{i}") for i, motif in enumerate(list(MOTIFS) * 5)]


def sound(markup: str) -> ElementTree.Element:
    """Parses, and holds nothing that the content security policy would refuse."""
    tree = ElementTree.fromstring(markup)
    for element in tree.iter():
        assert element.tag not in ("script", "style")
        assert not {name for name in element.attrib if name == "style" or name.startswith("on")}
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    assert all(count == 1 for count in ids.values())
    used = {element.get("href", "#")[1:] for element in tree.iter("use")}
    assert used <= set(ids)
    return tree


def test_every_square_is_a_link_with_a_name() -> None:
    links = list(sound(quilt(SQUARES, columns=12, title=HOSTILE)).iter("a"))
    assert {link.get("href") for link in links} == {square.href for square in SQUARES}
    assert all(HOSTILE.split("\x00")[0] in link.findtext("title", "") for link in links)


def test_a_phone_gets_the_first_squares_in_a_picture_of_its_own() -> None:
    tree = sound(quilt(SQUARES, columns=26, title="The year", narrow=4, narrow_rows=3))
    narrow = tree.find("./div[@class='narrow']/svg")
    assert narrow is not None
    assert 4 <= len(list(narrow.iter("a"))) <= 12


def test_the_same_data_makes_the_same_picture() -> None:
    assert quilt(SQUARES, columns=12, title="x") == quilt(list(SQUARES), columns=12, title="x")


def test_only_the_new_square_is_fresh() -> None:
    assert quilt(SQUARES, columns=12, title="x", fresh="k3").count(" fresh") == 1
    assert " fresh" not in quilt([replace(s, key="") for s in SQUARES], columns=12, title="x")


def test_a_link_that_would_run_script_leads_nowhere() -> None:
    assert "javascript" not in quilt([Square("x", "javascript:alert(1)", "culture")], columns=4, title="x")


def test_a_motif_that_nobody_has_drawn_becomes_the_plain_one() -> None:
    assert path("unheard of") == path("none")
    sound(quilt([Square("x", "/", 'un"heard <of>')], columns=4, title="x"))


def test_weeks_hold_every_square_once_in_each_of_their_two_arrangements() -> None:
    for year in (2025, 2026):
        tree = sound(weeks({1: SQUARES[:3], 40: SQUARES[3:9], 52: SQUARES[9:10]}, year=year, title=HOSTILE))
        for kind in ("wide", "narrow"):
            part = tree.find(f"./div[@class='{kind}']")
            assert part is not None
            assert Counter(a.get("href") for a in part.iter("a")) == Counter(s.href for s in SQUARES[:10])


def test_empty_places_and_signs() -> None:
    assert not list(sound(empty(columns=26, title=HOSTILE, narrow=8)).iter("a"))
    assert quilt([], columns=5, title="x") == empty(columns=5, title="x")
    sound(weeks({}, year=2026, title="x"))
    sound(strip([[], SQUARES[:2]], title="x", labels=[(0, HOSTILE)]))
    sound(strip([], title="x"))
    sound(sign("culture", filled=True, gold=True, title=HOSTILE))
    assert 'aria-hidden="true"' in sign("culture", filled=False, title="")


def test_every_motif_is_nine_by_nine_and_its_path_covers_its_stitches() -> None:
    for motif, rows in MOTIFS.items():
        assert [len(row) for row in rows] == [9] * 9, motif
        sizes = [part.split("v") for part in (run.split("h")[1] for run in path(motif).split("M")[1:])]
        assert sum(int(width) * int(height) for width, height in sizes) == "".join(rows).count("#")
