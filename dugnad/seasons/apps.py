"""Fair competition."""

from django.apps import AppConfig


class SeasonsConfig(AppConfig):
    name = "dugnad.seasons"
    default_auto_field = "django.db.models.BigAutoField"
