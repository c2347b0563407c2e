"""Cards of one-time codes: printed on the operator's machine, looking like something ordinary."""
