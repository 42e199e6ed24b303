"""The pages of the training needs analyses: the list, and the walk of questions of one of them."""
