"""What a change does to the site, as one file for those who review it: every page before and after.

two commits ─ sides ─► two built sites ─ trees, merging ─► marked pages ─ folding ─► review.html

Nothing of it is published, and nothing of it changes the project.
"""
