"""Parts of the Side by side view: one model's pane, and what all of them are told."""
