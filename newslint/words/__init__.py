"""The words newslint knows: the data (build.py makes it), looking them up, and what a wrong one was meant to be."""
