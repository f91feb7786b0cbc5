"""Facts to graph to answers; knows no page."""
