"""One life in steps, for the power cuts: a note, a trip, silence, help, a return, and the end.

Each step ends when everything has been said that can be said by then.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """The clock moves; somebody does something."""

    clock: str | None = None
    who: str = ""
    says: str = ""
    taps: str = ""

    async def come_near(self, stage):
        """Let time pass until just before; whoever is cut off now has been deaf for a moment."""
        if self.clock:
            await stage.come_near(self.clock)

    async def take(self, stage):
        """Do it, and let everything be said."""
        if self.clock:
            await stage.push_to(self.clock)
            await stage.settle()
        if self.says:
            await stage.says(self.who, self.says)
        if self.taps:
            await stage.taps(self.who, self.taps)


LIFE = (
    # A note, and a trip that takes longer.
    Step("08:20", "zarina", "1"),
    Step("10:00", "zarina", "4"),
    Step(None, "zarina", "13:00"),
    Step("12:40", "zarina", "+1"),
    Step("13:50", "zarina", "there"),
    # Silence: a word before, two reminders, then rung by rung.
    Step("20:30"),
    Step("21:00"),
    Step("21:15"),
    Step("21:30"),
    Step(None, "maria", taps="Open"),
    Step("21:40"),
    Step(None, "nasrin", taps="Open"),
    # Help: María cannot; Nasrin can, reports, and hands back; the office takes it.
    Step("21:42", "maria", "3"),
    Step("21:44", "nasrin", "2"),
    Step("21:55", "nasrin", "5"),
    Step("21:57", "nasrin", "7"),
    Step("21:59", "farid", taps="Take"),
    Step("22:30", "farid", "take 1"),
    # She comes back; neutral words; a person makes sure; everybody hears the end.
    Step("23:10", "zarina", "1"),
    Step("23:12"),
    Step("23:18"),
    Step("23:20", "farid", "confirm 1 voice"),
    # The next days are as they should be, and what was said is unsaid.
    Step("00:30"),
    Step("08:20", "zarina", "note"),
    Step("20:20", "zarina", "1"),
    Step("08:20", "zarina", "1"),
    Step("20:20", "zarina", "fine"),
    Step("23:30"),
)
