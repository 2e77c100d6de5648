"""Parts of the window that know nothing of models: a picture's canvas, sliders, buttons."""
