"""What is done with a finished site: looked at where it is published, carried on, accounted for.

None of it is needed to build the site. `smoke` needs nothing but Python, so that it can begin at once.
"""
