"""The words of the window: one module per page. Marked here, translated where they are shown."""
