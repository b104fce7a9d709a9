"""What speaks for and against a slip: the weights of two logistic regressions, one for slips, one for lost spaces.

They were fitted on the development halves of BBC, ABC, WSJ and Brown news: errors of known kinds were injected, every
unknown word of the text as it was printed was read by eye, and half of the known misspellings were withheld. Names, met
once inside sentences, stand for the names that open one. What news of that time has too little of to be fitted was set
by hand: passages of other languages, and a name followed by a surname.

A score is the logarithm of the odds, and at 0 right and wrong are equally likely among unknown words where one word in
90 is wrong. Real copy has far fewer errors, so what is reported starts well above (newslint/kinds/spelling.py).
"""
SLIP = {
    "bias": -0.5,
    "gap": 2.1,                             # how much commoner the correction is, as a power of ten
    "cost": -1.5,                           # of the slip
    "two slips": -0.8,
    "3 letters": -1.4, "4 letters": -1.4, "5 letters": -0.5, "6 letters": -0.9, "10 letters": 0.8,
    "known": 2.3,                           # in the list of known misspellings
    "known, 3 letters": 0.5, "known, 4 letters": 0.4,
    "rare": -3.0, "very rare": -1.5, "other list": -0.9, "seen": -0.7, "a name": -1.2,
    "seen often": 1.0,
    "derived": -1.8,
    "s": -0.7,                              # the correction only adds or takes an s
    "latin": -1.2,
    "triple": -0.5,
    # the place
    "capital": -2.6, "capital, short": -1.4, "capital, long": 1.3, "capital next": -2.0, "speaks": -0.9,
    "repeated": -3.9, "as name": -0.3,
    "hyphened": -2.2, "hyphened, short": -2.0,
    "strange": -1.5, "foreign": -2.0, "plainly foreign": -4.0, "between capitals": -1.5,
}
RUN_ON = {
    "bias": 0.5,
    "pair": 1.1,                            # how common the two words are
    "function": 1.0, "particle": 0.9, "both": 0.4,
    "9 letters": 0.7, "11 letters": 0.7, "14 letters": 1.7, "17 letters": 1.1,
    "first inflected": 1.4, "first plural": 1.1,
    "short compound": -0.9,
    "derived": -1.8,
    "zipf": -1.9, "seen": -0.7, "listed": -2.7,
    "capital": -4.2, "capital next": -0.8,
    "repeated": -3.0, "strange": -0.5, "foreign": -1.0, "plainly foreign": -4.0,
}
