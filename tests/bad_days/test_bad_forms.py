"""Every other form gets a book, a NUL, markup and nonsense in each of its fields: words and a status, never a 500, never a change."""

import pytest

from dugnad.activities.models import Term, Vocabulary
from dugnad.needs.models import Answer, Evidence, Need
from dugnad.network.models import Level, Office, Unit
from tests.bad_days.test_bad_input import LONG, rows
from tests.needs.making import recorded
from tests.world import register

pytestmark = pytest.mark.thorough

NONSENSE = ("", LONG, "a\x00b", "-1", "NaN", "1e999", "<b>x</b>", "2026-02-30", "9999-12-31", "'; DROP TABLE x;--", "\u202e\u200b", "🌲" * 300)
NAMES = [ascii(text[:12]) for text in NONSENSE]
FORMS = {
    "/units/no-berg-esn/edit/": ("name", "city", "address", "email", "website", "lat", "lon", "timezone", "currency"),
    "/units/no/add/": ("level", "code", "name", "lat", "timezone", "currency", "email"),
    "/units/no-berg-esn/close/": ("day",),
    "/units/no-berg-esn/place/": ("what", "move-whole", "move-since", "join-whole", "join-since", "join-until", "leave-whole", "leave-until"),
    "/offices/{office}/end/": ("day",),
    "/units/no/reports/begin/": ("first_month", "last_month", "theme", "title", "language"),
    "/words/{words}/add/": ("key", "name_en", "name_nb", "name_fr", "limit", "motif", "sdgs", "parent"),
    "/words/{words}/publish/": ("key", "version", "since", "name_en"),
    "/terms/{term}/": ("name_en", "name_nb", "limit", "motif", "sdgs", "help_en"),
    "/terms/{old}/mapping/": ("new",),
    "/units/no-berg-esn/certificates/offer/": ("work", "name", "email", "hours", "part", "skills", "language"),
    "/units/no-berg-esn/certificates/offer/?activity=%00": ("work",),
    "/units/no-berg-esn/certificates/offer-list/": ("work", "text", "language"),
    "/certificates/verify/": ("text",),
    "/account/certificates/": ("email",),
    "/units/no-berg-esn/needs/record/": (
        "id",
        "title",
        "theme",
        "groups",
        "who",
        "place",
        "would_help",
        "tried",
        "figure",
        "year",
        "source",
        "address",
        "text",
    ),
    "/needs/{need}/amend/": ("title", "theme", "groups", "who", "revision"),
    "/needs/{need}/evidence/": ("figure", "year", "source", "address", "text"),
    "/needs/{need}/close/": ("result",),
    "/needs/{need}/answer/": ("near", "address", "note"),
    "/activities/{activity}/needs/": ("near", "address", "note"),
}


@pytest.fixture
def addresses(world):
    words = Vocabulary.objects.get(kind="cause", until=None)
    old = Term.objects.filter(vocabulary__kind="cause", vocabulary__until__isnull=False).first()
    known = {"office": Office.objects.get(person=world.kari).pk, "words": words.key, "term": words.terms.first().pk, "old": old.pk}
    known |= {"need": recorded(world).pk, "activity": register(world.bergen, world.kari).pk}
    return {address: address.format(**known) for address in FORMS}


def stands():
    """What these forms could change."""
    tree = [list(model.objects.order_by("pk").values()) for model in (Unit, Office, Term, Vocabulary, Level, Need, Evidence, Answer)]
    return tree, {name: count for name, count in rows().items() if "journal" not in name.lower()}


@pytest.mark.parametrize("nonsense", [*NONSENSE[:3], *(pytest.param(text, marks=pytest.mark.slow) for text in NONSENSE[3:])], ids=NAMES)
@pytest.mark.parametrize("address", FORMS)
def test_nonsense_in_one_field_is_answered(world, sign_in, addresses, address, nonsense):
    """Each field on its own, in a form whose other fields are empty; so nothing can change."""
    session, before = sign_in(world.ines), stands()
    session.raise_request_exception = False
    for field in FORMS[address]:
        answer = session.post(addresses[address], {field: nonsense})
        assert answer.status_code in (200, 302, 422), (field, answer.status_code)
    if address not in ("/units/no-berg-esn/close/", "/offices/{office}/end/", "/terms/{term}/", "/needs/{need}/close/"):  # whose one field may be right
        assert stands() == before


@pytest.mark.parametrize("nonsense", NONSENSE, ids=NAMES)
def test_nonsense_about_a_file_is_answered(world, sign_in, nonsense):
    from tests.activities.test_import import kept_in, uploaded

    session, before = sign_in(world.kari), rows()
    session.raise_request_exception = False
    kept = kept_in(uploaded(session))
    for sent in (
        {"kept": nonsense},
        {"kept": kept, "map:Tittel": nonsense},
        {"kept": kept, "cause": nonsense},
        {"kept": kept, f"map:{nonsense[:300]}": "title"},
    ):
        assert session.post("/units/no-berg-esn/import/", sent).status_code in (200, 400, 409, 422), sent
    assert rows() == before
    assert session.get(f"/units/no-berg-esn/import/{nonsense[:50].replace('/', '') or 'x'}/progress/").status_code in (200, 404)
