"""What the tests run in place of Java: LanguageTool's server, played by a hundred lines.

    fake_java.py -version        fake_java.py … --port N …

It marks “a” before a vowel, and says what it did in the folder it stands in: a line a start in `starts`, one a request in
`asked`. `behaviour.json` there, read at each request, makes it worse: die (that many requests end it), slow (seconds), limit
(characters), refuse (a message), shape (JSON of its own).
"""
import http.server
import json
import os
import re
import sys
import threading
import time
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
LOCK = threading.Lock()
AT_ONCE = [0]


def note(name, line):
    with open(os.path.join(HERE, name), "a", encoding="utf-8") as file:
        file.write(line + "\n")


def behaviour():
    try:
        with open(os.path.join(HERE, "behaviour.json"), encoding="utf-8") as file:
            return json.load(file)
    except OSError:
        return {}


def spend(said, name):
    said[name] -= 1
    with open(os.path.join(HERE, "behaviour.json"), "w", encoding="utf-8") as file:
        json.dump(said, file)


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self, body, status=200):
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        if self.path.endswith("/healthcheck"):
            self.answer("OK")
        else:
            self.answer(json.dumps([{"code": "en", "longCode": code} for code in ("en-US", "en-GB", "en-AU", "en-CA")]))

    def do_POST(self):
        form = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        text = form["text"][0]
        with LOCK:
            AT_ONCE[0] += 1
            said = behaviour()
            note("asked", json.dumps({"text": text, "language": form["language"][0], "at_once": AT_ONCE[0],
                                      "disabled": form.get("disabledRules", [""])[0]}))
            if said.get("die"):
                spend(said, "die")
                os._exit(9)
        time.sleep(said.get("slow", 0.05))
        with LOCK:
            AT_ONCE[0] -= 1
        limit = said.get("limit", 1_000_000)
        if len(text) > limit:
            self.answer(f"Error: Your text exceeds the limit of {limit} characters (it's {len(text)} characters).", 413)
        elif said.get("refuse"):
            self.answer(said["refuse"], 500)
        elif "shape" in said:
            self.answer(json.dumps(said["shape"]))
        else:
            self.answer(json.dumps({"matches": [match(text, found) for found in re.finditer(r"\ba (?=[AEIOUaeiou])", text)]}))

    def log_message(self, *_):
        pass


def match(text, found):
    wide = sum(ord(sign) > 0xFFFF for sign in text[:found.start()])
    return {"message": "Use “an”.", "replacements": [{"value": "an"}], "offset": found.start() + wide, "length": 1,
            "context": {"text": text, "offset": 0}, "sentence": text,
            "rule": {"id": "EN_A_VS_AN", "issueType": "misspelling", "category": {"id": "MISC"}}}


if __name__ == "__main__":
    if "-version" in sys.argv:
        print(f'openjdk version "{behaviour().get("version", "21.0.2")}" 2026-01-20', file=sys.stderr)
        sys.exit(0)
    note("starts", " ".join(sys.argv[1:]))
    if behaviour().get("broken"):
        sys.exit("Error: could not find or load main class")
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Handler)
    except OSError:
        sys.exit("java.net.BindException: Address already in use")
    server.serve_forever()
