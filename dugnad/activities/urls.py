"""Addresses of the record's own pages."""

from django.urls import path

from dugnad.activities.views import amend, answers, importing, offline, photos, place, register, vocabularies

urlpatterns = [
    path("offline.js", offline.worker, name="offline-worker"),
    path("offline/", offline.offline, name="offline"),
    path("activities/new/", register.choose, name="register"),
    path("units/<str:code>/register/", register.new, name="register-for"),
    path("units/<str:code>/import/", importing.importing, name="import-activities"),
    path("units/<str:code>/import/<str:kept>/progress/", importing.progress, name="import-progress"),
    path("units/<str:code>/place/", place.place, name="place-unit"),
    path("drafts/<uuid:pk>/", register.draft, name="draft"),
    path("activities/<uuid:pk>/amend/", amend.amend, name="amend"),
    path("activities/<uuid:pk>/results/", amend.results, name="results"),
    path("activities/<uuid:pk>/withdraw/", amend.withdraw, name="withdraw"),
    path("activities/<uuid:pk>/counts/", answers.counts, name="confirm-counts"),
    path("organisers/<int:pk>/answer/", answers.part, name="answer-part"),
    path("activities/<uuid:pk>/photos/", photos.add, name="add-photo"),
    path("photos/<uuid:pk>/hide/", photos.hide, name="hide-photo"),
    path("photos/<uuid:pk>/show/", photos.show, name="show-photo"),
    path("words/", vocabularies.vocabularies, name="vocabularies"),
    path("words/<slug:key>/", vocabularies.vocabulary, name="vocabulary"),
    path("words/<slug:key>/add/", vocabularies.add, name="add-term"),
    path("words/<slug:key>/publish/", vocabularies.publish, name="publish-vocabulary"),
    path("terms/<int:pk>/", vocabularies.term, name="term"),
    path("terms/<int:pk>/mapping/", vocabularies.mapping, name="mapping"),
]
