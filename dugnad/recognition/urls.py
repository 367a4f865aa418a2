"""Addresses of recognition."""

from django.urls import path

from dugnad.recognition.views import letters, public, rounds, templates, universities

urlpatterns = [
    path("universities/", universities.listing, name="universities"),
    path("universities/load/", universities.load, name="universities-load"),
    path("universities/<uuid:pk>/", universities.university, name="university"),
    path("universities/<uuid:pk>/edit/", universities.edit, name="university-edit"),
    path("universities/<uuid:pk>/serve/", universities.serve, name="university-serve"),
    path("universities/<uuid:pk>/leave/", universities.leave, name="university-leave"),
    path("universities/<uuid:pk>/contacts/add/", universities.add_contact, name="contact-add"),
    path("contacts/<uuid:pk>/", universities.contact, name="contact"),
    path("contacts/<uuid:pk>/forget/", universities.forget, name="contact-forget"),
    path("letters/", rounds.listing, name="letters"),
    path("units/<str:code>/letters/new/", rounds.plan, name="round-plan"),
    path("letters/rounds/<uuid:pk>/", rounds.round, name="round"),
    path("letters/rounds/<uuid:pk>/print/", rounds.print_all, name="round-print"),
    path("letters/rounds/<uuid:pk>/approve/", rounds.approve, name="round-approve"),
    path("letters/rounds/<uuid:pk>/send/", rounds.send, name="round-send"),
    path("letters/rounds/<uuid:pk>/posted/", rounds.posted, name="round-posted"),
    path("letters/rounds/<uuid:pk>/remake/", rounds.remake, name="round-remake"),
    path("letters/rounds/<uuid:pk>/discard/", rounds.discard, name="round-discard"),
    path("letters/letter/<uuid:pk>/", letters.letter, name="letter"),
    path("letters/letter/<uuid:pk>/edit/", letters.edit, name="letter-edit"),
    path("letters/letter/<uuid:pk>/print/", letters.printed, name="letter-print"),
    path("letters/letter/<uuid:pk>/page-<int:page>/", letters.page, name="letter-page"),
    path("letters/letter/<uuid:pk>/turn/", letters.turn, name="letter-turn"),
    path("letters/letter/<uuid:pk>/decide/", letters.decide, name="letter-decide"),
    path("letters/templates/", templates.listing, name="letter-templates"),
    path("units/<str:code>/letters/template/", templates.begin, name="template-begin"),
    path("letters/templates/<int:pk>/<str:language>/", templates.edit, name="template-edit"),
    path("letters/stop/<str:token>/", public.stop, name="letters-stop"),
    path("letters/<str:code>/", public.check, name="letter-check"),
]
