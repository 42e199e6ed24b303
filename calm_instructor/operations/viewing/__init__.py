"""What a page shows: frozen values read at one moment. One module per thing looked at; nothing here writes."""
