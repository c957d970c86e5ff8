"""The command line: a thin module a command."""
