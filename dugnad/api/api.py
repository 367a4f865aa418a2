"""The API itself: its document, its parts, its errors."""

from ninja import NinjaAPI

from dugnad.api import activities, figures, ideas, needs
from dugnad.api.problems import install
from dugnad.api.wire import Strict

api = NinjaAPI(
    title="Dugnad",
    version="1",
    urls_namespace="api",
    parser=Strict(),
    docs_url=None,
    openapi_url="/openapi.json",
    description="The same forms and the same verbs as the pages. Errors are application/problem+json. Tokens are made on your account's page.",
)
install(api)
api.add_router("/activities", activities.router)
api.add_router("/needs", needs.router)
api.add_router("/ideas", ideas.router)
api.add_router("", figures.router)
