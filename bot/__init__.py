"""The running machine: it is put together here, and its loops turn here."""
