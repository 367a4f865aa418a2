"""The same of reviews. (Columns: see matrix.py.)"""

from tests.access.matrix import (
    CASE_ANSWERED,
    CASE_READERS,
    CASE_SENT,
    COMMITTEE,
    COORDINATORS,
    COORDINATORS_DONE,
    ONLY_MARIANNE,
    ONLY_MARIANNE_SENT,
    REVIEWERS,
    REVIEWERS_DONE,
    SIGNED_IN,
)

REVIEWS = {
    ("GET", "/reviews/"): SIGNED_IN,
    ("GET", "/reviews/agreement/"): COMMITTEE,
    ("GET", "/reviews/replies/"): REVIEWERS,
    ("POST", "/reviews/replies/"): (302, 404, 404, 302, 404, 422, 422, 404, 404, 404),
    ("GET", "/reviews/replies/{reply}/"): REVIEWERS,
    ("POST", "/reviews/replies/{reply}/"): (302, 404, 404, 302, 404, 422, 422, 404, 404, 404),
    ("GET", "/reviews/{case}/"): CASE_READERS,
    ("GET", "/reviews/{taken_case}/"): CASE_READERS,
    ("POST", "/reviews/{taken_case}/"): ONLY_MARIANNE_SENT,
    ("POST", "/reviews/{case}/take/"): REVIEWERS_DONE,
    ("POST", "/reviews/{taken_case}/drop/"): ONLY_MARIANNE,
    ("POST", "/reviews/{case}/assign/"): REVIEWERS_DONE,
    ("POST", "/reviews/{case}/back/"): CASE_ANSWERED,
    ("POST", "/reviews/{returned_case}/answer/"): CASE_SENT,
    ("POST", "/reviews/{returned_case}/opinion/"): CASE_SENT,
    ("GET", "/reviews/{labelled_case}/revoke/"): REVIEWERS,
    ("POST", "/reviews/{labelled_case}/revoke/"): REVIEWERS_DONE,
    ("GET", "/activities/{registered}/ask-label/"): COORDINATORS,
    ("POST", "/activities/{registered}/ask-label/"): COORDINATORS_DONE,
}
