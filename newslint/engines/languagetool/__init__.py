"""LanguageTool as the second tier: a warm server on this machine, or one the user named, asked about whole articles."""
