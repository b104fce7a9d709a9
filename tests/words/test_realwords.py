"""The table of words typed for others: what is in it, neighbours, damage."""
import shutil
from itertools import pairwise

import pytest

from newslint.errors import UserError
from newslint.words import realwords
from newslint.words.realwords import LEVELS, TABLE, TRIE, fit, look_up, opened, table, typed


def word(text):
    return look_up(table(), table().words[text])


def names(numbers):
    return {table().words.restore_key(number) for number in numbers}


def test_what_may_be_meant():
    assert "first" in names(word("fist").meant)
    assert "public" in names(word("pubic").meant)
    assert not word("first").meant
    assert {"fist", "pubic", "agio"} <= {*typed(table())}
    assert "first" not in {*typed(table())}


def test_every_word_can_be_looked_up():
    data = table()
    listed = {*data.listed}
    assert all(one < other for one, other in pairwise(data.listed))
    for number in data.listed:
        found = look_up(data, number)
        assert found.common < 0 and len(found.before) == len(found.after) == len(LEVELS)
        assert listed.issuperset(found.meant)
        for numbers in (*found.before, *found.after):
            assert all(one < other for one, other in pairwise(numbers[:20]))


def test_neighbours():
    number = table().words
    first, fist = (fit(word(one), number["the"], number["time"]) for one in ("first", "fist"))
    assert first.after > fist.after
    assert (first.known, fit(word("first"), None, None).known) == (2, 0)
    assert fit(word("first"), None, None).before == 0


DAMAGE = {
    "missing table": (TABLE, None, "missing"),
    "missing trie": (TRIE, None, "missing"),
    "empty table": (TABLE, b"", "damaged"),
    "empty trie": (TRIE, b"", "damaged"),
    "short": (TABLE, b"newslint", "damaged"),
    "a byte changed in the table": (TABLE, 5000, "damaged"),
    "a byte changed in the trie": (TRIE, 5000, "damaged"),
    "another file": (TABLE, b"x" * 5000, "damaged"),
}


@pytest.mark.parametrize("name, change, told", DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_told(tmp_path, name, change, told):
    for one in (TRIE, TABLE):
        shutil.copy(f"{realwords.FOLDER}/{one}", tmp_path)
    path = tmp_path / name
    if change is None:
        path.unlink()
    elif isinstance(change, int):
        data = bytearray(path.read_bytes())
        data[change] ^= 1
        path.write_bytes(data)
    else:
        path.write_bytes(change)
    with pytest.raises(UserError, match=f"{name}: this file of newslint's word data .*{told}[^|]*\\|.*install newslint again"):
        opened(str(tmp_path))
