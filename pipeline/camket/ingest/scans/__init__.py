"""Pictures of pages: made flat, even, upright and level, then read by Tesseract."""
