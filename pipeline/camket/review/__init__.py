"""Review: decisions read from sheets, checked, kept and counted."""
