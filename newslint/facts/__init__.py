"""What newslint knows of the world: offices and their titles, who held them when, names of places.

The tables are the YAML files beside this module. A project's own (`fact-files` in the config) have the same form, and
what they say of a country, an office or a place is said in place of what these say; an entry with nothing in it takes
it out. Every entry names its source and the day after which it is no longer to be trusted.
"""
