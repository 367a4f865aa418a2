"""Plain data in, pictures out: quilts, charts and maps as SVG; knows no model."""
