"""Paints pages and proves what it painted; QtGui alone, works without a screen."""

from showcase.printing.imports import spare_imports

spare_imports()
