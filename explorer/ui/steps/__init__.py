"""Parts of the Steps view: its runs, its controls, and what stages and numbers are called."""
