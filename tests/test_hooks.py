"""The hooks of this repository run newslint from the checkout, in environments of their own."""
from __future__ import annotations

import tomllib
from pathlib import Path

from ruamel.yaml import YAML

from newslint.arguments import parser
from newslint.options import plain

ROOT = Path(__file__).parent.parent


def test_the_hooks_have_what_newslint_needs():
    hooks = {hook["id"]: hook for repo in YAML(typ="safe").load(ROOT / ".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]}
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    for name in ("ruff", "mypy", "rules"):
        assert {*needed} <= {*hooks[name]["additional_dependencies"]}


def test_hooks_for_others_are_commands_that_exist():
    hooks = {hook["id"]: hook for hook in YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")}
    assert {*hooks} == {"newslint", "newslint-fix"}
    for hook in hooks.values():
        name, *arguments = hook["entry"].split()
        assert name in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
        parsed = plain([*arguments, "a.txt"]) if not arguments else parser().parse_args([*arguments, "a.txt"])
        assert parsed is not None and parsed.paths == ["a.txt"]
    # What one of them reads the other does.
    assert all(hooks["newslint"][key] == hooks["newslint-fix"][key] for key in ("types_or", "files", "require_serial"))
