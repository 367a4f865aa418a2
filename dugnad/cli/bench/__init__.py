"""Benchmarks that anyone can run: what was measured, beside what it is compared with and the goal."""
