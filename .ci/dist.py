"""Build the sdist and the wheel into dist/ and try them: nothing is missing, and the installed wheel finds what the
checkout finds.

Run with the Python of .venv from the repository's root; `make dist` does.
"""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile


def main() -> None:
    shutil.rmtree("dist", ignore_errors=True)
    run(sys.executable, "-m", "build", "--outdir", "dist", ".")
    (sdist,) = (os.path.join("dist", name) for name in os.listdir("dist") if name.endswith(".tar.gz"))
    (wheel,) = (os.path.join("dist", name) for name in os.listdir("dist") if name.endswith(".whl"))

    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    needed = files("newslint") | files("rules") | files("seeds") | files("tests") | {"LICENSE", "README.md", "Makefile"}
    require(sdist, needed - inside)

    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    needed = files("newslint") | {f"newslint/{name}" for name in files("rules")}
    require(wheel, needed - inside)

    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "venv", folder)
        run(os.path.join(folder, "bin", "python"), "-m", "pip", "install", "--quiet", wheel)
        installed = findings(os.path.join(folder, "bin"))
    if installed != findings(os.path.dirname(sys.executable)):
        sys.exit(f"{wheel}, once installed, reports something else on seeds/ than the checkout does.")
    print(f"{sdist} and {wheel} are complete; the installed wheel reports what the checkout does.")


def files(folder: str) -> set[str]:
    """Every file below the folder, less what running the code leaves behind."""
    return {os.path.join(path, name) for path, _, names in os.walk(folder) for name in names
            if not path.endswith("__pycache__")}


def require(archive: str, missing: set[str]) -> None:
    if missing:
        sys.exit(f"{archive} lacks {', '.join(sorted(missing))}")


def findings(folder: str) -> bytes:
    """What the newslint installed there says of seeds/, as JSON lines."""
    command = [os.path.join(folder, "newslint"), "seeds/", "--format", "jsonl"]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {done.returncode}")
    return done.stdout


def run(*command: str) -> None:
    done = subprocess.run(command, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}")


if __name__ == "__main__":
    main()
