"""Syntax trees to typed rules."""
