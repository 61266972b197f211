"""The records of the task force, and the one way they take to become a site.

data/<kind>/<id>.yml ─ store ─► records ─ graph ─► views (one language) ─► fragments ─► pages

Nothing flows back: a template never looks up a record, a view never reads YAML, and only
`building` and `macros` know MkDocs.
"""
