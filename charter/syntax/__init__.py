"""Text to syntax tree and back; knows no meaning."""
