"""The hooks of this repository run newslint from the checkout, in environments of their own."""
from __future__ import annotations

import tomllib
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent


def test_the_hooks_have_what_newslint_needs():
    hooks = {hook["id"]: hook for repo in YAML(typ="safe").load(ROOT / ".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]}
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    for name in ("ruff", "mypy", "rules"):
        assert {*needed} <= {*hooks[name]["additional_dependencies"]}
