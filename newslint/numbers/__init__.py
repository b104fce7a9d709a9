"""Figures that must agree: reading them in a text (figures.py), and one module for each way they can disagree."""
