"""Parts of the Translate view."""
