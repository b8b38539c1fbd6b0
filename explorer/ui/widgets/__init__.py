"""Small parts that panels are made of."""
