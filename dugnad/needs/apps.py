"""Local needs, with evidence, and what answered them."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "dugnad.needs"
    default_auto_field = "django.db.models.BigAutoField"
