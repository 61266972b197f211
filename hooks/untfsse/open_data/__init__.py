"""The site as data: `data/v1/` holds every published record as JSON and CSV, with schemas.

What is published is what the records say, field by field: the models of `records/` are read once
(`fields`), and values, schemas, tables and the explanations on the site are all made from that.
"""

FOLDER = "data/v1"
"""Where it stands below the root of the site; the number changes only when a reader would break."""

VERSION = "1.0"
"""Version of the format: the second number grows when fields are added, the first is that of `FOLDER`."""

PAGE = "this-site/data"
"""The page that explains it to people, if the site has one."""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_NAME = "CC-BY-4.0"
"""As SPDX calls it."""

KINDS = ("events", "publications", "projects", "members", "plans", "news")
"""What has a document for each of its records, and tables."""

SINGULAR = {kind: kind.removesuffix("s") for kind in KINDS} | {"news": "story"}
"""Kind → name of the schema of one record."""

SUBJECTS = ("shared", *KINDS, "vocabularies", "site")
"""What a page can explain the fields of; `shared` is what stands in many fields."""
