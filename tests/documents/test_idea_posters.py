"""The poster of an idea: whatever stands on it fits, in every script and length, alone and on a wall."""

from itertools import combinations

import pytest

from dugnad.documents import cuttings
from dugnad.documents.press import Job, found, printed
from tests.documents.test_sheets import AIR, HOSTILE, SCRIPTS, over

pytestmark = pytest.mark.thorough

MOST = {"title": 120, "kicker": 90, "sentence": 280}
FIGURES = [("1,000", "people are enough"), ("€ 1,000,000", "money needed"), ("1,000", "days of preparation"), ("12.5", "hours for each")]


def page(text, *, steps=9, sides=4, figures=4):
    """As full as it can be, or as empty."""
    long = (text * 9)[:130].strip()
    return {name: (text * 9)[:most].strip() for name, most in MOST.items()} | {
        "accent": "#2F6B3A", "on": "#F6F0E4", "motif": "motif.svg", "code": "code.svg", "shown": "dugnad.erasmus-student-network.example.org/ideas/",
        "figures": [{"number": number, "label": label} for number, label in FIGURES[:figures]],
        "steps": [long] * steps,
        "sides": [{"heading": "What can go wrong, and what helps", "text": (text * 9)[:240].strip()}] * sides,
        "tried": "Tried 1,234 times in 46 countries, typically 1,234 volunteers for 12,345 people, 1,234 with the label.",
        "who": "Erasmus Student Network of the Universities of Applied Sciences · Sample network",
        "words": {"steps": "Steps", "code": "Scan it to read all, and to adapt it:", "alt": "Code of the page of this idea"},
    }  # fmt: skip


def wall(*pages, rtl=False, typeface=""):
    colours = {"paper": cuttings.PAPER, "ink": cuttings.INK, "soft": "#5A5648", "gold": cuttings.GOLD}
    pictures = {"motif.svg": cuttings.knitted("culture", "#FFFFFF", 0.2).encode(), "code.svg": cuttings.code("https://dugnad.example.org/ideas/x/").encode()}
    data = {"size": [841.89, 1190.55], "lang": "ar" if rtl else "en", "rtl": rtl, "title": "Wall", "alt": "Posters", "author": ["ESN"], "colours": colours}
    return Job("idea", data | {"typeface": typeface, "posters": list(pages)}, pictures)


def faults(job):
    """As of every sheet, page by page: what stands out of its room, off the sheet, over something else, or is too small to be read."""
    told, (across, down) = found(job, "<fitted>"), job.data["size"]
    of_one = len(told) // len(job.data["posters"])
    wrong = [(one["name"], "out of its room") for one in told if one["height"] > one["room"][1] + AIR or one["width"] > one["room"][0] + AIR]
    wrong += [(one["name"], "off the sheet") for one in told if one["x"] < 0 or one["y"] < -AIR or one["x"] + one["room"][0] > across + AIR]
    wrong += [(one["name"], "below the sheet") for one in told if one["y"] + one["height"] > down + AIR]
    for first in range(0, len(told), of_one):
        wrong += [(one["name"], other["name"]) for one, other in combinations(told[first : first + of_one], 2) if over(one, other)]
    return wrong + [(one["name"], f"too small: {one['size']:.1f}") for one in told if one["size"] < min(across, down) / 100]


@pytest.mark.parametrize("typeface", ["", "noto"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_the_fullest_poster_fits_in_every_script(script, typeface):
    assert faults(wall(page(SCRIPTS[script]), rtl=script == "Arabic", typeface=typeface)) == []


@pytest.mark.parametrize(("steps", "sides", "figures"), [(0, 0, 3), (9, 0, 4), (0, 4, 3), (1, 1, 3)])
def test_what_is_left_out_leaves_no_fault(steps, sides, figures):
    assert faults(wall(page("Å ", steps=steps, sides=sides, figures=figures))) == []


def test_a_wall_has_a_page_for_each():
    job = wall(*[page(text) for text in SCRIPTS.values()])
    assert len(printed(job, "png", ppi=20)) == 4 and faults(job) == []


def test_a_hostile_text_is_text():
    assert faults(wall(page(HOSTILE))) == []


def test_it_is_tagged_and_the_same_each_time():
    pdf = printed(wall(page(SCRIPTS["Latin"])), "pdf")[0]
    assert b"pdfuaid:part>1<" in pdf and b"/StructTreeRoot" in pdf and pdf == printed(wall(page(SCRIPTS["Latin"])), "pdf")[0]
