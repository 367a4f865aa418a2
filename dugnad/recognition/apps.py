"""Recognition."""

from django.apps import AppConfig


class RecognitionConfig(AppConfig):
    name = "dugnad.recognition"
    default_auto_field = "django.db.models.BigAutoField"
