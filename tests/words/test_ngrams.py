"""A language model written bit by bit, and read back."""
import math
import struct

import pytest

from newslint.words import ngrams

WORDS = ["<s>", "fist", "first", "the", "time"]
PAIRS = {"first": [("the", -2.5)], "time": [("first", -0.5), ("the", -3.0)]}


def model(pairs):
    """The bytes of a model with these words and pairs, and no longer sequences."""
    values = sorted({likely for known in pairs.values() for _, likely in known})
    packed = lambda numbers: struct.pack("<65536f", *numbers, *[0.0] * (65536 - len(numbers)))  # noqa: E731
    total = sum(map(len, pairs.values()))
    words = len(WORDS).bit_length()
    bits = place = 0
    rows, number = [], 0
    for index, word in enumerate(WORDS):
        rows.append(struct.pack("<ffI", -(index + 1) / ngrams.BASE, -index / ngrams.BASE, number))
        for before, likely in pairs.get(word, ()):
            bits |= (WORDS.index(before) | values.index(likely) << words + ngrams.BITS) << place
            place += words + 2 * ngrams.BITS + 1            # one bit for where longer sequences start: there is room for one
            number += 1
    rows.append(struct.pack("<ffI", 0, 0, number))
    width = words + 2 * ngrams.BITS + 1
    stored = bits.to_bytes(((total + 1) * width + 7) // 8 + 8, "little")
    longer = bytes((2 * (words + ngrams.BITS) + 7) // 8 + 8)
    spelt = "".join(f"{word}\0" for word in WORDS).encode()
    return b"".join([ngrams.MAGIC, bytes([3]), struct.pack("<4I", len(WORDS), total, 1, ngrams.PACKED),
                     packed([value / ngrams.BASE for value in values]), packed([]), packed([]), *rows, stored, longer,
                     struct.pack("<I", len(spelt)), spelt])


def test_read(tmp_path):
    path = tmp_path / "model.bin"
    path.write_bytes(model(PAIRS))
    found = ngrams.read(str(path))
    assert found.words == WORDS
    assert found.likely == pytest.approx([-1, -2, -3, -4, -5], abs=1e-4)
    assert found.backoff == pytest.approx([0, -1, -2, -3, -4], abs=1e-4)
    pairs = [(found.words[first], found.words[second], round(likely, 3)) for first, second, likely in ngrams.pairs(found)]
    assert pairs == [("the", "first", -2.5), ("first", "time", -0.5), ("the", "time", -3.0)]
    assert math.isclose(ngrams.BASE, math.log(1.0001))


@pytest.mark.parametrize("data", [b"", b"Something else", ngrams.MAGIC + bytes([2]) + bytes(20)])
def test_other_files(tmp_path, data):
    path = tmp_path / "model.bin"
    path.write_bytes(data)
    with pytest.raises(SystemExit, match="no trie language model"):
        ngrams.read(str(path))
