"""Changes of real files, as many as a test has time for; `make mutations N=10000` makes more."""

from __future__ import annotations

from pathlib import Path

from mutations import CHANGES, Bench
from untfsse.wording import families

_NUMBER = 150


def test_no_change_of_a_file_makes_the_check_stumble(tmp_path: Path) -> None:
    outcomes = list(Bench(tmp_path).outcomes(_NUMBER))
    assert [one.fault for one in outcomes if one.fault] == []
    assert len({one.change for one in outcomes}) == len(CHANGES)
    told = [one for one in outcomes if one.problems]
    assert len(told) > _NUMBER / 2
    codes = {code for family in families().values() for code in family}
    assert len({problem.code for one in told for problem in one.problems} & codes) > 15
