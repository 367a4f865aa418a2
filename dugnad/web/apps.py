"""Tells Django about this part."""

from django.apps import AppConfig

from dugnad.web.fields import speak_plainly


class WebConfig(AppConfig):
    name = "dugnad.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        speak_plainly()
