"""Addresses of the label."""

from django.urls import path

from dugnad.label.views import examples, public, spotlight

urlpatterns = [
    path("label/<uuid:pk>/", public.award, name="award"),
    path("label/<uuid:pk>/badge.<str:kind>", public.badge, name="award-badge"),
    path("label/<uuid:pk>/credential.json", public.credential, name="award-credential"),
    path("good-examples/", examples.examples, name="good-examples"),
    path("good-examples/spotlight/", spotlight.choose, name="choose-spotlight"),
    path("good-examples/spotlight/clear/", spotlight.clear, name="clear-spotlight"),
]
