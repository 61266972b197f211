"""Citations: files for reference managers, formatted references, and tags in the head of pages.

`works` reads the records; `bibtex`, `ris`, `csl`, `meta` and `references` each write one form of a `Work`.
"""
