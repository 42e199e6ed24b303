"""How it looks: tokens, palettes, one style sheet, the font and the icons."""
