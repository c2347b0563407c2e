"""Prints what was found: for people a table with every aim beside its figure, for machines JSON."""

import json
from collections.abc import Iterable, Sequence

from bench.figures import Figure, Findings, Verdict, shown
from bench.machine import Machine

_NAME, _VALUE, _UNIT, _AIM = 66, 11, 12, 9


def table(findings: Findings) -> str:
    """Return one measurement as people read it."""
    lines = [findings.title, *(f"  {one}" for one in findings.circumstances)]
    lines += [_line(one) for one in findings.figures]
    lines += [f"  not measured: {one}" for one in findings.not_measured]
    return "\n".join(lines)


def summary(findings: Iterable[Findings]) -> str:
    """Say how many aims were met, and name each that was missed."""
    held = [
        (one.title, figure)
        for one in findings
        for figure in one.figures
        if figure.verdict is not Verdict.NONE
    ]
    missed = [(title, figure) for title, figure in held if figure.verdict is Verdict.MISSED]
    lines = [f"{len(held) - len(missed)} of {len(held)} aims met"]
    for title, figure in missed:
        what = f"{title.partition(':')[0]}: {figure.name.strip()}"
        lines.append(f"  missed: {what}: {shown(figure.value)} {figure.unit}, aim {figure.aim}")
    return "\n".join(lines)


def document(machine: Machine, findings: Sequence[Findings]) -> str:
    """Return everything as JSON."""
    written = {
        "machine": machine.as_json(),
        "findings": [one.as_json() for one in findings],
        "missed": sum(
            figure.verdict is Verdict.MISSED for one in findings for figure in one.figures
        ),
    }
    return json.dumps(written, ensure_ascii=False, indent=2)


def _line(figure: Figure) -> str:
    aim = "" if figure.aim is None else str(figure.aim)
    words = f"  {figure.name:{_NAME}} {shown(figure.value):>{_VALUE}} {figure.unit:{_UNIT}}"
    return f"{words} {aim:{_AIM}} {figure.verdict.value}".rstrip()
