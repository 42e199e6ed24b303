"""The pieces that pages are put together from; each is named for a screen reader by how it is made."""
