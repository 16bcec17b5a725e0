// Explains, compares, publishes and analyses policies, and describes their format: what policy authors need.
