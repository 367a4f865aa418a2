"""Tells Django about this part."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "dugnad.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"
