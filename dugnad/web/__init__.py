"""The look: base templates, components, tokens. It knows nothing of the domain."""
