"""Somebody reads part after part, and says yes."""


async def says_yes(mina, token):
    """She opens the link, reads every part and agrees."""
    await mina.types(f"/start {token}")
    for answer in ("next", "next", "next", "next", "i understand", "yes", "yes"):
        heard = await mina.types(answer)
    return heard


async def reads_to_the_end(mina):
    """She reads her terms up to the question whether it shall begin."""
    heard = await mina.types("next")
    read = [heard.text]
    while "enrol-begin" not in heard.ids:
        heard = await mina.types("next")
        read.append(heard.text)
    return read
