"""Translations: what is missing or stale, part by part.

A page is split into blocks, a record into texts, a strings file into keys (`units`). The ledger of a language
knows of each translated unit from which source it was made (`ledger`); where a unit of today stands beside
one of the source is found anew each time (`pairing`), so that moved paragraphs stay what they are.
"""
