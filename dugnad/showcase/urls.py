"""Public addresses."""

from django.urls import path

from dugnad.showcase.views import about, activity, embeds, home, listing, media, need, pieces, proof, unit, unit_pieces

urlpatterns = [
    path("", home.home, name="home"),
    path("units/<str:code>/", unit.unit, name="unit"),
    path("activities/", listing.activities, name="activities"),
    path("activities.<str:kind>", listing.download, name="activities-download"),
    path("activities/<uuid:pk>/", activity.activity, name="activity"),
    path("activities/<uuid:pk>/pieces/", pieces.pieces, name="pieces"),
    path("activities/<uuid:pk>/pieces/<str:name>.<str:kind>", pieces.piece, name="piece"),
    path("activities/<uuid:pk>/pieces.zip", pieces.everything, name="pieces-zip"),
    path("needs/<uuid:pk>/", need.need, name="need"),
    path("units/<str:code>/pieces/", unit_pieces.pieces, name="unit-pieces"),
    path("units/<str:code>/pieces/<str:name>.<str:kind>", unit_pieces.piece, name="unit-piece"),
    path("units/<str:code>/pieces.zip", unit_pieces.everything, name="unit-pieces-zip"),
    path("units/<str:code>/card.png", unit_pieces.unit_card, name="unit-card"),
    path("units/<str:code>/embeds/", embeds.embeds, name="embeds"),
    path("units/<str:code>/embeds/<slug:what>.svg", embeds.picture, name="embed-picture"),
    path("units/<str:code>/embeds/<slug:what>/", embeds.frame, name="embed-frame"),
    path("card.png", unit_pieces.card, name="card"),
    path("p/<str:code>/", proof.proof, name="proof"),
    path("p/", proof.typed, name="proof-typed"),
    path("about/", about.about, name="about"),
    path("media/<path:name>", media.media, name="media"),
]
