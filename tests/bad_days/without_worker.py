"""Run as a process of its own, with no worker: Kari registers, adds a photo, and invites somebody, through the pages."""

import json
from datetime import date
from io import BytesIO

from dugnad.cli.main import set_up


def main() -> None:
    set_up()
    from django.test import Client
    from PIL import Image

    from dugnad.activities.models import Activity
    from tests import world

    world.build()
    client = Client(SERVER_NAME="localhost")
    client.force_login(world.read().kari, backend="dugnad.access.backend.SignIn")
    answers = {"title": "Clean-up", "starts_on": "2026-03-14", "cause": "environment", "volunteers": "12"}
    said = [client.post("/units/no-berg-esn/register/", answers).status_code]
    picture = BytesIO()
    Image.new("RGB", (1200, 800)).save(picture, "JPEG")
    picture.seek(0)
    picture.name = "birch.jpg"
    activity = Activity.objects.get()
    said.append(client.post(f"/activities/{activity.pk}/photos/", {"file": picture, "alt": "A birch"}).status_code)
    said.append(client.post("/units/no-berg-esn/offices/", {"email": "new@example.org", "role": "local", "since": str(date.today())}).status_code)
    photo = activity.photos.get()
    said.append(f"/media/{photo.file.name}" in client.get(activity.get_absolute_url()).content.decode())
    print(json.dumps(said))


if __name__ == "__main__":
    main()
