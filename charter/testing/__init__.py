"""Unit tests for interpretations: expectations of scenario files, checked and reported."""
