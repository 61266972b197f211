"""Checks of a translation against its source, one module each.

Each looks at a document (`side_by_side`) and yields findings; `everything` runs them and tells file and line.
"""
