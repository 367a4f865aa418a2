"""Tells Django about this part."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "dugnad.needs"
    label = "needs"
    default_auto_field = "django.db.models.BigAutoField"
