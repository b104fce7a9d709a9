"""Units by name: what each measures, and how much it is."""
from __future__ import annotations

from typing import NamedTuple

from newslint.regexes import compiled


class Unit(NamedTuple):
    names: str                              # a regex
    of: str                                 # what is measured
    least: float                            # in metres, square metres, litres, kilograms or km/h
    most: float                             # where countries differ


# No library: those of units read no copy, and take longer to import than an article may cost (pint 240 ms).
UNITS = (
    Unit("nautical miles?|nm|nmi", "length", 1852, 1852),
    Unit("square miles?|sq miles?|sq mi", "area", 2.58999e6, 2.58999e6),
    Unit("square (?:kilometres?|kilometers?)|sq ?km|km2|km²", "area", 1e6, 1e6),
    Unit("square (?:metres?|meters?)|sq ?m|m2|m²", "area", 1, 1),
    Unit("square (?:feet|foot)|sq ?ft", "area", 0.092903, 0.092903),
    Unit("square yards?|sq yards?|sq yds?", "area", 0.836127, 0.836127),
    Unit("acres?", "area", 4046.86, 4046.86), Unit("hectares?|ha", "area", 1e4, 1e4),
    Unit("cubic (?:metres?|meters?)|m3|m³", "volume", 1000, 1000),
    Unit("cubic (?:feet|foot)|cu ?ft", "volume", 28.3168, 28.3168), Unit("cubic yards?", "volume", 764.555, 764.555),
    Unit("litres?|liters?", "volume", 1, 1), Unit("millilitres?|milliliters?|ml", "volume", 0.001, 0.001),
    Unit("(?:us |imperial )?gallons?", "volume", 3.78541, 4.54609), Unit("pints?", "volume", 0.473176, 0.568261),
    Unit("fluid ounces?|fl ?oz", "volume", 0.0284131, 0.0295735), Unit("barrels?", "volume", 158.987, 158.987),
    Unit("mph|miles per hour|miles an hour", "speed", 1.609344, 1.609344),
    Unit("km/h|kph|kmh|kmph|(?:kilometres?|kilometers?|km) (?:per|an) hour", "speed", 1, 1),
    Unit("knots?", "speed", 1.852, 1.852),
    Unit("miles?|mi", "length", 1609.344, 1609.344), Unit("kilometres?|kilometers?|kms?", "length", 1000, 1000),
    Unit("metres?|meters?|m", "length", 1, 1), Unit("centimetres?|centimeters?|cms?", "length", 0.01, 0.01),
    Unit("millimetres?|millimeters?|mm", "length", 0.001, 0.001), Unit("feet|foot|ft", "length", 0.3048, 0.3048),
    Unit("inch(?:es)?|ins?", "length", 0.0254, 0.0254), Unit("yards?|yds?", "length", 0.9144, 0.9144),
    Unit("kilograms?|kilogrammes?|kilos?|kgs?", "mass", 1, 1), Unit("grams?|grammes?|g", "mass", 0.001, 0.001),
    Unit("pounds?|lbs?", "mass", 0.453592, 0.453592), Unit("ounces?|oz", "mass", 0.0283495, 0.0311035),
    Unit("stones?|st", "mass", 6.35029, 6.35029), Unit("tons?", "mass", 907.185, 1016.05),
    Unit("metric tons?|tonnes?", "mass", 1000, 1000),
    Unit("°c|degrees? celsius|degrees? centigrade|degrees? c|celsius|c", "celsius", 1, 1),
    Unit("°f|degrees? fahrenheit|degrees? f|fahrenheit|f", "fahrenheit", 1, 1))
NAMES = "|".join(each.names for each in UNITS)


def unit(name: str) -> Unit:
    """The unit of a name that NAMES matches."""
    return next(each for each in UNITS if compiled(each.names).fullmatch(name.lower()))
