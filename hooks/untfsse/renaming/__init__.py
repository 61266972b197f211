"""Gives a record or a story another name, with everything that names it (`untfsse rename`)."""
