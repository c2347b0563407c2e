"""`vigil cards A7 --out FILE.pdf`: a page of one-time numbers, and the rule that parts them."""

import os
from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from bot.cards.making import FileInTheWay, Made, NobodyOfThisName, Order, make, styles
from bot.cards.mixing import NotMixed, Rule
from bot.cards.sheet import NotPrintable
from bot.fault import sentence
from bot.screen import do, give_up, read_settings, screen
from handlers.words import languages

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def cards(
    code: Annotated[str, typer.Argument(help="The code name, such as A7.")],
    *,
    out: Annotated[Path, typer.Option(help="Where the page is written: a file that is not there.")],
    count: Annotated[int, typer.Option(help="How many numbers stand on it.")] = 24,
    forced: Annotated[int, typer.Option(help="How many of them say that she was forced.")] = 8,
    style: Annotated[str, typer.Option(help=f"What it looks like: {', '.join(styles())}.")] = (
        "phones"
    ),
    rule: Annotated[Rule, typer.Option(help="What tells the forced ones from the others.")] = (
        Rule.LETTER
    ),
    language: Annotated[
        str | None, typer.Option(help="In which language the names are; hers if not said.")
    ] = None,
    names: Annotated[
        Path | None, typer.Option(help="A file of names of your own, one a line: better.")
    ] = None,
    revoke: Annotated[
        bool, typer.Option("--revoke", help="Make all her older numbers worthless.")
    ] = False,
    settings: Annotated[Path | None, typer.Option("--settings", help="A file of settings.")] = None,
) -> None:
    """Make a page of one-time numbers for somebody. It is never sent through Telegram."""
    chosen = read_settings(settings)
    logs.set_up("ERROR", chosen.log_format, (chosen.token,))
    if style not in styles():
        give_up(f"Which style? One of: {', '.join(styles())}.")
    if language is not None and language not in languages():
        give_up(f"Which language? One of: {', '.join(languages())}.")
    order = Order(
        code=code,
        out=out,
        count=count,
        forced=forced,
        style=style,
        rule=rule,
        language=language,
        names=names,
        revoke=revoke,
    )
    try:
        made = do(make(chosen, os.environ, order))
    except (NobodyOfThisName, FileInTheWay, NotMixed, NotPrintable) as error:
        give_up(str(error) or sentence(error))
    _say(order, made)


def _say(order: Order, made: Made) -> None:
    def line(text: str) -> None:
        screen.print(text, markup=False)

    line(f"The page for {order.code} is in {order.out}: {made.genuine} free, {made.forced} forced.")
    line(f"  {made.rule}")
    line("This is said once and kept nowhere: tell it to her aloud, and write it down nowhere.")
    line(f"She has {made.left} unused numbers in all.")
    if not made.counts:
        line("As her terms stand none of them counts: they take neither cards nor anything weaker.")
    line(f'Whatever a phone that is lent sends, it shows: "{made.answer}" Tell her so.')
    if not made.fits:
        line("It does not say that something came; set up with --stranger received, a house does.")


if __name__ == "__main__":
    app(prog_name="vigil cards")
