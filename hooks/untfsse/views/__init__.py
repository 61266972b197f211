"""Records as one language shows them: one module per noun."""

from collections.abc import Mapping

from untfsse.views import event, member, plan, project, publication
from untfsse.views.reader import Noun

NOUNS: Mapping[str, Noun] = {
    "members": member,
    "events": event,
    "publications": publication,
    "projects": project,
    "plans": plan,
}
"""Kind → the module that makes its cards and views."""
