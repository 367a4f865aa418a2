"""The label in public: its pages, badges and credentials, good examples."""

from django.apps import AppConfig


class LabelConfig(AppConfig):
    name = "dugnad.label"
    default_auto_field = "django.db.models.BigAutoField"
