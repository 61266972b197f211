"""Where things are: land, cities and countries as points, and the projection they are drawn in.

Nothing here knows records. `README.md` beside this file says where the data come from.
"""
