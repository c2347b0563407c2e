"""What the stopwatch notes, and that another process reads the same."""

from datetime import UTC, datetime, timedelta

from bench.crowd import address, person_id
from bench.stopwatch import Stopwatch
from rules.notices import Kind, Notice, Rank
from storage.claims import Claimed, Refused, Told, Why
from storage.deed import Unsay

NOW = datetime(2026, 3, 2, 21, tzinfo=UTC)


def _claimed(act):
    return Claimed(
        id=bytes(16),
        rank=Rank.FIRST,
        tries=1,
        act=act,
        to=address(1),
        born_at=NOW - timedelta(seconds=2),
    )


async def test_commits_are_counted_by_what_they_held_and_tellings_by_what_they_said(tmp_path):
    watch = Stopwatch()
    for kinds in (("inbox",), ("effect", "effect", "settle"), ("effect",)):
        watch.on_commit("before", kinds)
        watch.on_commit("after", kinds)
    answers = iter([Told(NOW), Refused(Why.BLOCKED), Told(NOW)])

    async def tell(claimed):
        return next(answers)

    noted = watch.around(tell, lambda: NOW)
    ask = Notice(person_id(1), Kind.ASK)
    for act in (ask, ask, Unsay(address(1), (7,), NOW)):
        await noted(_claimed(act))
    assert watch.counted() == {"inbox": 1, "effect": 3, "settle": 1}
    assert len(watch.with_kind("effect")) == 2
    assert len(watch.with_kind("inbox", "settle")) == 2
    assert all(one.began <= one.ended for one in watch.commits)
    assert [one.waited for one in watch.told("ask")] == [2.0]
    assert [one.kind for one in watch.tellings] == ["ask", "ask", "unsay"]
    watch.rows = 9
    watch.write(tmp_path / "report")
    read = Stopwatch.read(tmp_path / "report")
    assert (read.commits, read.tellings, read.rows) == (watch.commits, watch.tellings, 9)
