"""For whoever holds a letter: is it true? And for whoever wants no more of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from dugnad.access.doors import find
from dugnad.access.rules import Can
from dugnad.core.periods import Period
from dugnad.figures.proofs import Proof, made, shown, stood
from dugnad.recognition.actions.universities import opt_out
from dugnad.recognition.codes import LENGTH, as_kept
from dugnad.recognition.figures import labelled
from dugnad.recognition.mailing import address_in
from dugnad.recognition.models import Letter
from dugnad.web.verbs import reads, shows_and_takes


@reads
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Which university, which period, which figures, and whether it was withdrawn; with each section's figures counted anew as they stood then."""
    plain = as_kept(code)
    if len(plain) != LENGTH:
        raise Http404
    if plain != code:
        return redirect(reverse("letter-check", args=[plain]))
    letter = find(request, Can.SEE_LETTER, Letter.objects.select_related("round", "university", "unit"), code=plain)
    period = Period(letter.round.first_month, letter.round.last_month)
    proofs = [(name, Proof(letter.entry, unit=pk, period=period)) for pk, name in letter.told["units"]]
    page = {
        "letter": letter,
        "shown": shown(letter.code),
        "figures": labelled(letter.told["figures"]),
        "sections": [(name, stood(proof)) for name, proof in proofs],
        "stood_at": made(proofs[0][1]),
    }
    answer = render(request, "recognition/check.html", page)
    answer["X-Robots-Tag"] = "noindex"
    return answer


@csrf_exempt  # a mail program asks without a page; the address is signed
@shows_and_takes
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Opening it changes nothing; saying so does."""
    email = address_in(token)
    if not email:
        raise Http404
    if request.method == "POST":
        opt_out(email)
    return render(request, "recognition/stop.html", {"email": email, "done": request.method == "POST"})
