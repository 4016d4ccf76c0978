"""Rules at work: a plan of the treaties, and what follows from a world under it."""
