"""The same of the API, and the routes that are the same for everybody by their nature. (Columns: see matrix.py.)"""

READS = (200, 200, 200, 401, 200, 200, 200, 200, 200, 200)
API = {
    ("GET", "/api/v1/activities"): READS,
    ("GET", "/api/v1/activities/{registered}"): READS,
    ("GET", "/api/v1/activities/{planned}"): (404, 200, 404, 401, 404, 200, 200, 200, 200, 404),
    ("GET", "/api/v1/units"): READS,
    ("GET", "/api/v1/units/NO"): READS,
    ("GET", "/api/v1/figures?unit=NO"): READS,
    ("GET", "/api/v1/vocabularies"): READS,
    ("GET", "/api/v1/needs"): READS,
    ("GET", "/api/v1/needs/{need}"): READS,
    ("GET", "/api/v1/ideas"): READS,
    ("GET", "/api/v1/ideas/{idea}"): READS,
    ("GET", "/api/v1/ideas/{draft_idea}"): (404, 200, 404, 401, 404, 200, 200, 200, 200, 404),
    ("POST", "/api/v1/activities"): (401, 201, 404, 401, 404, 201, 201, 404, 404, 404),
    ("PATCH", "/api/v1/activities/{registered}"): (401, 200, 404, 401, 404, 200, 200, 404, 404, 404),
    ("POST", "/api/v1/activities/{registered}/withdrawal"): (401, 200, 404, 401, 404, 200, 200, 404, 404, 404),
    ("POST", "/api/v1/activities/{planned}/results"): (401, 200, 404, 401, 404, 200, 200, 404, 404, 404),
}

# Routes that are the same for everybody by their nature, each with the reason.
ELSEWHERE = {
    "account_": "allauth's own pages, tested by allauth and in tests/access/test_sign_in.py",
    "set_language": "chooses a language for anybody",
    "openapi-json": "the public document of the API",
    "api-docs": "the public page of the API",
    "api-root": "the address of the API, which ninja names",
    "activities-download": "as the list: /activities.csv stands in the table",
}
