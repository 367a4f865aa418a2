"""Tells Django about this part."""

from django.apps import AppConfig


class ShowcaseConfig(AppConfig):
    name = "dugnad.showcase"
    label = "showcase"
    default_auto_field = "django.db.models.BigAutoField"
