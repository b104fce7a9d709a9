"""What a run costs, in CPU time beyond a bare interpreter: the least of several runs.

    python tests/bench/run.py [FOLDER]      FOLDER: an archive of articles, for the figure in MB per CPU second
"""
from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile

SENTENCES = [
    "The council voted on Monday to rebuild the harbour bridge, ending a row that has lasted three years.",
    "“We will not wait for the government,” said Ann Marsh, who leads the council. “The town needs its road.”",
    "Work is expected to start in March and will cost about £14m, twice the sum named in the first report.",
    "Two of the five parties voted against the plan, saying the money should go to schools.",
    "The old bridge, built in 1931, was closed to lorries last year after cracks were found in its piers.",
    "A spokesman for the port said ships would be able to pass at all times while the work goes on.",
]
ARTICLE = 5_000                             # characters, about the length of a news story


def main(folder: str | None) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        article = os.path.join(temporary, "article.txt")
        text = ""
        while len(text) < ARTICLE:
            text += " ".join(SENTENCES) + "\n\n"
        with open(article, "w", encoding="utf-8") as file:
            file.write(text[:ARTICLE])
        bare = least(["-c", "pass"], 15)
        print(f"newslint --version: {least(['-m', 'newslint', '--version'], 15) - bare:.0f} ms")
        print(f"one article of 5 KB: {least(['-m', 'newslint', article], 15) - bare:.0f} ms")
        if folder:
            size = sum(os.path.getsize(os.path.join(inside, name)) for inside, _, names in os.walk(folder) for name in names)
            command = ["-m", "newslint", "--jobs", "1", "--format", "jsonl", "--output", os.devnull, folder]
            spent = least(command, 5) - bare
            print(f"{folder}: {size / 1e6:.2f} MB in {spent / 1e3:.2f} s, {size / spent / 1e3:.1f} MB a second")


def least(arguments: list[str], times: int) -> float:
    """CPU milliseconds of the cheapest of so many runs; one more goes first, so that the caches are warm."""
    spent = []
    # As installed: where Python may not keep what it compiled, half of the time would go into compiling newslint.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(times + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return 1e3 * min(spent[1:])


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
