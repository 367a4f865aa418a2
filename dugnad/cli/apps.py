"""Tells Django about this part."""

from django.apps import AppConfig


class CliConfig(AppConfig):
    name = "dugnad.cli"
    label = "cli"
    default_auto_field = "django.db.models.BigAutoField"
