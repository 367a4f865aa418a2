"""Pictures for sample activities, painted here in flat colours: nobody real is on them, so nobody had to be asked."""

import math
import random
from collections.abc import Callable, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

WIDE, HIGH, FINE = 1600, 1067, 2  # pixels; painted so many times as large, so that edges come out smooth
RED, BLUE, GREEN, PURPLE, GOLD, ORANGE, PAPER, INK = "#BA0C2F", "#1D4E89", "#2F7345", "#5B3E8C", "#E9B44C", "#CC4A14", "#F6EFE3", "#20242B"
CLOTHES = (RED, BLUE, GREEN, PURPLE, GOLD, ORANGE, PAPER)
SKINS = ("#F2C9A5", "#E0A97C", "#C08555", "#8D5A36", "#5F3B24")
HAIRS = ("#20242B", "#4A2F1D", "#8A5A2B", "#D9A441", "#8C8C8C", "#B5482A")
Points = Sequence[tuple[float, float]]


class Sheet:
    """A sheet to paint on, measured in pixels of the finished picture."""

    def __init__(self, seed: int, sky: tuple[str, str]) -> None:
        self.rng = random.Random(seed)
        mask = Image.linear_gradient("L").resize((WIDE * FINE, HIGH * FINE))
        self.image = Image.composite(Image.new("RGB", mask.size, sky[1]), Image.new("RGB", mask.size, sky[0]), mask)
        self.draw = ImageDraw.Draw(self.image)

    def disc(self, x: float, y: float, r: float, colour: str) -> None:
        self.draw.ellipse([(x - r) * FINE, (y - r) * FINE, (x + r) * FINE, (y + r) * FINE], fill=colour)

    def box(self, x: float, y: float, wide: float, high: float, colour: str, round: float = 0) -> None:
        self.draw.rounded_rectangle([x * FINE, y * FINE, (x + wide) * FINE, (y + high) * FINE], round * FINE, fill=colour)

    def shape(self, points: Points, colour: str) -> None:
        self.draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=colour)

    def line(self, points: Points, width: float, colour: str) -> None:
        self.draw.line([(x * FINE, y * FINE) for x, y in points], fill=colour, width=int(width * FINE), joint="curve")
        for x, y in points:
            self.disc(x, y, width / 2, colour)

    def jpeg(self) -> bytes:
        small, file = self.image.resize((WIDE, HIGH), Image.Resampling.LANCZOS), BytesIO()
        grain = Image.frombytes("L", small.size, self.rng.randbytes(WIDE * HIGH)).convert("RGB")
        Image.blend(small, grain, 0.04).save(file, "JPEG", quality=86)
        return file.getvalue()


def hills(on: Sheet, y: float, rise: float, colour: str) -> None:
    one, two, long = on.rng.uniform(0, 6), on.rng.uniform(0, 6), on.rng.uniform(500, 800)
    top = [(x, y - rise * (math.sin(x / long * 3 + one) + 0.4 * math.sin(x / long * 7 + two))) for x in range(0, WIDE + 20, 20)]
    on.shape([(0, HIGH), *top, (WIDE, HIGH)], colour)


def town(on: Sheet, y: float, colours: tuple[str, ...]) -> None:
    x = -40.0
    while x < WIDE:
        wide, high = on.rng.uniform(120, 200), on.rng.uniform(170, 330)
        on.box(x, y - high, wide, high + 400, on.rng.choice(colours))
        on.shape([(x - 8, y - high), (x + wide / 2, y - high - on.rng.uniform(50, 110)), (x + wide + 8, y - high)], INK)
        for row in range(int(high // 75)):
            for column in (0.22, 0.62):
                on.box(x + wide * column, y - high + 26 + 75 * row, wide * 0.17, 38, on.rng.choice((PAPER, GOLD, PAPER)))
        x += wide + 6


def tree(on: Sheet, x: float, y: float, high: float, colour: str = GREEN) -> None:
    on.line([(x, y), (x, y - high * 0.6)], high * 0.07, "#5A3A22")
    for dx, dy, r in ((-0.17, 0.62, 0.2), (0.17, 0.62, 0.2), (0, 0.8, 0.25), (0, 0.58, 0.2)):
        on.disc(x + dx * high, y - dy * high, r * high, colour)


def person(on: Sheet, x: float, y: float, high: float, *, left: tuple[float, float] = (-0.24, 0.36), right: tuple[float, float] = (0.24, 0.36)) -> None:
    """Standing at x, y; the hands in parts of the height from the feet's middle."""
    rng, part = on.rng, high / 8
    skin, top, legs, hair = rng.choice(SKINS), rng.choice(CLOTHES), rng.choice((INK, BLUE, "#4B5563", "#6B4A2F")), rng.choice(HAIRS)
    for side in (-1, 1):
        on.line([(x + side * part * 0.4, y - 3.6 * part), (x + side * part * 0.55, y)], part * 0.72, legs)
    for hand, side in ((left, -1), (right, 1)):
        at = (x + hand[0] * high, y - hand[1] * high)
        elbow = (x + side * part * 1.35 * (1 if abs(hand[0]) < 0.3 else 0.9), y - (hand[1] * high + 5.8 * part) / 2)
        on.line([(x + side * part * 0.85, y - 6 * part), elbow, at], part * 0.55, top)
        on.disc(*at, part * 0.36, skin)
    if rng.random() < 0.5:
        on.box(x - part * 0.95, y - 7.5 * part, part * 1.9, part * 2, hair, part * 0.5)
    on.box(x - part * 1.15, y - 6.4 * part, part * 2.3, 3.3 * part, top, part * 0.8)
    on.box(x - part * 0.25, y - 6.7 * part, part * 0.5, part * 0.55, skin, part * 0.2)
    on.disc(x, y - 7.15 * part, part * 0.78, skin)
    on.draw.chord([(x - part * 0.86) * FINE, (y - 8.1 * part) * FINE, (x + part * 0.86) * FINE, (y - 6.4 * part) * FINE], 203, 337, fill=hair)
    for side in (-1, 1):
        on.disc(x + side * part * 0.27, y - 7.1 * part, part * 0.075, INK)


def group(on: Sheet, places: list[float], y: float, high: float, **hands: tuple[float, float]) -> None:
    for x in places:
        person(on, x, y + on.rng.uniform(-14, 14), high * on.rng.uniform(0.9, 1.06), **hands)


def bunting(on: Sheet, y: float, sag: float) -> None:
    string = [(x, y + sag * math.sin(math.pi * x / WIDE)) for x in range(0, WIDE + 40, 40)]
    on.line(string, 4, INK)
    for at, (x, top) in enumerate(string[1:-1:2]):
        on.shape([(x - 26, top), (x + 26, top), (x, top + 62)], CLOTHES[at % 6])


def table(on: Sheet, x: float, y: float, wide: float, cloth: str) -> None:
    for leg in (x + 30, x + wide - 46):
        on.box(leg, y, 16, 170, "#5A3A22")
    on.box(x, y - 16, wide, 92, cloth, 8)
    on.box(x, y - 16, wide, 20, PAPER, 8)


def planting(on: Sheet) -> None:
    on.disc(1240, 230, 110, GOLD)
    hills(on, 520, 70, "#9BB58A")
    hills(on, 640, 60, "#6E9A63")
    for x in (120, 300, 1430):
        tree(on, x, 690, on.rng.uniform(200, 280))
    hills(on, 800, 35, "#3F7A4C")
    for x in (430, 760, 1120):
        tree(on, x + 90, 930, 150, "#5E9A4E")
    group(on, [380, 700, 1060], 960, 370, right=(0.3, 0.3))
    group(on, [1350], 980, 390, left=(-0.3, 0.62))


def tidying(on: Sheet) -> None:
    on.disc(330, 260, 95, PAPER)
    hills(on, 430, 80, "#7C93A8")
    on.box(0, 520, WIDE, 260, "#3E6E96")
    for _wave in range(40):
        x, y = on.rng.uniform(0, WIDE), on.rng.uniform(540, 740)
        on.line([(x, y), (x + on.rng.uniform(50, 120), y)], 5, "#7FA3C0")
    hills(on, 800, 25, "#E3CFA2")
    for x in (260, 620, 1010, 1380):
        person(on, x, 985, 380 * on.rng.uniform(0.94, 1.05), right=(0.26, 0.3))
        on.shape([(x + 62, 985), (x + 80, 880), (x + 118, 868), (x + 154, 880), (x + 170, 985)], on.rng.choice((INK, GREEN, GOLD)))


def dancing(on: Sheet) -> None:
    town(on, 700, ("#C9785A", "#D9A441", "#8FA6B8", "#B98AA0"))
    on.box(0, 700, WIDE, 400, "#CDB48E")
    bunting(on, 120, 90)
    bunting(on, 230, 60)
    for x in range(180, WIDE, 250):
        person(on, x, 960 + on.rng.uniform(-16, 16), 390, left=(-0.32, 0.62), right=(0.32, 0.62))


def cooking(on: Sheet) -> None:
    on.box(0, 0, WIDE, 700, "#E8D5B0")
    for x in range(0, WIDE, 133):
        on.box(x, 120, 5, 560, "#DBC397")
    for x in (210, 800, 1390):
        on.line([(x, 0), (x, 150)], 6, INK)
        on.shape([(x - 80, 210), (x - 40, 140), (x + 40, 140), (x + 80, 210)], ORANGE)
        on.disc(x, 215, 26, GOLD)
    on.box(0, 700, WIDE, 400, "#9A6B45")
    group(on, [250, 560, 860, 1150, 1420], 900, 400, left=(-0.2, 0.48), right=(0.2, 0.48))
    table(on, 90, 790, 1420, RED)
    for x in range(170, 1480, 140):
        on.disc(x, 770, 40, PAPER)
        on.disc(x, 766, 27, on.rng.choice((GREEN, ORANGE, GOLD, RED)))


def teaching(on: Sheet) -> None:
    on.box(0, 0, WIDE, 760, "#D7E0E4")
    on.box(250, 130, 1100, 430, "#7A5230", 10)
    on.box(272, 152, 1056, 386, "#254D3C")
    for row in range(4):
        x = 330.0
        while x < 1150:
            long = on.rng.uniform(50, 150)
            on.line([(x, 220 + row * 80), (x + long, 220 + row * 80)], 9, "#E8EDE6")
            x += long + 50
    on.box(0, 760, WIDE, 320, "#B98F5F")
    person(on, 1400, 860, 520, left=(-0.3, 0.72))
    group(on, [230, 480, 730, 980], 1090, 330)
    group(on, [360, 860, 1120], 1140, 330, right=(0.1, 1.08))


def building(on: Sheet) -> None:
    on.box(0, 0, WIDE, 760, "#E4DCCB")
    for x, colour in ((140, BLUE), (620, GOLD), (1100, PURPLE)):
        on.box(x, 130, 340, 240, "#FFFFFF", 6)
        on.box(x + 20, 150, 300, 26, colour)
        for bar in range(5):
            tall = on.rng.uniform(40, 150)
            on.box(x + 30 + 58 * bar, 350 - tall, 40, tall, colour)
    on.box(0, 760, WIDE, 320, "#8FA6A0")
    group(on, [260, 620, 980, 1340], 950, 430, left=(-0.14, 0.5), right=(0.14, 0.5))
    table(on, 110, 830, 1380, BLUE)
    for x in (200, 560, 920, 1280):
        on.shape([(x, 812), (x + 26, 720), (x + 150, 720), (x + 132, 812)], INK)


def running(on: Sheet) -> None:
    on.disc(800, 250, 120, GOLD)
    town(on, 560, ("#C7B8D6", "#A9BCD0", "#D8B9A8"))
    for x in range(60, WIDE, 210):
        tree(on, x, 660, on.rng.uniform(150, 210))
    hills(on, 690, 12, "#6E9A63")
    on.box(0, 760, WIDE, 320, "#B5654A")
    for y in (860, 960):
        on.box(0, y, WIDE, 8, PAPER)
    group(on, [180, 460, 760, 1040, 1330], 980, 400, left=(-0.22, 0.58), right=(0.24, 0.66))


def visiting(on: Sheet) -> None:
    on.box(0, 0, WIDE, 780, "#EAD9C8")
    for x in (160, 1060):
        on.box(x, 120, 380, 400, "#FFFFFF", 8)
        on.box(x + 18, 138, 344, 364, "#A9CBE0")
        on.disc(x + 270, 230, 44, GOLD)
        hills_in = [(x + 18, 502), (x + 18, 430), (x + 120, 380), (x + 240, 440), (x + 362, 400), (x + 362, 502)]
        on.shape(hills_in, "#7FA86F")
    on.box(0, 780, WIDE, 300, "#8C6A4E")
    group(on, [330, 660, 960, 1280], 950, 430, left=(-0.2, 0.47), right=(0.2, 0.47))
    table(on, 470, 850, 700, PURPLE)
    for x in (560, 760, 980):
        on.box(x, 790, 60, 48, PAPER, 10)
        on.box(x + 6, 790, 48, 12, "#6B4A2F", 6)


# By the kind of cause, as the samples have them; each with the words for those who do not see it, and its sky.
SCENES: dict[str, list[tuple[str, Callable[[Sheet], None], tuple[str, str]]]] = {
    "environment": [
        ("A drawing: four people plant young trees on a hillside", planting, ("#F3D9B1", "#CFE3E6")),
        ("A drawing: four people gather rubbish in bags on a beach", tidying, ("#BBD3E0", "#F1DFC3")),
    ],
    "culture": [("A drawing: people dance hand in hand in a square, below bunting", dancing, ("#F4C98F", "#F3E3C6"))],
    "education": [("A drawing: somebody explains at a blackboard, and people listen", teaching, (PAPER, PAPER))],
    "health": [("A drawing: five people run past trees and houses", running, ("#CFE6EF", "#F5E7CB"))],
    "inclusion": [
        ("A drawing: five people behind a long table laid with plates", cooking, (PAPER, PAPER)),
        ("A drawing: four people drink coffee together indoors", visiting, (PAPER, PAPER)),
    ],
    "skills": [("A drawing: four people with laptops at a table, charts on the wall", building, (PAPER, PAPER))],
}


def drawing(cause: str, turn: int) -> tuple[str, bytes]:
    """What it shows, in words, and a JPEG. Another turn paints it with other people."""
    alt, scene, sky = SCENES[cause][turn % len(SCENES[cause])]
    sheet = Sheet(turn, sky)
    scene(sheet)
    return alt, sheet.jpeg()
