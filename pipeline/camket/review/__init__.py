"""Review: decisions from sheets and from a page, checked, kept and counted."""
