"""Running calls side by side."""
