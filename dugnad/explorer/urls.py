"""Addresses of questions and answers."""

from django.urls import path

from dugnad.explorer import views

urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures/embed/", views.embed, name="figures-embed"),
    path("figures/behind/", views.behind, name="figures-behind"),
    path("figures/growth/", views.growth, name="growth"),
    path("figures/standing/", views.standing, name="standing"),
    path("figures.<str:kind>", views.download, name="figures-download"),
]
