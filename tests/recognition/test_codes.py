"""The code of a letter, and the QR code made from sixty others."""

from io import BytesIO

import segno
from PIL import Image

from dugnad.recognition import codes


def modules(png):
    picture = Image.open(BytesIO(png))
    inner = range(codes.BORDER, picture.width - codes.BORDER)
    return [[picture.getpixel((x, y)) == 0 for x in inner] for y in inner]


def test_the_quick_qr_code_is_the_one_that_an_encoder_makes():
    for code in ("000000000000", "7XK294QD1ABC", "ZZZZZZZZZZZZ", codes.new_code()):
        made = segno.make(f"https://dugnad.example.org/letters/{code}/", error="m", mode="byte", mask=3, micro=False, boost_error=False)
        assert modules(codes.picture("https://dugnad.example.org/letters/", code, "/")) == [[bool(cell) for cell in row] for row in made.matrix]


def test_it_has_a_white_border_all_around():
    picture = Image.open(BytesIO(codes.picture("https://a.example/", "0" * 12, "/")))
    edge = [picture.getpixel((x, y)) for x in range(picture.width) for y in (0, 1, picture.height - 1)]
    assert set(edge) == {255} or set(edge) == {1}


def test_codes_are_long_enough_and_forgiving_to_read():
    assert len({codes.new_code() for _one in range(200)}) == 200
    assert codes.as_kept("7xk2-94qd-iolc") == "7XK294QD101C"
