"""The same of local needs: who records, keeps and answers them. (Columns: see matrix.py.)"""

from tests.access.matrix import COORDINATORS, COORDINATORS_DONE, COORDINATORS_SENT, EVERYBODY, FROM_BELOW, FROM_BELOW_SENT, NOBODY

# A need that Kari recorded, and her activity that answered it. Other coordinators may name an activity of their own.
ANSWERING = (302, 200, 404, 302, 200, 200, 200, 404, 404, 200)
ANSWERING_SENT = (302, 422, 404, 302, 422, 422, 422, 404, 404, 422)

NEEDS = {
    ("GET", "/needs/"): EVERYBODY,
    ("GET", "/needs/{need}/"): EVERYBODY,
    ("GET", "/needs/{closed_need}/"): EVERYBODY,
    ("GET", "/units/no-berg-esn/needs/record/"): COORDINATORS,
    ("POST", "/units/no-berg-esn/needs/record/"): COORDINATORS_SENT,
    ("GET", "/units/no/needs/record/"): FROM_BELOW,
    ("POST", "/units/no/needs/record/"): FROM_BELOW_SENT,
    ("GET", "/units/int/needs/record/"): (302, *NOBODY[:2], 302, *NOBODY[:6]),
    ("GET", "/needs/{need}/amend/"): COORDINATORS,
    ("POST", "/needs/{need}/amend/"): COORDINATORS_SENT,
    ("GET", "/needs/{closed_need}/amend/"): COORDINATORS_DONE,
    ("POST", "/needs/{closed_need}/amend/"): COORDINATORS_DONE,
    ("GET", "/needs/{need}/evidence/"): COORDINATORS,
    ("POST", "/needs/{need}/evidence/"): COORDINATORS_SENT,
    ("GET", "/needs/{need}/review/"): COORDINATORS,
    ("POST", "/needs/{need}/review/"): COORDINATORS_DONE,
    ("GET", "/needs/{need}/close/"): COORDINATORS,
    ("POST", "/needs/{need}/close/"): COORDINATORS_SENT,
    ("POST", "/needs/{closed_need}/reopen/"): COORDINATORS_DONE,
    ("GET", "/needs/{need}/answer/"): ANSWERING,
    ("POST", "/needs/{need}/answer/"): ANSWERING_SENT,
    ("GET", "/activities/{registered}/needs/"): COORDINATORS,
    ("POST", "/activities/{registered}/needs/"): COORDINATORS_SENT,
    ("GET", "/activities/{planned}/needs/"): (302, *NOBODY[:2], 302, *NOBODY[:6]),
    ("POST", "/evidence/{evidence}/withdraw/"): COORDINATORS_DONE,
    ("POST", "/evidence/{evidence}/restore/"): COORDINATORS_DONE,
    ("POST", "/answers/{answer}/withdraw/"): COORDINATORS_DONE,
}
