"""Public addresses."""

from django.urls import path

from dugnad.showcase.views import about, activity, home, listing, media, unit

urlpatterns = [
    path("", home.home, name="home"),
    path("units/<str:code>/", unit.unit, name="unit"),
    path("activities/", listing.activities, name="activities"),
    path("activities.<str:kind>", listing.download, name="activities-download"),
    path("activities/<uuid:pk>/", activity.activity, name="activity"),
    path("about/", about.about, name="about"),
    path("media/<path:name>", media.media, name="media"),
]
