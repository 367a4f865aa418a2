"""The pictures of the samples: one for each cause, with words, the same each time."""

from io import BytesIO

import pytest
from PIL import Image

from dugnad.cli.sample.activities import CAUSES
from dugnad.cli.sample.drawn import SCENES, drawing


def test_every_cause_of_the_samples_is_drawn():
    assert set(SCENES) == set(CAUSES)


@pytest.mark.thorough
@pytest.mark.parametrize("cause", CAUSES)
def test_a_drawing_is_a_photos_size_with_words_and_the_same_each_time(cause):
    alt, jpeg = drawing(cause, 1)
    assert alt.startswith("A drawing: ") and Image.open(BytesIO(jpeg)).size == (1600, 1067)
    assert drawing(cause, 1) == (alt, jpeg) != drawing(cause, 3)
