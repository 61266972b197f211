"""Checks of the built site in a real browser, served as GitHub Pages would serve it."""
