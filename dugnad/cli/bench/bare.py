"""The addresses of Dugnad, and beside them a bare Django page of 30 rows to compare with."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

PAGE = """<!doctype html><title>Rows</title><table>{% for row in rows %}
<tr><td>{{ row.title }}<td>{{ row.unit.name }}<td>{{ row.starts_on }}<td>{{ row.volunteers }}<td>{{ row.place }}</tr>{% endfor %}</table>"""


def bare(request: HttpRequest) -> HttpResponse:
    """What Django's tutorial would write: a query, a loop, a table."""
    from dugnad.activities.models import Activity

    rows = Activity.objects.select_related("unit").order_by("-pk")[:30]
    return HttpResponse(engines["django"].from_string(PAGE).render({"rows": rows}, request))


urlpatterns = [path("bare/", bare), path("", include("dugnad.urls"))]
