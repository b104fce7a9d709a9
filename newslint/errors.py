"""The one exception for mistakes a person can mend: bad input, a wrong option, a broken rule or config file."""


class UserError(Exception):
    """Its text says what, where, and what to do; the command line prints it and exits with 2."""
