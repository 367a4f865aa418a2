"""Static files under names that follow from their content, so that a browser may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):
    """What a script imports gets its new name as well."""

    support_js_module_import_aggregation = True
