"""The typed rules that a charter's words are read into: pure data, no text and no engine."""
