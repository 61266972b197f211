"""Images that stand beside a link to a page where it is shared, drawn at the end of a build.

A `Picture` says what one image shows. `images` writes them all: those that `kept` has from earlier builds as
they are, the others as `drawing` makes them from `faces` (letters), `layout` (lines), `ground` and `pattern`
(what many images have alike) and `png` (the file).
"""
