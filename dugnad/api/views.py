"""A page to read and try the API, made from its own document."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dugnad.api.api import api


def docs(request: HttpRequest) -> HttpResponse:
    """Every operation with its fields, and a form that sends it."""
    document = api.get_openapi_schema(path_prefix="/api/v1/")
    operations = [_operation(path, method, about, document) for path, methods in document["paths"].items() for method, about in methods.items()]
    return render(request, "api/docs.html", {"operations": operations, "about": document["info"]})


def _operation(path: str, method: str, about: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    body = about.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    name = body.get("$ref", "").rpartition("/")[2]
    shape = document["components"]["schemas"].get(name, {})
    fields = [{"name": key, "needed": key in shape.get("required", []), **value} for key, value in shape.get("properties", {}).items()]
    example = {field["name"]: field["examples"][0] for field in fields if field.get("examples")}
    return {
        "path": path,
        "method": method.upper(),
        "summary": about.get("summary", ""),
        "description": about.get("description", ""),
        "parameters": about.get("parameters", []),
        "fields": fields,
        "example": example,
        "token": bool(about.get("security")),
        "id": about["operationId"],
    }
