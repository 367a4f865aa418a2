"""The story of a certificate, in a real browser without scripts: offered, asked by mail, agreed to, shown, checked, withdrawn."""

import pytest
from django.core import mail

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(autouse=True)
def own_keys(settings, tmp_path, live_server):
    settings.HOME, settings.SITE = tmp_path, live_server.url


def test_a_volunteer_gets_a_certificate_and_takes_it_back(bare_phone, town):
    page = bare_phone
    page.sign_in("kari")
    page.goto("/units/no-berg-esn/certificates/offer/")
    for name, said in (("name", "Siri Øvrebø"), ("email", "siri@example.org"), ("hours", "12,5"), ("skills", "first aid")):
        page.fill(f"[name={name}]", said)
    page.click("text=Offer the certificate")
    assert "Siri Øvrebø is asked by mail" in page.inner_text("main")

    page.context.clear_cookies()  # now it is Siri who reads her mail
    page.goto(_link_in(mail.outbox[-1]))
    assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)")
    page.click("text=Yes, publish it")
    page.goto(next(line for line in mail.outbox[-1].body.splitlines() if "/certificates/" in line and "/yours/" not in line))
    assert "A valid certificate" in page.inner_text("h1")
    with page.expect_download() as download:
        page.click("text=Credential (Open Badges 3.0)")

    page.goto("/certificates/verify/")
    page.set_input_files("[name=file]", download.value.path())
    page.click("text=Check it")
    assert "Genuine, and it stands" in page.inner_text("main")

    page.goto(_link_in(mail.outbox[-1]))
    page.click("text=Withdraw my consent")
    page.goto("/certificates/verify/")
    page.set_input_files("[name=file]", download.value.path())
    page.click("text=Check it")
    answer = page.inner_text("main")
    assert "Withdrawn" in answer and "Siri" not in answer


def _link_in(message):
    return next(line for line in message.body.splitlines() if "/yours/" in line)
