"""Which heading means which answer: synonyms in the languages that ship, the surest first."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from dugnad.core.errors import Refused

SYNONYMS: dict[str, tuple[str, ...]] = {
    "source": ("id", "event id", "activity id", "opportunity id", "uuid", "nr", "number"),
    "title": (
        "title",
        "name of activity",
        "activity",
        "event",
        "event name",
        "event title",
        "tittel",
        "aktivitet",
        "arrangement",
        "titre",
        "activité",
        "intitulé",
        "name",
        "navn",
        "nom",
    ),
    "starts_on": (
        "starts on",
        "start date date",
        "start date",
        "date",
        "datetime",
        "date and time",
        "start",
        "day",
        "dato",
        "startdato",
        "fra dato",
        "date de début",
        "début",
        "jour",
    ),
    "ends_on": ("ends on", "end date date", "end date", "end", "until", "sluttdato", "til dato", "date de fin", "fin"),
    "place": ("place", "location", "venue name", "venue", "venue city", "city", "locality", "sted", "by", "lieu", "ville"),
    "cause": ("cause", "theme", "formål", "tema", "thème"),
    "type": ("type", "kind", "activity type", "slag"),
    "summary": ("summary", "description", "what happened", "sammendrag", "beskrivelse", "résumé", "description courte"),
    "outcome": ("outcome", "result", "resultat", "résultat"),
    "learnt": ("learnt", "lessons", "lærdom", "leçons"),
    "volunteers": ("volunteers", "number of volunteers", "frivillige", "antall frivillige", "bénévoles"),
    "international_students": ("international students", "internasjonale studenter", "étudiants internationaux", "erasmus students"),
    "local_students": ("local students", "lokale studenter", "étudiants locaux"),
    "people_helped": ("people helped", "beneficiaries", "mennesker hjulpet", "personnes aidées", "bénéficiaires"),
    "meetings": ("meetings", "number of meetings", "møter", "réunions", "séances"),
    "hours_per_meeting": ("hours per meeting", "duration", "hours", "timer", "varighet", "durée", "heures"),
    "volunteer_hours": ("volunteer hours", "frivillige timer", "heures de bénévolat"),
    "money_amount": ("money collected", "money", "amount", "beløp", "montant"),
    "money_currency": ("currency", "valuta", "devise"),
    "partners": ("partners", "partnere", "partenaires"),
    "links": ("links", "url", "event url", "lenker", "liens"),
    "status": ("status", "state", "tilstand", "statut"),
}
WARNED = {"rsvp yes", "rsvps", "sign ups", "signups", "registrations", "vol requests"}


def found_mapping(headings: Iterable[str], wished: dict[str, str] | None = None) -> dict[str, str]:
    """{answer: heading}; what the person wished comes first, and a heading serves once."""
    headings = list(headings)
    mapping: dict[str, str] = {}
    for heading, field in (wished or {}).items():
        if heading not in headings:
            raise Refused("no-heading", _("There is no column “%(name)s”. The file has: %(names)s.") % {"name": heading, "names": ", ".join(headings[:40])})
        if field and field not in SYNONYMS:
            raise Refused("no-field", _("There is no answer “%(name)s”. There are: %(names)s.") % {"name": field, "names": ", ".join(SYNONYMS)})
        if field:
            mapping[field] = heading
    taken = set(wished or {})
    plain = {_plain(heading): heading for heading in reversed(headings)}
    for field, names in SYNONYMS.items():
        if field not in mapping:
            known = next((plain[name] for name in names if name in plain and plain[name] not in taken), None)
            if known:
                mapping[field] = known
                taken.add(known)
    return mapping


def left_out(headings: Iterable[str]) -> list[str]:
    """Columns that look like counts of people but are not: those who signed up, those who were asked for."""
    return [heading for heading in headings if _plain(heading) in WARNED]


def _plain(heading: str) -> str:
    return " ".join(heading.replace("_", " ").replace("-", " ").casefold().split()).rstrip(":?")
