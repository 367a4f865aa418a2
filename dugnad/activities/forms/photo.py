"""A photo and the words for those who do not see it."""

from django import forms
from django.utils.translation import gettext_lazy as __

from dugnad.web.fields import Text


class PhotoForm(forms.Form):
    """What a picture file really is, is found out by the action that re-encodes it."""

    file = forms.FileField(
        label=__("Photo"),
        help_text=__("JPEG, PNG or WebP, at most 20 MB. Where it was taken is removed from the file."),
        widget=forms.FileInput(
            attrs={"accept": "image/*", "data-most": 20_000_000, "data-too-large": __("This file is larger than 20 MB. Send a smaller version of the photo.")}
        ),
    )
    alt = Text(label=__("What does it show?"), max_length=300, help_text=__("For those who do not see it: “Six students planting a birch”."))
