"""Addresses of the directory."""

from django.urls import path

from dugnad.directory.views import account, brand, invitations, people, tree, units

urlpatterns = [
    path("directory/", people.directory, name="directory"),
    path("people/<uuid:pk>/", people.person, name="person"),
    path("people/<uuid:pk>/activity/", people.activity, name="person-activity"),
    path("units/<str:code>/offices/", units.offices, name="offices"),
    path("units/<str:code>/edit/", units.edit, name="edit-unit"),
    path("units/<str:code>/brand/", brand.brand, name="brand"),
    path("units/<str:code>/add/", tree.add, name="add-unit"),
    path("units/<str:code>/close/", tree.close, name="close-unit"),
    path("offices/<uuid:pk>/end/", units.end, name="end-office"),
    path("invitations/<uuid:pk>/withdraw/", invitations.withdraw, name="withdraw-invitation"),
    path("invitations/<uuid:pk>/resend/", invitations.resend, name="resend-invitation"),
    path("join/<str:secret>/", invitations.accept, name="accept-invitation"),
    path("account/", account.account, name="account"),
    path("account/sign-out-everywhere/", account.leave, name="sign-out-everywhere"),
    path("account/tokens/", account.tokens, name="tokens"),
    path("account/tokens/<uuid:pk>/revoke/", account.revoke, name="revoke-token"),
]
