"""Tells Django about this part."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "dugnad.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
