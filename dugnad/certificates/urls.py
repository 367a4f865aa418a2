"""Addresses of certificates."""

from django.urls import path

from dugnad.certificates.views import giving, lists, mine, public, published, yours

urlpatterns = [
    path("units/<str:code>/certificates/", giving.of_unit, name="certificates"),
    path("units/<str:code>/certificates/offer/", giving.offer, name="offer-certificate"),
    path("units/<str:code>/certificates/offer-list/", lists.offer, name="offer-certificates"),
    path("activities/<uuid:pk>/certificates/", giving.of_activity, name="activity-certificates"),
    path("account/certificates/", mine.mine, name="my-certificates"),
    path("account/certificates/<str:token>/", mine.link, name="certificates-link"),
    path("certificates/", public.check, name="check-certificates"),
    path("certificates/verify/", public.check, name="check-certificate"),
    path("certificates/issuer/", published.issuer, name="certificate-issuer"),
    path("certificates/issuer.json", published.profile, name="certificate-issuer-profile"),
    path("certificates/status/<int:number>/", published.status, name="certificate-status"),
    path("certificates/yours/<str:secret>/", yours.yours, name="your-certificate"),
    path("certificates/yours/<str:secret>/preview.png", yours.preview, name="your-certificate-preview"),
    path("certificates/<str:code>/", public.certificate, name="certificate"),
    path("certificates/<str:code>/certificate.pdf", public.pdf, name="certificate-pdf"),
    path("certificates/<str:code>/certificate.png", public.png, name="certificate-png"),
    path("certificates/<str:code>/credential.json", public.credential, name="certificate-credential"),
    path("certificates/<str:code>/revoke/", giving.revoke, name="revoke-certificate"),
    path("certificates/<str:code>/ask/", giving.ask, name="ask-again"),
    path(".well-known/did.json", published.keys, name="certificate-keys"),
]
