"""Every colour that carries words is readable on every ground, by day and by night."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dugnad.web import contrast as ours

SHEET = (Path(__file__).parents[2] / "dugnad/web/static/web/tokens.css").read_text()
BLOCKS = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root[^{]*\{([^{}]*--paper: #[0-9a-f]{6}[^{}]*)\}", SHEET)]
LIGHT, DARK, CHOSEN = BLOCKS
CAUSES = [name for name in LIGHT if name.startswith("cause-")]
WORDS = ["ink", "muted", "action", "danger", "ok"]


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_chosen_night_is_the_devices_night() -> None:
    assert CHOSEN == DARK and LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_are_readable_on_every_ground(theme: dict[str, str]) -> None:
    faint = [(word, ground) for word in WORDS for ground in ("paper", "paper-2", "field") if contrast(theme[word], theme[ground]) < 4.5]
    assert faint == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_causes_are_readable_on_paper_and_paper_on_causes(theme: dict[str, str]) -> None:
    assert len(CAUSES) == 7 and [cause for cause in CAUSES if contrast(theme[cause], theme["paper"]) < 4.5] == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_button_is_readable_and_the_edge_of_a_field_is_seen(theme: dict[str, str]) -> None:
    assert contrast(theme["on-action"], theme["action"]) >= 4.5
    assert contrast(theme["line"], theme["paper"]) >= 3 and contrast(theme["line"], theme["field"]) >= 3


def test_the_sample_banner_is_readable() -> None:
    assert contrast("#20242b", LIGHT["gold"]) >= 4.5 and contrast("#20242b", DARK["gold"]) >= 4.5


hexes = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(hexes, st.sampled_from(["#F6F0E4", "#20242B", "#14171D", "#ffffff", "#000000"]))
def test_a_colour_is_moved_until_it_can_be_read(colour: str, ground: str) -> None:
    assert ours.contrast(ours.readable(colour, ground), ground) >= 4.5


@given(hexes, hexes)
def test_a_colour_that_can_be_read_stays_as_it_is(colour: str, ground: str) -> None:
    assert ours.contrast(colour, ground) == pytest.approx(contrast(colour, ground))
    assert (ours.readable(colour, ground) == colour) or ours.contrast(colour, ground) < 4.5


@given(hexes)
def test_paper_or_ink_or_white_is_read_on_any_colour_made_readable_on_paper(colour: str) -> None:
    accent = ours.readable(colour, "#F6F0E4")
    assert ours.contrast(ours.words_on(accent, "#F6F0E4", "#20242B"), accent) >= 4.5


def test_a_middle_grey_is_moved_as_far_as_it_must_and_no_further() -> None:
    assert 4.5 <= ours.contrast(ours.readable("#999999", "#F6F0E4"), "#F6F0E4") < 5.2
