"""The closed lists: what a term may be, and the real ones, complete in every language."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from untfsse.locales import LANGUAGES
from untfsse.records.base import ID_FORM
from untfsse.records.leaves import leaves
from untfsse.records.references import Listed
from untfsse.site import Site
from untfsse.vocabulary import LISTS, Term


def test_the_lists_are_those_that_records_need(real_site: Site) -> None:
    assert set(real_site.checked.store.vocabulary) == LISTS
    assert {"themes", "sdgs", "event-kinds", "membership-statuses"} <= LISTS


def test_every_term_has_a_label_in_every_language(real_site: Site) -> None:
    for name, terms in real_site.checked.store.vocabulary.items():
        assert terms, name
        for id_, term in terms.items():
            for text in (term.label, term.description):
                assert text is None or tuple(text) == LANGUAGES, (name, id_)


def test_no_two_terms_of_a_list_are_called_the_same(real_site: Site) -> None:
    for name, terms in real_site.checked.store.vocabulary.items():
        for language in LANGUAGES:
            labels = [term.label[language] for term in terms.values()]
            assert len(set(labels)) == len(labels), (name, language)


def test_the_ids_of_terms_can_stand_in_an_address(real_site: Site) -> None:
    for name, terms in real_site.checked.store.vocabulary.items():
        for id_ in terms:
            assert ID_FORM.fullmatch(id_), (name, id_)


def test_there_are_seventeen_goals_in_their_order_with_a_colour_each(real_site: Site) -> None:
    goals = real_site.checked.store.vocabulary["sdgs"]
    assert list(goals) == [str(number) for number in range(1, 18)]
    assert len({goal.colour for goal in goals.values()} - {None}) == 17


def test_every_theme_says_what_it_covers(real_site: Site) -> None:
    for id_, theme in real_site.checked.store.vocabulary["themes"].items():
        assert theme.description is not None, id_


def test_every_value_of_a_record_stands_in_its_list(real_site: Site) -> None:
    vocabulary = real_site.checked.store.vocabulary
    found = [
        (marker.name, str(value))
        for records in real_site.checked.store.records.values()
        for record in records.values()
        for _, marker, value in leaves(record)
        if isinstance(marker, Listed)
    ]
    assert len(found) > 500
    assert {(name, value) for name, value in found if value not in vocabulary[name]} == set()


@pytest.mark.parametrize("colour", ["#E5243B", "e5243b", "#e5243", "#e5243bb", "red", "#e5243g", "url(x)"])
def test_a_colour_is_written_in_six_small_digits(colour: str) -> None:
    with pytest.raises(ValidationError):
        Term.model_validate({"id": "x", "label": {"en": "X"}, "colour": colour})
    assert Term.model_validate({"id": "x", "label": {"en": "X"}, "colour": "#e5243b"}).colour == "#e5243b"
