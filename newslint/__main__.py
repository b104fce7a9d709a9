from newslint.cli import process

process()
