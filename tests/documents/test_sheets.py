"""Whatever stands on a sheet fits on it: the geometry that the press has set, for every template, format, script and length of text."""

from itertools import combinations

import pytest

from dugnad.documents import cuttings
from dugnad.documents.press import Job, found, printed
from dugnad.documents.square import Square
from dugnad.network.brands import Look
from dugnad.network.models import Typeface
from dugnad.showcase.pieces.arts import ARTS
from dugnad.showcase.pieces.colours import colours_of
from dugnad.showcase.pieces.formats import A3, A4, EVERY, PORTRAIT, SQUARE
from tests.documents.pictures import photo

pytestmark = pytest.mark.thorough

AIR = 0.5  # points by which what is rounded may stand out
LATIN = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
LONGEST = {"title": 200, "kicker": 80, "sentence": 240}
SCRIPTS = {
    "Latin": f"{LATIN} and a very long afternoon of cleaning up the shore between the harbour and the lighthouse ",
    "Greek": "Καθαρισμός της ακτής με ογδόντα εθελοντές και τους φίλους τους από όλη την πόλη ",
    "Cyrillic": "Уборка набережной вместе с соседями, волонтёрами и студентами со всего города ",
    "Arabic": "تنظيف الشاطئ مع الجيران والمتطوعين والطلاب من جميع أنحاء المدينة ",
}
SHORTEST = {"title": "Å", "kicker": "", "sentence": ""}
ALL = {name: {field: (text * 9)[:most].strip() for field, most in LONGEST.items()} for name, text in SCRIPTS.items()} | {"shortest": SHORTEST}
MANY = [("1,234,567", "international students"), ("98,765,432", "volunteer hours"), ("4,000", "people helped")]
FORMATS = {"infographic": (PORTRAIT, A4, A3), "causes": (SQUARE,)}
WHO = "Erasmus Student Network of the Universities of Applied Sciences in the North · ESN Bergen · ESN Oslo"


def sheet(art, form, texts, *, rtl=False, figures=MANY, proof=True, marks=False, logo=True, typeface="bricolage"):
    """A job with plain data, as full as it can be, or as empty."""
    pictures = {"code.svg": cuttings.code("https://dugnad.example.org/p/ABCD/").encode(), "photo.jpg": photo()}
    w, h = form.size
    pictures[f"{form.key}-quilt.svg"] = cuttings.cloth([Square("", "", motif) for motif in cuttings.COLOURS], w, h, hero=4).encode()
    pictures[f"{form.key}-map.svg"] = cuttings.located([(60.4, 5.3, 3), (59.9, 10.7, 9)], w, h, colour="#1D4E89", at=(0.5, 0.5)).encode()
    for motif in (*cuttings.COLOURS, "none"):
        pictures[f"{motif}.svg"] = cuttings.knitted(motif, "#FFFFFF", 0.2).encode()
    shown = {name: {"name": f"{form.key}-{name}.svg", "width": w, "height": h, "alt": name} for name in ("quilt", "map")}
    shown |= {"photo": {"name": "photo.jpg", "width": 900, "height": 600, "alt": "Six students", "focus": [0.1, 0.9]}, "motif": {"name": "culture.svg"}}
    shown |= {f"motif-{motif}": {"name": f"{motif}.svg"} for motif in (*cuttings.COLOURS, "none")}
    data = texts | {
        "lang": "ar" if rtl else "en",
        "rtl": rtl,
        "size": list(form.size),
        "bleed": 8.5 if marks else 0,
        "marks": marks,
        "figures": [{"number": number, "label": label} for number, label in figures],
        "colours": colours_of(Look(), "culture") | {"line": "#E1D8C6"},
        "typeface": typeface,
        "who": WHO if proof else "ESN",
        "footer": "Unpaid work that neighbours do together, since nineteen hundred and eighty-nine" if proof else "",
        "words": {"proof": "Check these figures:", "code": "QR code", "months": "Activities month by month", "causes": "Activities by cause", "where": "Where"},
        "pictures": shown,
        "alt": "A sheet",
        "causes": [
            {"label": f"Environmental Sustainability and {motif}", "motif": motif, "number": "1,234,567", "share": 0.5} for motif in (*cuttings.COLOURS, "none")
        ],
        "months": [{"label": "Sept.", "number": "123,456", "share": 0.4, "top": at == 3} for at in range(12)],
    }
    if proof:
        data["proof"] = {"shown": "dugnad.erasmus-student-network.example.org/p/WNX4-N2SJ-2AGR-77", "code": "code.svg"}
    if logo:
        data["logo"] = {"name": "photo.jpg", "width": 900, "height": 300, "alt": "ESN"}
    return Job(art, data, pictures)


def faults(job):
    """What stands out of its room, out of the sheet, or over something else."""
    told = found(job, "<fitted>")
    across, down = job.data["size"]
    assert told
    wrong = [(one["name"], "out of its room") for one in told if one["height"] > one["room"][1] + AIR or one["width"] > one["room"][0] + AIR]
    wrong += [
        (one["name"], "off the sheet")
        for one in told
        if one["x"] < 0 or one["y"] < -AIR or one["x"] + one["room"][0] > across + AIR or one["y"] + one["height"] > down + AIR
    ]
    wrong += [(one["name"], other["name"]) for one, other in combinations(told, 2) if over(one, other)]
    least = min(job.data["size"]) / 160
    return wrong + [(one["name"], f"too small: {one['size']:.1f}") for one in told if one["size"] < least]


def over(one, other):
    """Do the two lie over one another, with what hangs below the last line of each?"""
    if not one["height"] or not other["height"]:
        return False
    upper, lower = sorted((one, other), key=lambda text: text["y"])
    beside = one["x"] + one["room"][0] <= other["x"] + AIR or other["x"] + other["room"][0] <= one["x"] + AIR
    hangs = 0.25 * upper["height"] if upper["name"] in ("figure", "number") else 0.12 * upper["size"] if upper["name"] == "row-number" else 0.2 * upper["size"]
    return not beside and upper["y"] + upper["height"] + hangs > lower["y"] + AIR


@pytest.mark.parametrize("typeface", Typeface.values)
@pytest.mark.parametrize("texts", ALL.values(), ids=ALL)
@pytest.mark.parametrize("art", ARTS)
def test_every_text_fits_on_every_sheet_in_every_script_and_typeface(art, texts, typeface):
    rtl, figures = texts is ALL["Arabic"], MANY if art != "infographic" else [*MANY, *MANY[:2]]
    wrong = {form.key: bad for form in FORMATS.get(art, EVERY) if (bad := faults(sheet(art, form, texts, rtl=rtl, figures=figures, typeface=typeface)))}
    assert wrong == {}


@pytest.mark.parametrize("script", ["Latin", "Greek", "Cyrillic"])
def test_each_typeface_has_letters_of_its_own(script):
    """What one has not falls back to Noto Sans, as wide as there; Bricolage Grotesque has Latin alone."""
    texts = SHORTEST | {"title": ALL[script]["title"].split()[3]}
    told = [found(sheet("quilt", EVERY[0], texts, typeface=face), "<fitted>") for face in Typeface.values]
    widths = {one["width"] for of in told for one in of if one["name"] == "title"}
    assert len(widths) == len(Typeface.values) - (script != "Latin")


@pytest.mark.parametrize("art", ARTS)
def test_an_empty_sheet_stands_as_well(art):
    figures = MANY[:1] if art == "infographic" else []
    wrong = {form.key: bad for form in FORMATS.get(art, EVERY) if (bad := faults(sheet(art, form, SHORTEST, figures=figures, proof=False, logo=False)))}
    assert wrong == {}


@pytest.mark.parametrize("art", ARTS)
def test_it_is_tagged_pdf_ua(art):
    pdf = printed(sheet(art, EVERY[4], ALL["Latin"], marks=True), "pdf")[0]
    assert pdf.startswith(b"%PDF-1.7") and b"/StructTreeRoot" in pdf and b"pdfuaid:part>1<" in pdf and b"/Lang" in pdf


def test_the_same_data_give_the_same_bytes():
    for kind in ("png", "svg", "pdf"):
        assert printed(sheet("quilt", EVERY[0], ALL["Greek"]), kind) == printed(sheet("quilt", EVERY[0], ALL["Greek"]), kind)


HOSTILE = '#panic("x") $x$ \\ #read("/etc/passwd") <b>&amp;</b> */ // `raw` @ref *bold* _it_ #image("/pictures/photo.jpg")'


@pytest.mark.parametrize("art", ARTS)
def test_a_hostile_title_is_text(art):
    plain = {"title": HOSTILE, "kicker": HOSTILE[:80], "sentence": HOSTILE}
    assert faults(sheet(art, EVERY[0], plain)) == []


def test_the_focus_decides_what_of_a_photo_is_seen():
    job = sheet("photo", EVERY[1], SHORTEST)
    moved = Job(job.template, job.data | {"pictures": job.data["pictures"] | {"photo": job.data["pictures"]["photo"] | {"focus": [0.9, 0.1]}}}, job.pictures)
    assert printed(job, "png", ppi=20) != printed(moved, "png", ppi=20)


def test_with_marks_the_sheet_is_larger_by_bleed_and_marks_on_every_side():
    from io import BytesIO

    from PIL import Image

    plain, marked = (Image.open(BytesIO(printed(sheet("map", EVERY[4], SHORTEST, marks=marks), "png")[0])).size for marks in (False, True))
    assert (marked[0] - plain[0], marked[1] - plain[1]) == (53, 53)
