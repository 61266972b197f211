"""What readers may type: `data/search.yml` as it is."""

from __future__ import annotations

from untfsse.locales import LANGUAGES, Text
from untfsse.search_pages import Entries
from untfsse.search_words import folded, synonyms
from untfsse.site import Site


def test_every_term_is_given_in_every_language(real_site: Site) -> None:
    terms = real_site.checked.search_terms
    assert len(terms) >= 8
    for term in terms:
        assert not isinstance(term.find, Text) or tuple(term.find) == LANGUAGES, term.find


def test_what_is_typed_leads_to_what_the_pages_say(real_site: Site) -> None:
    for language in LANGUAGES:
        known = Entries(real_site, language).synonyms
        for term in real_site.checked.search_terms:
            for form in term.typed.of(language):
                if folded(form) in known.rules:
                    assert folded(known.rewritten(form)) == folded(term.found(language)), (language, form)


def test_no_form_in_use_is_left_out_as_an_everyday_word(real_site: Site) -> None:
    """An editor who adds such a form should know that it does nothing."""
    for language in LANGUAGES:
        for term in real_site.checked.search_terms:
            pairs = {form: term.found(language) for form in term.typed.of(language)}
            same = {form for form in pairs if folded(form) == folded(term.found(language))}
            assert len(synonyms(language, pairs).rules) == len({folded(one) for one in set(pairs) - same}), (
                pairs
            )


def test_acronyms_of_other_languages_are_known_without_being_listed(real_site: Site) -> None:
    assert Entries(real_site, "fr").synonyms.rewritten("ILO") == "oit"
    assert Entries(real_site, "en").synonyms.rewritten("OIT") == "ilo"
    assert Entries(real_site, "es").synonyms.rewritten("ECLAC") == "cepal"
