"""Addresses of the API, and the page to try it."""

from django.urls import path

from dugnad.api.api import api
from dugnad.api.views import docs

urlpatterns = [path("docs/", docs, name="api-docs"), path("", api.urls)]
