"""Engines of others, a tier of their own: on where they are asked for, imported only then."""
