"""Tells Django about this part."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "dugnad.access"
    label = "access"
    default_auto_field = "django.db.models.BigAutoField"
