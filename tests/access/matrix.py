"""Who gets what: every route × method × office in its relation to Bergen's things, written by hand.

Columns: nobody · kari (Bergen's own) · nora (Bergen's former) · anna (Bergen's, deactivated) · ola (sibling section) ·
marianne (the country above) · ines (committee at the top) · bo (board at the top) · aud (auditor at the top) · luc (foreign section).
"""

PEOPLE = ("nobody", "kari", "nora", "anna", "ola", "marianne", "ines", "bo", "aud", "luc")

EVERYBODY = (200,) * 10
SIGNED_IN = (302, 200, 200, 302, 200, 200, 200, 200, 200, 200)
COORDINATORS = (302, 200, 404, 302, 404, 200, 200, 404, 404, 404)
COORDINATORS_DONE = (302, 302, 404, 302, 404, 302, 302, 404, 404, 404)
SEEN_BY_OFFICES = (404, 200, 404, 404, 404, 200, 200, 200, 200, 404)
FROM_ABOVE = (302, 404, 404, 302, 404, 200, 200, 200, 404, 404)
COMMITTEE = (302, 404, 404, 302, 404, 404, 200, 404, 404, 404)
COMMITTEE_DONE = (302, 404, 404, 302, 404, 404, 302, 404, 404, 404)
ONLY_KARI = (302, 302, 404, 302, 404, 404, 404, 404, 404, 404)
TOP = (302, 404, 404, 302, 404, 404, 302, 302, 404, 404)
ABOVE = (302, 302, 404, 302, 404, 302, 302, 302, 404, 404)  # the own one, and those above who may end it
NEVER_OWN = (302, 404, 404, 302, 404, 302, 302, 404, 404, 404)
OSLOS = (302, 404, 404, 302, 302, 302, 302, 404, 404, 404)
INVITERS = (302, 302, 404, 302, 404, 302, 302, 302, 404, 404)
NO_SUCH_METHOD = (405,) * 10

COORDINATORS_SENT = (302, 422, 404, 302, 404, 422, 422, 404, 404, 404)  # let in, and told what is missing
COMMITTEE_SENT = (302, 404, 404, 302, 404, 404, 422, 404, 404, 404)
SIGNED_IN_SENT = (302, 422, 422, 302, 422, 422, 422, 422, 422, 422)

# Norway's own things: Kari, Nora, Anna and Ola hold their offices in units below it, Marianne in itself.
FROM_BELOW = (302, 404, 404, 302, 404, 200, 200, 404, 404, 404)
FROM_BELOW_SENT = (302, 404, 404, 302, 404, 422, 422, 404, 404, 404)

# Of a season of Norway, which Ines planned: national coordinators, the committee and the board above it.
NATIONAL = (302, 404, 404, 302, 404, 200, 200, 200, 404, 404)
NATIONAL_SENT = (302, 404, 404, 302, 404, 422, 422, 422, 404, 404)
NATIONAL_DONE = (302, 404, 404, 302, 404, 302, 302, 302, 404, 404)
LOOKING = (302, 404, 404, 302, 404, 200, 200, 404, 404, 404)  # at what Kari registered
LOOKING_SENT = (302, 404, 404, 302, 404, 422, 422, 404, 404, 404)
BRANDING = (302, 200, 404, 302, 404, 200, 200, 200, 404, 404)  # coordinators and boards
BRANDED = (302, 302, 404, 302, 404, 302, 302, 302, 404, 404)

EVERYBODY_SENT = (422,) * 10
NOBODY = (404,) * 10

# Of reports of Bergen: Kari's, and those above; the board too.
REPORTING = (302, 200, 404, 302, 404, 200, 200, 200, 404, 404)
REPORTING_DONE = (302, 302, 404, 302, 404, 302, 302, 302, 404, 404)
REPORTING_SENT = (302, 422, 404, 302, 404, 422, 422, 422, 404, 404)

# A round of Norway, which Marianne planned, and a letter in it in the name of Bergen, whose university Bergen serves.
WRITERS = (302, 404, 404, 302, 404, 200, 200, 200, 404, 404)
WRITERS_SENT = (302, 404, 404, 302, 404, 422, 422, 422, 404, 404)
WRITERS_DONE = (302, 404, 404, 302, 404, 302, 302, 302, 404, 404)
IN_ITS_NAME = (302, 200, 404, 302, 404, 200, 200, 200, 200, 404)
SERVING = (302, 302, 404, 302, 302, 302, 302, 404, 404, 302)  # coordinators; of which units they say it is the form's to check

# Of an activity that Kari registered in Bergen and asks the label for: who may review it, who reads what was said, who answers.
REVIEWERS = (302, 404, 404, 302, 404, 200, 200, 404, 404, 404)
REVIEWERS_DONE = (302, 404, 404, 302, 404, 302, 302, 404, 404, 404)
CASE_READERS = (302, 200, 404, 302, 404, 200, 200, 200, 200, 404)
CASE_ANSWERED = (302, 302, 404, 302, 404, 302, 302, 404, 404, 404)
ONLY_MARIANNE = (302, 404, 404, 302, 404, 302, 404, 404, 404, 404)
ONLY_MARIANNE_SENT = (302, 404, 404, 302, 404, 422, 404, 404, 404, 404)
CASE_SENT = (302, 422, 404, 302, 404, 422, 422, 404, 404, 404)  # to the case's readers who may answer; the others are told nothing

PAGES = {
    ("GET", "/reports/"): EVERYBODY,
    ("GET", "/reports/{report}/"): EVERYBODY,
    ("GET", "/reports/{report}/report.pdf"): EVERYBODY,
    ("GET", "/reports/{report}/slides/1.png"): EVERYBODY,
    ("GET", "/reports/{draft_report}/"): SEEN_BY_OFFICES,
    ("GET", "/reports/{draft_report}/slides.pdf"): SEEN_BY_OFFICES,
    ("GET", "/reports/{draft_report}/report/1.png"): SEEN_BY_OFFICES,
    ("GET", "/reports/{draft_report}/edit/"): REPORTING,
    ("POST", "/reports/{draft_report}/edit/"): REPORTING_SENT,
    ("GET", "/reports/{report}/edit/"): (302, 404, 404, 302, 404, 404, 404, 404, 404, 404),
    ("GET", "/reports/{draft_report}/examples/"): REPORTING,
    ("POST", "/reports/{draft_report}/examples/"): REPORTING_DONE,
    ("GET", "/reports/{draft_report}/sections/summary/"): REPORTING,
    ("POST", "/reports/{draft_report}/sections/summary/"): REPORTING_DONE,
    ("POST", "/reports/{draft_report}/sections/summary/up/"): REPORTING_DONE,
    ("POST", "/reports/{draft_report}/publish/"): REPORTING_DONE,
    ("POST", "/reports/{report}/renew/"): REPORTING_DONE,
    ("POST", "/reports/{draft_report}/renew/"): (302, 404, 404, 302, 404, 404, 404, 404, 404, 404),
    ("GET", "/reports/{draft_report}/discard/"): REPORTING,
    ("POST", "/reports/{draft_report}/discard/"): REPORTING_DONE,
    ("GET", "/units/no-berg-esn/reports/begin/"): REPORTING,
    ("POST", "/units/no-berg-esn/reports/begin/"): REPORTING_SENT,
    ("GET", "/units/int/reports/begin/"): (302, 404, 404, 302, 404, 404, 200, 200, 404, 404),
    ("POST", "/units/int/reports/begin/"): (302, 404, 404, 302, 404, 404, 422, 422, 404, 404),
    ("GET", "/units/no-berg-esn/certificates/"): COORDINATORS,
    ("GET", "/units/no-berg-esn/certificates/offer/"): COORDINATORS,
    ("POST", "/units/no-berg-esn/certificates/offer/"): COORDINATORS_SENT,
    ("GET", "/units/no-berg-esn/certificates/offer-list/"): COORDINATORS,
    ("POST", "/units/no-berg-esn/certificates/offer-list/"): COORDINATORS_SENT,
    ("GET", "/units/no/certificates/"): FROM_BELOW,
    ("GET", "/activities/{registered}/certificates/"): COORDINATORS,
    ("GET", "/activities/{planned}/certificates/"): (302, 404, 404, 302, 404, 404, 404, 404, 404, 404),
    ("GET", "/account/certificates/"): EVERYBODY,
    ("POST", "/account/certificates/"): EVERYBODY_SENT,
    ("GET", "/account/certificates/no-such-link/"): NOBODY,
    ("GET", "/certificates/"): EVERYBODY,
    ("POST", "/certificates/"): EVERYBODY_SENT,
    ("GET", "/certificates/verify/"): EVERYBODY,
    ("POST", "/certificates/verify/"): EVERYBODY_SENT,
    ("GET", "/certificates/issuer/"): EVERYBODY,
    ("GET", "/certificates/issuer.json"): EVERYBODY,
    ("GET", "/certificates/status/1/"): EVERYBODY,
    ("GET", "/.well-known/did.json"): EVERYBODY,
    ("GET", "/certificates/yours/no-such-secret/"): NOBODY,
    ("POST", "/certificates/yours/no-such-secret/"): NOBODY,
    ("GET", "/certificates/yours/no-such-secret/preview.png"): NOBODY,
    ("GET", "/certificates/{given}/"): EVERYBODY,
    ("GET", "/certificates/{given}/certificate.pdf"): EVERYBODY,
    ("GET", "/certificates/{given}/certificate.png"): EVERYBODY,
    ("GET", "/certificates/{given}/credential.json"): EVERYBODY,
    ("GET", "/certificates/{offered}/"): NOBODY,
    ("GET", "/certificates/{given}/revoke/"): COORDINATORS,
    ("POST", "/certificates/{given}/revoke/"): COORDINATORS_DONE,
    ("GET", "/certificates/{offered}/revoke/"): COORDINATORS,
    ("POST", "/certificates/{offered}/revoke/"): COORDINATORS_DONE,
    ("GET", "/certificates/{offered}/ask/"): (302, *NO_SUCH_METHOD[1:3], 302, *NO_SUCH_METHOD[4:]),
    ("POST", "/certificates/{offered}/ask/"): COORDINATORS_DONE,
    ("GET", "/universities/"): EVERYBODY,
    ("GET", "/universities/{university}/"): EVERYBODY,
    ("GET", "/universities/load/"): COMMITTEE,
    ("POST", "/universities/load/"): COMMITTEE_SENT,
    ("GET", "/universities/{university}/edit/"): COORDINATORS,
    ("POST", "/universities/{university}/edit/"): COORDINATORS_DONE,
    ("POST", "/universities/{university}/serve/"): SERVING,
    ("POST", "/universities/{university}/leave/"): SERVING,
    ("GET", "/universities/{university}/contacts/add/"): COORDINATORS,
    ("POST", "/universities/{university}/contacts/add/"): COORDINATORS_SENT,
    ("GET", "/contacts/{contact}/"): COORDINATORS,
    ("POST", "/contacts/{contact}/"): COORDINATORS_SENT,
    ("POST", "/contacts/{contact}/forget/"): COORDINATORS_DONE,
    ("GET", "/letters/"): SIGNED_IN,
    ("GET", "/units/no/letters/new/"): WRITERS,
    ("POST", "/units/no/letters/new/"): WRITERS_SENT,
    ("GET", "/letters/rounds/{round}/"): WRITERS,
    ("GET", "/letters/rounds/{round}/print/"): WRITERS,
    ("POST", "/letters/rounds/{round}/approve/"): WRITERS_DONE,
    ("POST", "/letters/rounds/{round}/send/"): WRITERS_DONE,
    ("POST", "/letters/rounds/{round}/posted/"): WRITERS_DONE,
    ("POST", "/letters/rounds/{round}/remake/"): WRITERS_DONE,
    ("POST", "/letters/rounds/{round}/discard/"): WRITERS_DONE,
    ("GET", "/letters/letter/{letter}/"): IN_ITS_NAME,
    ("GET", "/letters/letter/{letter}/print/"): IN_ITS_NAME,
    ("GET", "/letters/letter/{letter}/page-1/"): IN_ITS_NAME,
    ("GET", "/letters/letter/{letter}/edit/"): WRITERS,
    ("POST", "/letters/letter/{letter}/edit/"): WRITERS_SENT,
    ("POST", "/letters/letter/{letter}/turn/"): WRITERS_DONE,
    ("POST", "/letters/letter/{letter}/decide/"): WRITERS_DONE,
    ("GET", "/letters/templates/"): SIGNED_IN,
    ("GET", "/units/no/letters/template/"): WRITERS,
    ("POST", "/units/no/letters/template/"): WRITERS_SENT,
    ("GET", "/letters/templates/{template}/nb/"): WRITERS,
    ("POST", "/letters/templates/{template}/nb/"): WRITERS_SENT,
    ("GET", "/letters/{code}/"): EVERYBODY,
    ("GET", "/letters/{draft_code}/"): (404, 200, 404, 404, 404, 200, 200, 200, 200, 404),
    ("GET", "/letters/stop/{stop}/"): EVERYBODY,
    ("POST", "/letters/stop/{stop}/"): EVERYBODY,
    ("GET", "/seasons/"): EVERYBODY,
    ("GET", "/seasons/fairness/"): EVERYBODY,
    ("GET", "/seasons/students/"): EVERYBODY,
    ("GET", "/seasons/students/load/"): COMMITTEE,
    ("POST", "/seasons/students/load/"): COMMITTEE_SENT,
    ("GET", "/seasons/{season}/"): EVERYBODY,
    ("GET", "/seasons/{season}/1/"): EVERYBODY,
    ("GET", "/seasons/{planned_season}/"): (404, 404, 404, 404, 404, 200, 200, 200, 200, 404),
    ("GET", "/seasons/{planned_season}/1/"): (404, 404, 404, 404, 404, 200, 200, 200, 200, 404),
    ("GET", "/seasons/{season}/change/"): NATIONAL,
    ("POST", "/seasons/{season}/change/"): NATIONAL_SENT,
    ("POST", "/seasons/{planned_season}/publish/"): NATIONAL_DONE,
    ("POST", "/seasons/{season}/flags/"): NATIONAL_DONE,
    ("GET", "/seasons/{season}/1/rule/"): NATIONAL,
    ("POST", "/seasons/{season}/1/rule/"): NATIONAL_SENT,
    ("GET", "/units/no/seasons/plan/"): NATIONAL,
    ("POST", "/units/no/seasons/plan/"): NATIONAL_SENT,
    ("GET", "/units/int/seasons/plan/"): (302, 404, 404, 302, 404, 404, 200, 200, 404, 404),
    ("POST", "/units/int/seasons/plan/"): (302, 404, 404, 302, 404, 404, 422, 422, 404, 404),
    ("GET", "/flags/"): SIGNED_IN,
    ("GET", "/flags/{flag}/"): LOOKING,
    ("POST", "/flags/{flag}/"): LOOKING_SENT,
    ("GET", "/units/no/register/"): FROM_BELOW,
    ("POST", "/units/no/register/"): FROM_BELOW_SENT,
    ("GET", "/units/no/import/"): FROM_BELOW,
    ("POST", "/units/no/import/"): FROM_BELOW_SENT,
    ("GET", "/units/no/edit/"): FROM_BELOW,
    ("POST", "/units/no/edit/"): FROM_BELOW_SENT,
    ("GET", "/units/no/add/"): FROM_ABOVE,
    ("POST", "/units/no/add/"): (302, 404, 404, 302, 404, 422, 422, 422, 404, 404),
    ("GET", "/units/no/close/"): (302, 404, 404, 302, 404, 404, 200, 200, 404, 404),
    ("POST", "/units/no/close/"): (302, 404, 404, 302, 404, 404, 422, 422, 404, 404),  # its sections are open
    ("GET", "/units/no/offices/"): EVERYBODY,
    ("POST", "/units/no/offices/"): (404, 404, 404, 404, 404, 422, 422, 422, 404, 404),
    ("GET", "/units/no/place/"): COMMITTEE,
    ("POST", "/units/no/place/"): COMMITTEE,
    ("GET", "/units/no-berg-esn/brand/"): BRANDING,
    ("POST", "/units/no-berg-esn/brand/"): BRANDED,
    ("GET", "/units/no/brand/"): NATIONAL,
    ("POST", "/units/no/brand/"): NATIONAL_DONE,
    ("GET", "/activities/{registered}/pieces/"): EVERYBODY,
    ("GET", "/activities/{registered}/pieces/quilt-card.png"): EVERYBODY,
    ("GET", "/activities/{registered}/pieces.zip"): EVERYBODY,
    ("GET", "/activities/{planned}/pieces/"): SEEN_BY_OFFICES,
    ("GET", "/activities/{planned}/pieces/quilt-card.png"): SEEN_BY_OFFICES,
    ("GET", "/activities/{planned}/pieces.zip"): SEEN_BY_OFFICES,
    ("GET", "/activities/{withdrawn}/pieces/"): (404,) * 10,
    ("GET", "/units/no/pieces/"): EVERYBODY,
    ("GET", "/units/no/pieces/banner.png?from=2026-01&to=2026-12"): EVERYBODY,
    ("GET", "/units/no/pieces.zip?from=2026-03&to=2026-03"): EVERYBODY,
    ("GET", "/units/no/card.png"): EVERYBODY,
    ("GET", "/card.png"): EVERYBODY,
    ("GET", "/units/no/embeds/"): EVERYBODY,
    ("GET", "/units/no/embeds/counter.svg"): EVERYBODY,
    ("GET", "/units/no/embeds/latest/"): EVERYBODY,
    ("GET", "/p/{proof}/"): EVERYBODY,
    ("GET", "/p/ABCD/"): (404,) * 10,
    ("GET", "/p/"): EVERYBODY,
    ("GET", "/"): EVERYBODY,
    ("GET", "/units/no-berg-esn/"): EVERYBODY,
    ("GET", "/activities/"): EVERYBODY,
    ("GET", "/activities.csv"): EVERYBODY,
    ("GET", "/about/"): EVERYBODY,
    ("GET", "/figures/"): EVERYBODY,
    ("GET", "/figures.csv"): EVERYBODY,
    ("GET", "/figures.svg"): EVERYBODY,
    ("GET", "/figures.png"): EVERYBODY,
    ("GET", "/figures/embed/"): EVERYBODY,
    ("GET", "/figures/behind/?as_of=2026-03-01"): EVERYBODY,
    ("GET", "/figures/growth/"): EVERYBODY,
    ("GET", "/figures/standing/"): EVERYBODY,
    ("GET", "/words/"): EVERYBODY,
    ("GET", "/words/sdgs/"): EVERYBODY,
    ("GET", "/directory/"): EVERYBODY,
    ("GET", "/people/{kari}/"): EVERYBODY,
    ("GET", "/units/no-berg-esn/offices/"): EVERYBODY,
    ("GET", "/activities/{registered}/"): EVERYBODY,
    ("GET", "/activities/{planned}/"): SEEN_BY_OFFICES,
    ("GET", "/activities/{withdrawn}/"): SEEN_BY_OFFICES,
    ("GET", "/media/{photo_name}"): EVERYBODY,
    ("GET", "/media/{hidden_name}"): (404,) * 10,
    ("GET", "/desk/"): SIGNED_IN,
    ("GET", "/account/"): SIGNED_IN,
    ("GET", "/account/tokens/"): SIGNED_IN,
    ("GET", "/activities/new/"): (302, 302, 200, 302, 302, 200, 200, 200, 200, 302),
    ("GET", "/units/no-berg-esn/register/"): COORDINATORS,
    ("GET", "/units/no-berg-esn/import/"): COORDINATORS,
    ("GET", "/units/no-berg-esn/import/some-file/progress/"): COORDINATORS,
    ("GET", "/units/no-berg-esn/edit/"): COORDINATORS,
    ("GET", "/units/no-berg-esn/add/"): FROM_ABOVE,
    ("POST", "/units/no-berg-esn/add/"): FROM_ABOVE,  # nothing lies below a section: the page says so
    ("GET", "/units/no-berg-esn/close/"): FROM_ABOVE,
    ("POST", "/units/no-berg-esn/close/"): (302, 404, 404, 302, 404, 302, 302, 302, 404, 404),
    ("GET", "/units/no-berg-esn/place/"): COMMITTEE,
    ("POST", "/units/no-berg-esn/place/"): COMMITTEE,
    ("GET", "/offline.js"): EVERYBODY,
    ("GET", "/offline/"): EVERYBODY,
    ("GET", "/activities/{registered}/amend/"): COORDINATORS,
    ("GET", "/activities/{planned}/results/"): COORDINATORS,
    ("GET", "/activities/{registered}/withdraw/"): COORDINATORS,
    ("GET", "/activities/{withdrawn}/amend/"): (302, 404, 404, 302, 404, 404, 404, 404, 404, 404),
    ("GET", "/activities/{registered}/photos/"): COORDINATORS,
    ("GET", "/words/sdgs/add/"): COMMITTEE,
    ("GET", "/words/sdgs/publish/"): COMMITTEE,
    ("GET", "/terms/{term}/"): COMMITTEE,
    ("GET", "/terms/{term}/mapping/"): COMMITTEE,
    ("GET", "/join/no-such-secret/"): (404,) * 10,
    ("POST", "/account/"): SIGNED_IN_SENT,
    ("POST", "/account/tokens/"): SIGNED_IN_SENT,
    ("POST", "/terms/{term}/"): COMMITTEE_SENT,
    ("POST", "/terms/{term}/mapping/"): COMMITTEE_SENT,
    ("POST", "/words/sdgs/add/"): COMMITTEE_SENT,
    ("POST", "/words/sdgs/publish/"): COMMITTEE_SENT,
    ("POST", "/units/no-berg-esn/edit/"): COORDINATORS_SENT,
    ("POST", "/units/no-berg-esn/register/"): COORDINATORS_SENT,
    ("POST", "/units/no-berg-esn/import/"): COORDINATORS_SENT,
    ("POST", "/units/no-berg-esn/offices/"): (404, 422, 404, 404, 404, 422, 422, 422, 404, 404),
    ("POST", "/activities/{planned}/results/"): COORDINATORS_SENT,
    ("POST", "/activities/{registered}/amend/"): COORDINATORS_SENT,
    ("POST", "/activities/{registered}/photos/"): COORDINATORS_SENT,
    ("POST", "/join/no-such-secret/"): (404,) * 10,
    ("POST", "/activities/{registered}/withdraw/"): COORDINATORS_DONE,
    ("POST", "/activities/{held}/counts/"): NEVER_OWN,
    ("POST", "/organisers/{part}/answer/"): OSLOS,
    ("POST", "/photos/{photo}/hide/"): COORDINATORS_DONE,
    ("POST", "/photos/{hidden}/show/"): COORDINATORS_DONE,
    ("POST", "/drafts/{draft}/"): ONLY_KARI,
    ("POST", "/people/{kari}/activity/"): TOP,
    ("GET", "/offices/{office}/end/"): (302, 200, 404, 302, 404, 200, 200, 200, 404, 404),
    ("POST", "/offices/{office}/end/"): ABOVE,
    ("POST", "/invitations/{invitation}/withdraw/"): INVITERS,
    ("POST", "/invitations/{invitation}/resend/"): INVITERS,
    ("POST", "/account/tokens/{token}/revoke/"): ONLY_KARI,
    ("POST", "/account/sign-out-everywhere/"): (302,) * 10,  # always one's own: the address names nobody
    ("GET", "/activities/{held}/counts/"): (302, 405, 405, 302, 405, 405, 405, 405, 405, 405),
}
