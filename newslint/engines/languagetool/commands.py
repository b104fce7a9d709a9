"""`newslint languagetool install|status|stop`, and what `newslint explain` says of one of its rules."""
from __future__ import annotations

import textwrap
import time
from collections.abc import Mapping
from typing import Any

from newslint import config
from newslint.engines.languagetool import client, jars, java, profile, server
from newslint.errors import UserError


def languagetool(options: Any) -> int:
    return {"install": _install, "status": _status, "stop": _stop}[options.action](options)


def _install(options: Any) -> int:
    from newslint.engines.languagetool.install import install

    client.require()
    print(install(options.offline or "", _settings(options).get("java", "")))
    return 0


def _status(options: Any) -> int:
    """Version, and of a server that runs: port, memory and age."""
    settings = _settings(options)
    if "server" in settings:
        address = client.address(settings["server"])
        client.require()
        client.reachable(address)
        print(f"LanguageTool at {address}, as the config says; it answers.")
        return 0
    client.require()
    where = jars.folder()
    jars.verify(where)
    found_java = java.examined(java.find(settings.get("java", "")))
    print(f"LanguageTool {jars.VERSION} in {where}\nJava {found_java.version}, {found_java.path}")
    found = server.running()
    if found is None:
        print("No server runs; the next check that needs one starts it.")
        return 0
    import psutil

    try:
        memory = psutil.Process(found.pid).memory_info().rss
    except psutil.Error:                    # it ended this moment
        memory = 0
    print(f"A server runs on port {found.port} of this machine (process {found.pid}): {memory / 1e6:.0f} MB, started "
          f"{_ago(time.time() - found.created)} ago.")
    return 0


def _stop(options: Any) -> int:
    client.require()
    print("The server is stopped." if server.stop() else "No server runs.")
    return 0


def explain(rule: str, settings: Mapping[str, Any]) -> str:
    """What newslint knows of one of LanguageTool's rules: what the profile says of it, and where its own words are."""
    id = rule.removeprefix(config.ALWAYS_KNOWN)
    if not id or set(id) & set("* /"):
        raise UserError(f"{rule}: name one rule, as a report shows it: {config.ALWAYS_KNOWN}EN_A_VS_AN")
    said = profile.load(settings.get("profile", ""))
    choice = profile.chosen(said, id, "")
    where = settings.get("profile") or "newslint's own"
    level, zones, on, why = said.level, said.zones, True, "The profile does not name it: it reports as most do."
    if choice is not None:
        level, zones, on, why = choice.level, choice.zones, choice.on, choice.why
    lines = [f"{rule} ({level if on else 'off'}, a rule of LanguageTool {jars.VERSION})", "",
             textwrap.fill(f"Reported where LanguageTool is asked too: --engine languagetool. {why}", 100), ""]
    if on:
        lines.append(f"Where: {', '.join(sorted(zones))}")
    if choice is not None:
        limits = {"Unless": choice.unless, "After": choice.after}
        lines += [f"{name}: {pattern}" for name, pattern in limits.items() if pattern]
    lines += [f"Profile: {where} (its categories may turn a rule off that it does not name)",
              f"LanguageTool's own words and examples: https://community.languagetool.org/rule/show/{id}?lang=en",
              f"To turn it off: newslint --ignore {rule}, or under “rules” in .newslint.yaml: {rule}: off"]
    return "\n".join(lines)


def _settings(options: Any) -> Mapping[str, Any]:
    from newslint.run import Checker

    checker = Checker(options)
    return config.effective(checker.config_of("."), ".").languagetool


def _ago(seconds: float) -> str:
    minutes = int(seconds // 60)
    if minutes < 1:
        return f"{int(seconds)} seconds"
    return f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours"
