"""Runs: one document through all stages (flow), and whole folders of them (batch)."""
