"""Mails of any program, and what is attached to them."""
