"""What is printed: templates, layout, imposition and preflight, without Qt."""
