"""Tells Django about this part."""

from django.apps import AppConfig


class ExplorerConfig(AppConfig):
    name = "dugnad.explorer"
    label = "explorer"
    default_auto_field = "django.db.models.BigAutoField"
