"""The parts of the demo library's maker. See ../make.py."""
