"""Globs: a glob, the paths it holds for, and those it does not."""
import pathspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.globs import matches

CASES = {
    "a name at any depth": ("a.txt", ["a.txt", "x/a.txt", "x/y/a.txt"], ["b.txt", "a.txtx", "xa.txt"]),
    "an ending": ("*.txt", ["a.txt", ".txt", "x/a.txt"], ["a.txt.md", "a.TXT"]),
    "from the root": ("/a.txt", ["a.txt"], ["x/a.txt"]),
    "a slash inside is from the root": ("x/*.txt", ["x/a.txt"], ["x/y/a.txt", "y/x/a.txt"]),
    "a folder holds all below": ("x", ["x", "x/a.txt", "y/x/z/a.txt"], ["xy/a.txt"]),
    "a slash at the end means folders": ("x/", ["x/", "x/a", "y/x/a"], ["x", "y/x"]),
    "all below": ("x/**", ["x/a", "x/y/a"], ["y/x/a", "xa"]),
    "any folders before": ("**/x/a", ["x/a", "y/x/a"], ["yx/a"]),
    "any folders between": ("x/**/a", ["x/a", "x/y/a", "x/y/z/a"], ["xa", "x/ya"]),
    "everything": ("**", ["a", "x/a"], []),
    "one character": ("a?c", ["abc", "x/aéc"], ["ac", "a/c", "abbc"]),
    "a set": ("[a-c]1", ["a1", "c1"], ["d1", "-1"]),
    "not in a set": ("x/[!a]", ["x/b", "x/!"], ["x/a"]),
    "a set never takes a slash": ("x[!a]y", ["xby"], ["x/y"]),
    "signs are themselves": ("a+(b).$", ["a+(b).$"], ["aab.$"]),
    "an open bracket is itself": ("a[b", ["a[b"], ["ab"]),
    "a set from high to low is itself": ("[c-a]", ["[c-a]"], ["b"]),
    "a line break in a name": ("a*", ["a\nb", "x\ny/a"], []),
}


@pytest.mark.parametrize("glob, inside, outside", CASES.values(), ids=CASES.keys())
def test_globs(glob, inside, outside):
    assert [path for path in inside + outside if matches((glob,), path)] == inside


def test_one_of_several():
    assert matches(("a", "b/"), "b/c")
    assert not matches(("a", "b/"), "c")


@given(st.lists(st.sampled_from(["a", "b", "*", "?", "**", "/", "/**/", "[ab]", "."]), min_size=1, max_size=6),
       st.lists(st.text("ab.", min_size=1, max_size=3).filter(lambda name: name.strip(".")), min_size=1, max_size=4))
def test_the_same_as_gitignore(parts, names):
    glob, path = "".join(parts), "/".join(names)
    # pathspec takes “a/**/” for “a/**”, git for folders only.
    if glob.strip("/") and "//" not in glob and not glob.endswith("**/"):
        assert matches((glob,), path) == pathspec.GitIgnoreSpec.from_lines([glob]).match_file(path)
