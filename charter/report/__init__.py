"""Findings made readable; decides nothing."""
