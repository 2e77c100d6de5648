"""The window. Only here (and in app.py) is Qt known."""
