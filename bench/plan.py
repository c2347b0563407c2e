"""How much is measured: everything, or in a minute only enough to see that nothing is broken."""

from dataclasses import dataclass, replace

from bench.crowd import CIRCLE
from bench.ground import Backend


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The sizes of everything."""

    backends: tuple[Backend, ...] = tuple(Backend)
    rounds: int = 3  #: each measurement counts with the middle one of so many
    sweeps: tuple[tuple[int, int], ...] = ((10_000, 100), (10_000, 1_000), (100_000, 10_000))
    check_ins: int = 3_000
    sealed: int = 600  #: sealed notes, each held against a slow hash
    alarms: tuple[int, ...] = (1, 100, 1_000, 10_000)  #: due at once, told as fast as we can
    carried: int = 10_000  #: people among whom those are whose alarms are carried
    limited: int = 300  #: due at once, told as fast as Telegram allows
    idle: tuple[int, ...] = (1_000, 100_000, 1_000_000)
    idle_seconds: float = 60.0
    stand_in: tuple[int, int] = (1_000, 20_000)  #: chats and messages that the stand-in holds
    people: int = 100_000  #: where the size itself is not measured


QUICK = Plan(
    rounds=1,
    sweeps=((2_000, 100), (2_000, 1_000)),
    check_ins=300,
    sealed=60,
    alarms=(1, 100),
    carried=1_000,
    limited=60,
    idle=(1_000, 10_000),
    idle_seconds=5.0,
    stand_in=(1_000, 2_000),
    people=2_000,
)


def planned(*, quick: bool, people: int | None = None, due: int | None = None) -> Plan:
    """Return the plan; `people` and `due` set the sizes of the crowd and of those who are due.

    Raises ValueError when more are due than there are, or the people are no whole circles of ten.
    """
    plan = QUICK if quick else Plan()
    if people is None and due is None:
        return plan
    size = people or max(plan.people, CIRCLE * (due or 0))
    if size % CIRCLE or (due or 0) > size:
        raise ValueError("people come in whole circles of ten, and no more are due than there are")
    many = due or max(1, size // CIRCLE)
    return replace(
        plan,
        sweeps=((size, many),),
        alarms=(many,),
        carried=size,
        limited=min(many, plan.limited),
        idle=(size,),
        people=size,
        check_ins=min(plan.check_ins, many if due else plan.check_ins),
    )
