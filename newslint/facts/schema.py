"""What a fact file may say. Imported only when a pack is made."""
from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from newslint.faults import BrokenFiles, Fault, advice
from newslint.yamlfile import Keys, Locate, decode, faults_from_pydantic, load

NOUN = "fact file"
MISSING = {"source": ('an entry needs a "source"', "add:  source: where you read it"),
           "stale-after": ('an entry needs a "stale-after"', "add:  stale-after: the last day on which to trust it")}


def _day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise ValueError(f'"{text}" is not a day\nwrite it as 2026-11-25') from None
    return text


def _small(text: str) -> str:
    if text != text.lower():
        raise ValueError(f'"{text}" has a capital\nwrite titles in small letters: capitals are found too')
    return text


Day = Annotated[str, AfterValidator(_day)]
Form = Annotated[str, AfterValidator(_small), Field(min_length=3)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, alias_generator=lambda name: name.replace("_", "-"),
                              populate_by_name=True)


class _Title(_Strict):
    wrong: list[Form] = Field(min_length=1, alias="not")
    right: Form
    since: Day | None = None
    junior: bool = False
    named: bool = False
    source: str | None = None
    stale_after: Day | None = None


class _Country(_Strict):
    called: list[str] = []
    names: list[str] = []
    set: str | None = None
    titles: list[_Title] = []
    source: str | None = None
    stale_after: Day | None = None


class _Held(_Strict):
    name: str = Field(min_length=2)
    start: Day = Field(alias="from")
    end: Day | None = Field(None, alias="to")


class _Office(_Strict):
    held: list[_Held] = []
    source: str | None = None
    stale_after: Day | None = None


class _Place(_Strict):
    also: list[str] = []                    # one article uses one of all these names
    wrong: list[str] = Field([], alias="not")   # this house never uses these
    source: str | None = None


class _File(_Strict):
    forms: dict[str, list[Form]] = {}
    sets: dict[str, list[_Title]] = {}
    countries: dict[str, _Country] = {}
    holders: dict[str, dict[str, _Office]] = {}
    places: dict[str, _Place] = {}


def parse(path: str, data: bytes, before: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The tables of one file, plain; `before` are those it is read on top of. Raises BrokenFiles with all faults."""
    try:
        values, locate = load(path, decode(path, data))
    except BrokenFiles as error:
        raise BrokenFiles(error.faults, NOUN) from None
    try:
        found = _File.model_validate(values)
    except ValidationError as error:
        raise BrokenFiles(faults_from_pydantic(error, locate, _keys_of, MISSING), NOUN) from None
    if faults := list(_faults(found, locate, before)):
        raise BrokenFiles(faults, NOUN)
    plain: dict[str, dict[str, Any]] = _filled(found.model_dump(exclude_unset=False))
    return plain


def _faults(found: _File, locate: Locate, before: dict[str, dict[str, Any]]) -> list[Fault]:
    faults: list[Fault] = []
    known_sets = [*before["sets"], *found.sets]
    known_countries = [*before["countries"], *found.countries]

    def dated(entry: _Title | _Country | _Office, above: _Country | None, *keys: Any) -> None:
        """A source and a last day, of the entry's own or of the country's above it."""
        for name in ("source", "stale_after"):
            if not getattr(entry, name) and not (above and getattr(above, name)):
                message, hint = MISSING[name.replace("_", "-")]
                faults.append(locate.fault(message, *keys, hint=hint, at_key=not isinstance(keys[-1], int)))

    for country, entry in found.countries.items():
        if entry.set is not None and entry.set not in known_sets:
            faults.append(locate.fault(f'no set is called "{entry.set}"', "countries", country, "set",
                                       hint=advice(entry.set, known_sets)))
        if entry.set is not None:
            dated(entry, None, "countries", country)
        for number, line in enumerate(entry.titles):
            dated(line, entry, "countries", country, "titles", number)
    for country, offices in found.holders.items():
        if country not in known_countries:
            faults.append(locate.fault(f'no country is called "{country}"', "holders", country, at_key=True,
                                       hint=advice(country, known_countries, 4)))
        for title, office in offices.items():
            if office.held:
                dated(office, None, "holders", country, title)
            for number, held in enumerate(office.held):
                if held.end and held.end < held.start:
                    faults.append(locate.fault(f"{held.name} leaves before the first day", "holders", country, title,
                                               "held", number, "to"))
    return faults


def _filled(value: Any) -> Any:
    """The same data with empty text for what is not given."""
    if isinstance(value, dict):
        return {key: _filled(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item) for item in value]
    return "" if value is None else value


def _keys_of(keys: Keys) -> list[str]:
    """The fields a mapping may have."""
    models: dict[str, list[type[BaseModel]]] = {
        "sets": [_Title], "countries": [_Country, _Title], "holders": [_Office, _Held], "places": [_Place]}
    model: type[BaseModel] = _File
    if keys:
        depth = {"sets": 3, "countries": 2, "holders": 3, "places": 2}.get(str(keys[0]), 0)
        if len(keys) < depth or not depth:
            return []
        its = models[str(keys[0])]
        model = its[-1] if len(keys) > depth else its[0]
    return [field.alias or name for name, field in model.model_fields.items()]
