"""The shapes of what the doors answer, as JSON Schemas, for those that the page reads."""

from collections.abc import Mapping
from typing import Any

ERROR: Mapping[str, Any] = {
    "type": "object",
    "properties": {"error": {"type": "string", "description": "what is wrong, as a sentence"}},
    "required": ["error"],
}

SHAPES: Mapping[tuple[str, str], Mapping[str, Any]] = {}
