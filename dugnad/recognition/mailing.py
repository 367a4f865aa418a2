"""A letter as a mail: in the section's name, the PDF with it, no picture that tells who opened it, and a way to end it."""

from email.headerregistry import Address
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer

from dugnad.recognition.documents import document, proof_of, signed_by
from dugnad.recognition.filling import plain
from dugnad.recognition.models import Letter
from dugnad.recognition.wording import wording

SALT = "dugnad.recognition.stop"


def mail_of(letter: Letter) -> EmailMessage:
    """From the server's own address, so that it is believed; answers go to the section."""
    stop = stop_of(letter.email)
    words = wording(letter.language)
    parts = [plain(letter.body), "\n".join([words["closing"], *signed_by(letter)])]
    parts += [f"{words['words']['mail']}\n{words['words']['check']} {proof_of(letter)}", f"{words['words']['stop']}\n{stop}"]
    headers = {
        "Message-ID": letter.message_id,
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
        "Content-Language": letter.language,
    }
    mail = EmailMessage(letter.subject, "\n\n".join(parts), sender_of(letter), [letter.email], headers=headers, reply_to=answers_to(letter))
    mail.attach(f"{letter.code}.pdf", document([letter]), "application/pdf")
    return mail


def sender_of(letter: Letter) -> str:
    """The section's name with the address of this server."""
    return str(Address(display_name=str(letter.unit), addr_spec=parseaddr(settings.DEFAULT_FROM_EMAIL)[1]))


def answers_to(letter: Letter) -> list[str]:
    maker = letter.round.made_by
    address = letter.unit.email or (maker.email if maker else "")
    return [address] if address else []


def stop_of(email: str) -> str:
    """The page on which an address can say that it wants no more letters."""
    return f"{settings.SITE}/letters/stop/{Signer(salt=SALT).sign_object([email.casefold()])}/"


def address_in(token: str) -> str:
    """The address of a link; empty when the link is not ours."""
    try:
        found: list[str] = Signer(salt=SALT).unsign_object(token)
    except (BadSignature, ValueError):
        return ""
    return found[0]
