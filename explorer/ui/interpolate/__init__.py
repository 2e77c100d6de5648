"""What Interpolate is made of, one thing a file; the view puts them together."""
