"""What should happen, and when: no clock, no network, no disk, only the standard library."""
