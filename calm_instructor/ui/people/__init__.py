"""The people pages: everyone, one person, a list that is taken in; and the drawer in which forms about people stand."""
