"""The coding sheet of alliance research, from a treaty's typed rules and nothing else."""
