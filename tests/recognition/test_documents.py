"""The letter in print: a tagged PDF, a photo where there is one, the square of the quilt where there is none."""

from io import BytesIO

from PIL import Image

from dugnad.activities.actions.photo import add_photo
from dugnad.documents.press import found, printed
from dugnad.network.models import Brand, Typeface
from dugnad.recognition import documents
from dugnad.recognition.languages import KNOWN
from dugnad.recognition.models import Letter
from dugnad.web.contrast import contrast
from tests.documents.pictures import logo_of
from tests.recognition.making import again, approved, contact, drafted, only, served, university
from tests.world import act, register


def test_a_letter_is_an_accessible_pdf_with_its_language(world):
    pdf = documents.document([only(drafted(world))])
    assert pdf.startswith(b"%PDF-1.7") and b"pdfuaid" in pdf and b"/Lang" in pdf


def test_every_language_fits_on_a_page_in_every_typeface(world):
    served(world)
    made = [only(again(world, language=language, name=language)) for language in KNOWN]
    brand = Brand.objects.create(unit=world.norway)
    for brand.typeface in Typeface:
        brand.save()
        assert len(printed(documents.job(made), "png", ppi=30)) == len(KNOWN), brand.typeface


def test_an_example_brings_its_photo_or_its_square(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    letter = only(drafted(world))
    [example] = documents.job([letter]).data["letters"][0]["examples"]
    assert example["picture"] == "square-environment.svg" and example["alt"] is None
    out = BytesIO()
    Image.new("RGB", (900, 600), "green").save(out, "JPEG")
    activity = world.bergen.activities.get()
    photo = add_photo(act(world.kari), activity, BytesIO(out.getvalue()), size=900, alt="A birch")
    made = documents.job([letter])
    [example] = made.data["letters"][0]["examples"]
    assert (example["picture"], example["alt"]) == (f"photo-{photo.pk}.jpg", "A birch") and len(made.pictures[example["picture"]]) < 20_000
    assert documents.pages(letter, 30)
    photo.file.delete(save=False)
    assert documents.job([letter]).data["letters"][0]["examples"][0]["picture"] == "square-environment.svg"


def test_what_people_typed_is_never_markup(world):
    letter = only(drafted(world))
    letter.body = '#panic("x") $ * _ `raw` <tag> @label \\ "quoted"\n\n{figures}'
    letter.address = "#import\n= Heading"
    assert documents.pages(letter, 30)


def test_a_letter_with_nothing_beside_its_text_can_be_printed(world):
    letter = only(drafted(world))
    letter.told |= {"figures": {}, "people": [], "examples": [], "signed": ""}
    letter.unit.email = letter.unit.website = ""
    assert documents.pages(letter, 30) and found(documents.job([letter]), "<nothing>") == []


def test_batches_are_read_as_they_are_needed(world):
    given = iter([Letter(code=str(n)) for n in range(5)])
    batches = documents.batches(given, 2)
    assert [one.code for one in next(batches)] == ["0", "1"] and next(given).code == "2"
    assert [[one.code for one in batch] for batch in batches] == [["3", "4"]]


def test_letters_are_written_as_a_file_each_or_in_parts_of_a_bounded_size(world, tmp_path, monkeypatch):
    of = approved(world, 3)
    letters = of.letters.select_related("unit", "university", "round")
    assert list(documents.each_in(letters, tmp_path)) == [1, 2, 3]
    assert {file.stem for file in tmp_path.iterdir()} == set(letters.values_list("code", flat=True))
    monkeypatch.setattr(documents, "PART", 2)
    assert list(documents.in_parts(letters, tmp_path)) == [2, 1]
    assert (tmp_path / "letters-0002.pdf").read_bytes().startswith(b"%PDF")


def test_a_letter_wears_what_its_section_inherits(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    letter = only(drafted(world))
    plain = documents.job([letter])
    assert plain.data["letters"][0]["from"]["logo"] is None
    brand = logo_of(world.norway, (600, 100), colour="#FFCC00", typeface="noto")
    made = documents.job([letter])
    worn = made.data["letters"][0]["from"]
    assert (worn["typeface"], worn["logo"]["wide"], worn["logo"]["high"], worn["logo"]["alt"]) == ("noto", 48, 8, "Norway")
    assert contrast(worn["colour"], "#FFFFFF") >= 4.5 and worn["logo"]["name"] in made.pictures
    assert printed(made, "png", ppi=30) != printed(plain, "png", ppi=30) and b"pdfuaid" in printed(made, "pdf")[0]
    brand.logo.delete(save=False)
    Brand.objects.filter(pk=brand.pk).update(logo="logos/gone.png")
    assert documents.job([letter]).data["letters"][0]["from"]["logo"] is None


def test_letters_of_several_sections_each_have_their_own_look(world, django_assert_num_queries):
    served(world)
    contact(university("University of Oslo", world.oslo, city="Oslo"), "rector@uio.example.org")
    register(world.oslo, world.ola)
    of = again(world)
    for unit, colour in ((world.bergen, "#AA0000"), (world.oslo, "#0000AA")):
        Brand.objects.create(unit=unit, colour=colour)
    letters = list(of.letters.select_related("unit", "round").order_by("university__name"))
    with django_assert_num_queries(3):  # the network, the looks, the photos
        made = documents.job(letters)
    assert [one["from"]["colour"] for one in made.data["letters"]] == ["#AA0000", "#0000AA"]


def test_who_signs_for_a_section_from_above_says_by_which_office(world):
    letter = approved(world).letters.get()
    assert documents.signed_by(letter) == ["Marianne", "nasjonal koordinator, Norway", "ESN Bergen"]
    letter.told["office"] = None
    assert documents.signed_by(letter) == ["Marianne", "ESN Bergen"]
