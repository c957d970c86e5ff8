"""Words as data: tables kept by hand (TOML, TSV), tables harvested, and their loaders."""
