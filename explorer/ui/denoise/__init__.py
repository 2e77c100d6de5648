"""What stands around the run in Denoise, one thing a file; the view puts them together."""
