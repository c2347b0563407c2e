"""Calls people once over Apprise, as a process of its own: `python -P bot/horn_blast.py`.

A process because Apprise and its plugins would cost the house 19 MB for as long as it runs, and
because a road that hangs can then be cut off. The addresses come over standard input: arguments
can be read by everybody on the machine. Imports nothing of ours.
"""

import json
import logging
import sys

import apprise


def main() -> int:
    """Call each address; print how many were reached and return 0 when all were."""
    # Apprise logs the addresses it calls, passwords and all.
    logging.disable(logging.CRITICAL)
    asked = json.loads(sys.stdin.read())
    # Without this the call would say who sends it.
    asset = apprise.AppriseAsset(
        app_id=asked["title"], app_desc=asked["title"], app_url="", image_url_mask=""
    )
    reached = 0
    for address in asked["addresses"]:
        one = apprise.Apprise(asset=asset)
        one.add(address)
        reached += bool(one.notify(body=asked["body"], title=asked["title"]))
    sys.stdout.write(json.dumps({"reached": reached}))
    return 0 if reached == len(asked["addresses"]) else 1


if __name__ == "__main__":
    sys.exit(main())
