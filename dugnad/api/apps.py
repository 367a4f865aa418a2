"""Tells Django about this part."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "dugnad.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"
