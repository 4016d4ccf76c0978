"""What pytest does not collect: files that are wrong on purpose."""

collect_ignore_glob = ["cases/errors/*"]
