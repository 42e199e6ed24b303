"""The grid of marks: model, view, delegate, the criteria beside it, and the mat-side page."""
