"""The badge says the step by its stitches: at 64 pixels, in black and white, and once it is void."""

import re
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from PIL import Image

from dugnad.documents.badge import ACROSS, HIGH, LEFT, ROW, STITCH, TOP, WIDE, badge, ground_of, places
from dugnad.documents.cuttings import COLOURS, GOLD, INK
from dugnad.documents.sheet import as_png
from dugnad.documents.square import SIDE
from dugnad.network.models import Brand
from dugnad.web.contrast import contrast
from tests.label.making import awarded, revoked
from tests.world import act, register

SMALL = 64


def grey(svg, pixels=SMALL):
    """As it prints in black and white, small."""
    return Image.open(BytesIO(as_png(svg))).convert("L").resize((pixels, pixels), Image.Resampling.LANCZOS)


def lit(svg, steps=3, pixels=SMALL):
    """How bright each stitch of the row is, in the middle of its left half."""
    picture, scale = grey(svg, pixels), pixels / ACROSS
    return [picture.getpixel((round((x + 0.75) * scale), round((ROW + 1.5) * scale))) for x in places(steps)[0]]


@pytest.mark.parametrize("step", [1, 2, 3])
def test_at_64_pixels_in_black_and_white_the_reached_stitches_are_told_from_the_others(step):
    found = lit(badge("culture", step, 3, title="Label"))
    reached, others = found[:step], found[step:]
    assert min(reached) > 130 and all(one < 80 for one in others)


@pytest.mark.parametrize("motif", sorted(COLOURS))
@pytest.mark.parametrize("filled", [True, False])
def test_at_64_pixels_in_black_and_white_the_motif_stands_out_from_its_square(motif, filled):
    svg = badge(motif, 1, 3, title="Label", filled=filled)
    colour, paper = COLOURS[motif], "#F6F0E4"
    assert contrast(colour, paper) >= 4.5
    scale = SMALL / ACROSS
    inside = grey(svg).crop(tuple(round(v * scale) for v in (LEFT, TOP, LEFT + SIDE, TOP + SIDE)))
    low, high = inside.getextrema()
    assert high - low > 110


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 5])
def test_the_row_lies_within_the_badge_in_its_middle_and_no_two_stitches_touch(steps):
    found, scale = places(steps)
    wide = WIDE * scale
    assert len(found) == steps and found[0] >= 0.999 and found[-1] + wide <= ACROSS - 0.999
    assert found[0] == pytest.approx(ACROSS - found[-1] - wide) and scale > 0.7
    assert all(after - before > 1.3 * wide for before, after in pairwise(found))
    assert TOP + SIDE + 0.9 < ROW and ROW + HIGH < ACROSS


def test_a_stitch_is_as_wide_and_as_high_as_it_is_said_to_be():
    numbers = [float(number) for number in re.findall(r"[\d.]+", STITCH)]
    assert max(numbers) == WIDE and HIGH == 3.0


@pytest.mark.parametrize("step", [1, 2, 3])
def test_it_has_as_many_filled_stitches_as_steps_are_reached(world, client, step):
    svg = client.get(f"{awarded(world, step=step).get_absolute_url()}badge.svg").content.decode()
    assert (svg.count('class="reached"'), svg.count('class="open"')) == (step, 3 - step)
    assert f"step {step} of 3</title>" in svg


def test_it_is_drawn_in_the_networks_colour_where_gold_can_be_told_from_it(world, client):
    Brand.objects.create(unit=world.top, colour="#003366")
    assert 'fill="#003366"' in client.get(f"{awarded(world).get_absolute_url()}badge.svg").content.decode()
    assert ground_of("#FFEEAA") == INK == ground_of("") and contrast(GOLD, INK) > 7


def test_the_svg_is_one_whatever_the_title_holds(world, client):
    award = awarded(world, title='Trees & "birds" <b>')
    answer = client.get(f"{award.get_absolute_url()}badge.svg")
    tree = ElementTree.fromstring(answer.content)
    assert tree.find("{http://www.w3.org/2000/svg}desc").text == 'Trees & "birds" <b>'
    assert answer["Content-Type"].startswith("image/svg+xml") and answer["Content-Security-Policy"] == "default-src 'none'"


def test_the_png_has_twice_as_many_pixels(world, client):
    answer = client.get(f"{awarded(world).get_absolute_url()}badge.png")
    assert Image.open(BytesIO(answer.content)).size == (512, 512) and answer["Content-Type"] == "image/png"


def test_it_is_sent_once_to_whoever_has_it(world, client):
    place = f"{awarded(world).get_absolute_url()}badge.png"
    first = client.get(place)
    assert client.get(place, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert first["Cache-Control"] == "public, max-age=300"


def test_once_void_it_has_no_gold_and_is_struck_through_wherever_it_is_shown(world, client):
    award = awarded(world)
    place = f"{award.get_absolute_url()}badge.svg"
    before = client.get(place)
    revoked(world, award)
    after = client.get(place, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200 and GOLD in before.content.decode() and GOLD not in after.content.decode()
    assert "not valid any more" in after.content.decode() and "<path d=" in after.content.decode()


def test_of_a_withdrawn_activity_it_does_not_tell_the_title(world, client):
    from dugnad.activities import actions

    award = awarded(world)
    actions.withdraw(act(world.kari), award.activity, reason="Twice.")
    assert "Clean-up" not in client.get(f"{award.get_absolute_url()}badge.svg").content.decode()


def test_another_ending_is_not_found(world, client):
    award = awarded(world, register(world.bergen, world.kari))
    assert [client.get(f"{award.get_absolute_url()}badge.{kind}").status_code for kind in ("gif", "SVG", "svg.png")] == [404] * 3
