"""What holds the chapters to one form: each rule is a function that returns its complaints, in ``rules_*.py``."""
