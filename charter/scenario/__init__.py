"""What might happen: actors, facts and events; no law."""
