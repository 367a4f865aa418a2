"""Sign-in with e-mail and password through allauth; people are Dugnad's own."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from dugnad.network.models import Person


class SignIn(AuthenticationBackend):  # type: ignore[misc]
    """Deactivated people are refused at every request, not only at sign-in."""

    def get_user(self, user_id: Any) -> Person | None:
        return Person.objects.filter(pk=user_id, is_active=True).first()
