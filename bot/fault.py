"""What is wrong, and how it is mended: the noun in which the house reports to its operator."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be."""

    what: str
    mend: str
    grave: bool = True  #: False: an advice; nobody's safety hangs on it today

    def as_json(self) -> dict[str, object]:
        """Return it as JSON takes it."""
        return asdict(self)


def sentence(error: BaseException) -> str:
    """Return what an operator reads of an error: its own words, or else its docstring's."""
    said = str(error)
    if " " in said:
        return said
    return " ".join((type(error).__doc__ or type(error).__name__).split())
