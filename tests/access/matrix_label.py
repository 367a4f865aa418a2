"""The same for what a good activity is, and for the label."""

from tests.access.matrix import COMMITTEE, COMMITTEE_DONE, COMMITTEE_SENT, EVERYBODY

LABEL = {
    ("GET", "/good-examples/"): EVERYBODY,
    ("GET", "/good-examples/spotlight/"): COMMITTEE,
    ("POST", "/good-examples/spotlight/"): COMMITTEE_SENT,
    ("POST", "/good-examples/spotlight/clear/"): COMMITTEE_DONE,
    ("GET", "/label/{award}/"): EVERYBODY,
    ("GET", "/label/{award}/badge.svg"): EVERYBODY,
    ("GET", "/label/{award}/badge.png"): EVERYBODY,
    ("GET", "/label/{award}/credential.json"): EVERYBODY,
    ("GET", "/good-activities/"): EVERYBODY,
    ("POST", "/good-activities/next/begin/"): COMMITTEE_DONE,
    ("GET", "/good-activities/next/"): COMMITTEE,
    ("POST", "/good-activities/next/"): COMMITTEE_SENT,
    ("GET", "/good-activities/next/add/"): COMMITTEE,
    ("POST", "/good-activities/next/add/"): COMMITTEE_SENT,
    ("GET", "/good-activities/next/criteria/cause/"): COMMITTEE,
    ("POST", "/good-activities/next/criteria/cause/"): COMMITTEE_SENT,
    ("GET", "/good-activities/next/adopt/"): COMMITTEE,
    ("POST", "/good-activities/next/adopt/"): COMMITTEE_DONE,
    ("GET", "/good-activities/next/discard/"): COMMITTEE,
    ("POST", "/good-activities/next/discard/"): COMMITTEE_DONE,
    ("POST", "/good-activities/next/drop/"): (302, 404, 404, 302, 404, 404, 404, 404, 404, 404),
    ("GET", "/good-activities/next/add-not-counted/"): COMMITTEE,
    ("POST", "/good-activities/next/add-not-counted/"): COMMITTEE_SENT,
    ("GET", "/good-activities/next/not-counted/board-meeting/"): COMMITTEE,
    ("POST", "/good-activities/next/not-counted/board-meeting/"): COMMITTEE_SENT,
    ("POST", "/good-activities/next/drop-not-counted/"): (302, 404, 404, 302, 404, 404, 404, 404, 404, 404),
}
