"""What stands beside the picture in Explore, one thing a file; the view puts them together."""
