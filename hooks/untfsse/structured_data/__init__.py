"""What pages say of themselves to search engines: a graph of schema.org as JSON-LD 1.1.

Dictionaries here are data, not markup. Addresses are full ones: JSON-LD would resolve shorter ones
against the page, the tests of search engines refuse them.
"""
