"""How the bundled models came about: one loop, a recipe a model, and how each is measured."""
