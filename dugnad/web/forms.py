"""How every form field is rendered: label, help, the control, the error at the field."""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Our own field template for every form, allauth's included."""

    form_template_name = "web/components/form.html"
    field_template_name = "web/components/field.html"
