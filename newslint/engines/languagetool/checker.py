"""LanguageTool's part in a run: which articles it is asked about, what of its answers is reported, what went wrong."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newslint import cache, config
from newslint.accepted import accepts
from newslint.engines.languagetool import client, jars, java, profile
from newslint.engines.languagetool.client import Answer, Gone, Refused, TooLong
from newslint.engines.languagetool.dialect import language
from newslint.engines.languagetool.prose import Prose, parts, place, prose
from newslint.errors import UserError
from newslint.model import Document, Hit
from newslint.pack import Pack, Packed

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

PREFIX = config.ALWAYS_KNOWN                # grammar/languagetool-EN_A_VS_AN
LIMIT = 40_000                              # characters of one request: some seconds of its work
SHORTEST = 500                              # that are asked about once more where a server takes only short texts
KEPT = 5_000                                # answers that stay in the cache
MANY = 150                                  # articles from which a server is worth its slower, better compiler
NAMED = 5                                   # files that a message names


class Question(NamedTuple):
    path: str
    text: str
    language: str


class Checking:
    """What a run knows of LanguageTool: the server it talks to, and the files that went unchecked."""

    def __init__(self, settings: config.Settings, jobs: int, files: int) -> None:
        """Raises UserError, at once, where what was asked for is not there; nothing is started yet."""
        wanted = settings.languagetool
        client.require()
        self.profile = profile.load(wanted.get("profile", ""))
        self.wanted = profile.asked(self.profile)
        self.java = wanted.get("java", "")
        self.idle = 60.0 * wanted["idle_minutes"] if "idle_minutes" in wanted else jars.IDLE
        self.remote = client.address(wanted["server"]) if "server" in wanted else ""
        if not self.remote:
            java.find(self.java)
            jars.require(jars.folder())
        self.jobs, self.quick = jobs, files <= MANY
        self.tools: dict[str, LanguageTool] = {}
        self.life = 0                       # of the server: 0 not wanted yet, 1 the first, 2 started again, 3 given up
        self.died = ""                      # what was said of that
        self.unchecked: dict[str, str] = {}     # path -> why, for files whose server was there and refused them
        self.unasked: list[str] = []        # paths, for which it was not there any more

    def hits(self, documents: list[Document], settings: config.Settings, pack: Pack) -> list[list[Hit]]:
        """What it finds in each; its rules are added to the pack's, for they are known only once they are met."""
        shown = [prose(document) for document in documents]
        questions = [[Question(document.path, text, language(document, settings.dialect))
                      for _, text in parts(one.text, LIMIT) if text.strip()] for document, one in zip(documents, shown)]
        answers = self._answers(list(dict.fromkeys(question for its in questions for question in its)))
        found = []
        for document, one, its in zip(documents, shown, questions):
            hits, offset = [], 0
            for question in its:
                offset = one.text.index(question.text, offset)
                for answer in answers.get(question) or ():
                    hit = self._hit(document, one, answer, offset, settings, pack)
                    hits += [hit] if hit is not None else []
            found.append(hits)
        return found

    def problems(self) -> list[str]:
        """What to tell at the end: the files it did not check, and why."""
        told = [f"{path}: LanguageTool could not check this: {why}" for path, why in self.unchecked.items()]
        if self.unasked:
            paths = list(dict.fromkeys(self.unasked))
            more = f" and {len(paths) - NAMED} more" if len(paths) > NAMED else ""
            told.append(f"LanguageTool stopped answering{'' if self.remote else ' and was started again once'} "
                        f"({self.died}); not checked by it: {', '.join(paths[:NAMED])}{more}")
        return told

    def _hit(self, document: Document, shown: Prose, answer: Answer, offset: int, settings: config.Settings,
             pack: Pack) -> Hit | None:
        span = place(shown, answer.start + offset, answer.end + offset)
        choice = profile.chosen(self.profile, answer.rule, answer.category)
        if span is None or not profile.holds(choice, document.text, *span):
            return None
        match = document.text[span[0]:span[1]]
        suggestions = tuple(text for text in answer.suggestions if text != match)
        if answer.suggestions and not suggestions or accepts(pack.accepted, "spelling", document.text, *span):
            return None
        rule = PREFIX + answer.rule
        if rule not in pack.rules:
            level, zones = (choice.level, choice.zones) if choice else (self.profile.level, self.profile.zones)
            reported = config.selected(settings, rule, level)
            if reported is None:
                return None
            pack.rules[rule] = Packed(reported, "{said}", zones, False)
        return Hit(rule, *span, suggestions, None, {"said": answer.message})

    def _answers(self, questions: list[Question]) -> dict[Question, list[Answer] | None]:
        """What it says of each, from the cache or the server; None where it did not answer."""
        answers: dict[Question, list[Answer] | None] = {}
        for question in questions:
            kept = cache.read("languagetool", self._key(question))
            if kept is not None:
                answers[question] = [Answer(*answer) for answer in kept]
        new = [question for question in questions if question not in answers]
        if not new:
            return answers
        if self.life == 0:
            self._begin()
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(self.jobs) as pool:
            for question, answer in zip(new, pool.map(self._answer, new)):
                answers[question] = answer
                if answer is not None:
                    cache.write("languagetool", self._key(question), [tuple(one) for one in answer],
                                KEPT if question is new[-1] else 0)
        return answers

    def _key(self, question: Question) -> bytes:
        said: list[Any] = [jars.VERSION, self.remote, question.text, question.language, *map(sorted, self.wanted)]
        return repr(said).encode("utf-8", "surrogatepass")

    def _answer(self, question: Question) -> list[Answer] | None:
        try:
            return self._asked(question.text, question.language)
        except Refused as error:
            self.unchecked[question.path] = str(error)
        except Gone:
            self.unasked.append(question.path)
        return None

    def _asked(self, text: str, language: str) -> list[Answer]:
        """The answer to a text, in parts where it is too long for the server; once more from a server started anew."""
        while True:
            life = self.life
            if life > 2:
                raise Gone
            try:
                answers = client.ask(self._tool(language), text)
                if not self.remote:
                    self.server.used()
                return answers
            except TooLong:
                if len(text) <= SHORTEST:
                    raise
                return [answer._replace(start=answer.start + offset, end=answer.end + offset)
                        for offset, part in parts(text, len(text) // 2 + 1) for answer in self._asked(part, language)]
            except Gone as error:
                self._again(life, str(error))

    def _tool(self, language: str) -> LanguageTool:
        with self.lock:
            if language not in self.tools:
                self.tools[language] = client.tool(self.url, language, self.wanted, local=not self.remote)
            return self.tools[language]

    def _begin(self) -> None:
        """Raises UserError where it cannot even be started."""
        import threading

        from newslint.engines.languagetool import server

        # Neither is wanted where all answers are in the cache, and http.client alone takes ten milliseconds.
        self.lock, self.server = threading.Lock(), server
        self.own: server.Server | None = None
        if self.remote:
            client.reachable(self.remote)
            self.url = self.remote
        else:
            self.url = self._started()
        self.life = 1

    def _started(self) -> str:
        self.own = self.server.ensure(self.java, idle=self.idle, quick=self.quick, but=self.own)
        return self.own.url

    def _again(self, life: int, said: str) -> None:
        """A server that stopped, or hangs, is started again once; a remote one can only be asked again."""
        with self.lock:
            if self.life != life:           # another thread has seen to it
                return
            self.life += 1
            self.died = said
            self.tools.clear()
            if self.life > 2 or self.remote:
                return
            try:
                self.url = self._started()
            except UserError as error:
                self.life, self.died = 3, str(error)
