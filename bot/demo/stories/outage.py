"""Outage: our server is killed over a deadline, twice; silence counts only while we listen."""

from datetime import timedelta

from bot.demo.story import Scene, Step, Story

_DAY = timedelta(days=1)


async def killed(scene: Scene) -> None:
    await scene.at("20:30")
    await scene.at("20:40")
    await scene.stage.kill()


async def she_writes(scene: Scene) -> None:
    await scene.stage.push_to("20:50")
    await scene.cast.defender.says("1")


async def over_the_deadline(scene: Scene) -> None:
    await scene.stage.push_to("22:00")


async def started_again(scene: Scene) -> None:
    await scene.stage.start()
    await scene.stage.settle()


async def killed_again(scene: Scene) -> None:
    await scene.at("23:00")
    await scene.stage.kill()
    scene.stage.day += _DAY
    await scene.stage.push_to("10:00")


async def a_fair_chance(scene: Scene) -> None:
    await scene.stage.start()
    await scene.stage.settle()


async def she_answers(scene: Scene) -> None:
    await scene.at("10:05")
    await scene.says(scene.cast.defender, "1")
    await scene.at("11:00")


OUTAGE = Story(
    id="outage",
    title="Outage",
    sentence="Our own server dies over a deadline; nobody is alarmed for what we did not hear.",
    steps=(
        Step("Twenty minutes before her note is due, our server is killed.", killed),
        Step("She sends her note. It waits at Telegram, and no receipt comes.", she_writes),
        Step(
            "An hour after the deadline nobody has been asked: whoever cannot hear decides "
            "nothing about silence.",
            over_the_deadline,
        ),
        Step(
            "The server is back. It reads what waited first; the note counts for the moment at "
            "which it was sent.",
            started_again,
        ),
        Step(
            "Killed again over night, and over her morning note; this time she has sent nothing.",
            killed_again,
        ),
        Step(
            "Back again. The note may have been lost on the way to us: we say so, and she gets "
            "a fair chance before anybody is asked.",
            a_fair_chance,
        ),
        Step("She answers in time, and nobody else ever hears of it.", she_answers),
    ),
)
