"""A page to read and try the API, made from its own document."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dugnad.api.api import api


def docs(request: HttpRequest) -> HttpResponse:
    """Every operation with its fields, a line for the shell, and a form that sends it."""
    document = api.get_openapi_schema(path_prefix="/api/v1/")
    found = [_operation(path, method, about, document) for path, methods in document["paths"].items() for method, about in methods.items()]
    for one in found:
        one["curl"] = _curl(request.build_absolute_uri(one["path"]), one)
    return render(request, "api/docs.html", {"operations": found, "about": document["info"]})


def _operation(path: str, method: str, about: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    body = about.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    shape = document["components"]["schemas"].get(body.get("$ref", "").rpartition("/")[2], {})
    fields = [{"name": key, "needed": key in shape.get("required", []), "kind": _kind(value), **value} for key, value in shape.get("properties", {}).items()]
    return {
        "path": path,
        "method": method.upper(),
        "summary": about.get("summary", ""),
        "description": about.get("description", ""),
        "parameters": [field | {"kind": _kind(field["schema"])} for field in about.get("parameters", [])],
        "fields": sorted(fields, key=lambda field: not field["needed"]),
        "example": json.dumps(_example(method, fields), indent=2, ensure_ascii=False),
        "token": bool(about.get("security")),
        "id": about["operationId"],
    }


def _example(method: str, fields: list[dict[str, Any]]) -> dict[str, Any]:
    """Everything for a new activity; for a change only what must be there, and one answer."""
    small = method == "patch"
    chosen = [f for f in fields if f.get("examples") and (not small or f["needed"] or f["name"] in ("reason", "volunteers"))]
    return {field["name"]: field["examples"][0] for field in chosen}


def _kind(schema: dict[str, Any]) -> str:
    """What to send, in a word: numbers are taken as text too."""
    kinds = [one.get("type", "") for one in schema.get("anyOf", [schema])]
    if "number" in kinds:
        return "number"
    return " · ".join(dict.fromkeys(kind for kind in kinds if kind not in ("", "null")))


def _curl(address: str, one: dict[str, Any]) -> str:
    """One line for the shell; a quote inside quotes as the shell wants it."""
    token = ' -H "Authorization: Bearer $TOKEN"' if one["token"] else ""
    needed = "&".join(f"{field['name']}=INT" for field in one["parameters"] if field["in"] == "query" and field.get("required"))
    body = json.dumps(json.loads(one["example"]), ensure_ascii=False).replace("'", "'\\''")
    sent = f" --json '{body}'" if one["fields"] else ""
    verb = "" if one["method"] == "GET" else f" -X {one['method']}"
    return f"curl{verb}{token}{sent} '{address}{'?' + needed if needed else ''}'"
