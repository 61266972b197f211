"""Feeds: what is new or was changed, as Atom (RFC 4287) and JSON Feed 1.1, in each language."""
