"""Repairs that never change what a file says (`untfsse fix`): each is kept only where that is proved.

A file is read before and after. Where both cannot be read, or do not say the same, it stays as it was.
"""
