"""Measurements over many real texts: run by hand, never timed inside a test."""
