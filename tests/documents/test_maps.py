"""Maps put places where they are, and their files say what the decision on borders says."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from dugnad.documents import maps
from dugnad.documents.maps import Point, points
from dugnad.documents.projection import AREAS

FILES = Path(maps.__file__).parent / "static" / "documents"
SVG = "{http://www.w3.org/2000/svg}"
OSLO, NICOSIA, CANARIES, TOKYO = (59.9, 10.7), (35.2, 33.4), (28.1, -15.4), (35.7, 139.7)


@pytest.fixture(autouse=True)
def plain_static(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps, "static", lambda path: f"/static/{path}")


def test_the_largest_is_drawn_first_and_all_are_links() -> None:
    places = [Point(*OSLO, 1, "small", "/s"), Point(*NICOSIA, 100, "<large>", "/l")]
    tree = ElementTree.fromstring(points(places, area="europe", title='"Sections"'))
    assert [a.findtext("title") for a in tree.iter("a")] == ["<large>", "small"]
    assert "style=" not in points(places, area="europe", title="x")


def test_surface_not_radius_is_the_number() -> None:
    places = [Point(*OSLO, 400, "a"), Point(*NICOSIA, 100, "b")]
    tree = ElementTree.fromstring(points(places, area="europe", title="x"))
    large, small = (float(circle.get("r", "")) for circle in tree.iter("circle"))
    assert large == 2 * small


def test_what_lies_near_the_frame_waits_at_its_edge_and_what_is_far_is_left_to_the_world() -> None:
    places = [Point(*CANARIES, 1, "near"), Point(*TOKYO, 1, "far")]
    assert 'class="point beyond"' in points(places, area="europe", title="x")
    assert "far" not in points(places, area="europe", title="x")
    assert "far" in points(places, area="world", title="x")


@pytest.mark.parametrize("area", ["europe", "world"])
def test_north_is_up_and_east_is_right(area: str) -> None:
    (oslo_x, oslo_y), (nicosia_x, nicosia_y) = AREAS[area].place(*OSLO), AREAS[area].place(*NICOSIA)
    assert oslo_y < nicosia_y
    assert oslo_x < nicosia_x


@pytest.mark.parametrize("area", ["europe", "world"])
def test_the_files_are_small_and_drawn_to_the_same_frame(area: str) -> None:
    text = (FILES / f"{area}.svg").read_text()
    tree = ElementTree.fromstring(text)
    assert len(text) <= 60_000
    assert tree.get("viewBox") == f"0 0 {AREAS[area].width} {AREAS[area].height}"
    assert f"aspect-ratio: {AREAS[area].width} / {AREAS[area].height}" in (FILES / "pictures.css").read_text()
    ids = [path.get("id") for path in tree.iter(f"{SVG}path")]
    assert len(ids) == len(set(ids))
    assert {"NO", "UA", "XK", "CY", "MT", "LU", "disputed", "borders"} <= set(ids)


def test_crimea_is_drawn_with_ukraine() -> None:
    tree = ElementTree.fromstring((FILES / "europe.svg").read_text())
    paths = {path.get("id"): path.get("d", "") for path in tree.iter(f"{SVG}path")}
    x, y = AREAS["europe"].place(45.2, 34.0)
    assert inside(paths["UA"], x, y)
    assert not inside(paths["RU"], x, y)


def inside(d: str, x: float, y: float) -> bool:
    """An odd number of the path's lines lies to the east."""
    crossings = 0
    for part in d.split("M")[1:]:
        assert "h" not in part  # a speck has no outline to be inside of
        start, _, steps = part.rstrip("z").partition("l")
        here, numbers = pair(start), spread(steps)
        corners = [here]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            here = (here[0] + dx, here[1] + dy)
            corners.append(here)
        for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
            crossings += (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay)
    return crossings % 2 == 1


def pair(text: str) -> tuple[int, int]:
    first, second = spread(text)
    return first, second


def spread(text: str) -> list[int]:
    return [int(word) for word in text.replace("-", " -").split()]
