### What arrives by itself, one sentence for every kind in rules/notices.py. These are outer words: a
### locked screen and a stranger's eye may read them. No name, no place, nothing of what this is for.
### No text is longer than 350 characters. Keep every variable in braces.

## How a moment is said

# $day is mon to sun, $clock is 20:00.
moment-in-week =
    { $day ->
        [mon] Mon { $clock }
        [tue] Tue { $clock }
        [wed] Wed { $clock }
        [thu] Thu { $clock }
        [fri] Fri { $clock }
        [sat] Sat { $clock }
       *[sun] Sun { $clock }
    }
# $date is what `date` says.
moment-on-date = { $date } { $clock }
date =
    { $month ->
        [m1] { $day } Jan
        [m2] { $day } Feb
        [m3] { $day } Mar
        [m4] { $day } Apr
        [m5] { $day } May
        [m6] { $day } Jun
        [m7] { $day } Jul
        [m8] { $day } Aug
        [m9] { $day } Sep
        [m10] { $day } Oct
        [m11] { $day } Nov
       *[m12] { $day } Dec
    }
# Roughly since when, with no hour. It follows "We have had no note from NAME".
since =
    { $when ->
        [today-night] since last night
        [today-morning] since this morning
        [today-afternoon] since this afternoon
        [today-evening] since this evening
        [yesterday-night] since the night before last
        [yesterday-morning] since yesterday morning
        [yesterday-afternoon] since yesterday afternoon
        [yesterday-evening] since yesterday evening
        [mon] since Monday
        [tue] since Tuesday
        [wed] since Wednesday
        [thu] since Thursday
        [fri] since Friday
        [sat] since Saturday
       *[sun] since Sunday
    }
since-date = since { $date }

## To somebody who sends notes

notice-nudge = A note, by { $due }.
notice-reminder = Your note is still open. Please send it by { $until }.
notice-receipt = Noted { $at }. Next by { $due }.
notice-receipt-no-due = Noted { $at }.
notice-too-early = Noted { $at }. The { $due } note is still open.
notice-started = Thank you. Your first note is due by { $due }.
notice-break-set = Noted. Break from now until { $until }. The next note is due by { $due }.
notice-break-pending = Noted. The break begins { $from }, if your notes come until then, and ends { $until }.
notice-break-over = The break is over. Next note by { $due }.
notice-break-over-no-due = The break is over.
notice-change-set = Noted. The { $due } note stays as it is; what is new counts after it.
notice-change-set-no-due = Noted. What is new counts from now on.
notice-change-pending = Noted. What is new begins { $from }, if your notes come until then. Until then all stays as it is.
notice-change-dropped = Noted. All stays as it was. Next note by { $due }.
notice-change-dropped-no-due = Noted. All stays as it was.
notice-change-refused = That is not possible now. Nothing has changed.
notice-change-refused-pause-too-short = A break cannot begin before { $from }. Please choose a later end. Nothing has changed.
notice-change-refused-pause-too-long = That is too long: until { $limit } at most. Nothing has changed.
notice-change-refused-no-extension-left = More time is not possible here. { $until } stays. Please ask the office.
notice-change-refused-extension-too-long =
    { $limit ->
        [one] That is too long: { $limit } hour at a time. Nothing has changed.
       *[other] That is too long: { $limit } hours at a time. Nothing has changed.
    }
notice-leaving = Noted. The office speaks with you first. { $until } at the latest, all is erased. Until then notes go on.
notice-journey-begun = Noted. Until { $until }. Send 1 when you are there, +1 for an hour more. Your { $waits } note can wait.
notice-journey-begun-no-waits = Noted. Until { $until }. Send 1 when you are there, +1 for an hour more.
notice-journey-halfway = Halfway. Is { $until } still right? If not, send +1.
notice-journey-extended = Noted. Until { $until }.
notice-journey-late = { $eta } has passed. Send 1, or +1.
notice-sos-noted = Noted { $at }. Thank you.
notice-sos-seen = Seen { $at }.
notice-outage-over = We could not hear from { $from } to { $to }. Notes sent then have counted. If you could not send, please send 1 by { $by }.

## To somebody who is asked

notice-ask = Something to read, please, when you are alone.
notice-taken-contact = Somebody is looking after it. Nothing for you to do now. Please keep your phone near.
notice-passed-on = Thank you. It is passed on; you are free.
notice-looking = We have a message and are looking at it. Please do not call or write yet.
notice-all-well = All is well. Thank you. Nothing more to do; please do not write about it.
notice-office-speaks = The office will speak with you today. Please wait for us.
notice-it-is-over = It is over. Nothing for you to do now. Thank you.

## To the office. $number is the number by which it is taken, $subject a code name, $minutes how long it has run.

notice-alarm = { $number } · { $subject } · { $minutes } min. Who takes it?
notice-alarm-missed = { $number } · { $subject } · { $minutes } min. Who takes it?
notice-alarm-journey = { $number } · { $subject } · trip · { $minutes } min. Who takes it?
notice-alarm-unheard = { $number } · { $subject } · we could not hear · { $minutes } min. Who takes it?
notice-alarm-still-silent = { $number } · { $subject } · again · { $minutes } min. Who takes it?
notice-alarm-sos = { $number } · { $subject } · now · { $minutes } min. Who takes it?
notice-alarm-forced = { $number } · { $subject }. Open before you do anything.
notice-alarm-concern = { $number } · { $subject } · somebody wrote · { $minutes } min. Who takes it?
notice-alarm-locked = { $number } · { $subject }. Open before you do anything.
notice-alarm-seized = { $number } · { $subject }. Open before you do anything.
notice-alarm-warned = { $number } · { $subject }. Open before you do anything.
notice-alarm-drill = { $number } · { $subject } · practice. Who takes it?
notice-taken = { $number } is with { $by } until { $until }.
notice-free-again = { $number } is free again. Who takes it?
notice-hold-over = { $number }: your time is over, others are asked now. Do you go on?
notice-found = { $number }: an answer from { $by }. Please open.
notice-sign-came = { $number }: a note came { $at }. Please open.
notice-still-silent = { $number } · { $subject } · nothing yet. Please open.
notice-news = { $number } · { $subject } · something new. Please open.
notice-nobody-told = { $number } · { $subject } · nobody could be told. Who takes it?
notice-closing-asked = { $number }: { $by } asks for your yes. Please open.
notice-confirming-asked = { $number }: { $by } asks for your word too. Please open.
notice-closed =
    { $outcome ->
        [safe] { $number } is over. All is well. By { $by }.
        [false-alarm] { $number } is over. It was nothing. By { $by }.
       *[other] { $number } is over here. Please speak with { $by }.
    }
notice-closed-no-by =
    { $outcome ->
        [safe] { $number } is over. All is well.
        [false-alarm] { $number } is over. It was nothing.
       *[other] { $number } is over here. Please open it.
    }
notice-drill-report = Practice { $number } is over: { $asked } asked, { $answered } answered.
notice-subject-unreachable = { $subject }: the chat is closed to us. Please open.
notice-contact-unreachable = { $subject }: one of their people cannot be reached here.
# To the one who named the person; $contact is the name they gave.
notice-contact-unreachable-own = We cannot reach { $contact } here. Please speak with them, or choose somebody else. Until then we ask the office in their place.
notice-change-told = { $subject }: a change, from { $from }. Please open.
notice-leaving-asked = { $subject } would like to speak with you, alone, by { $until }. Please open.
notice-left = { $subject } no longer takes part. What we kept is erased.
notice-no-watch = { $subject }: no note is asked for. Please open.
notice-heard-told = { $subject }: a note by voice at { $at }, from { $by }. Please open.
notice-refused = { $number }: that is not possible now. Nothing has changed.
notice-refused-no-sign-yet = { $number }: nothing has been heard or seen yet. Send "heard" first. Nothing has changed.
notice-refused-not-yours = { $number } is not with you. Nothing has changed.
notice-refused-needs-another = { $number }: thank you. Somebody else of the office must say it too.
notice-refused-needs-voice = { $number }: thank you. One of you must know the voice too, or have seen them.
notice-refused-close-it = { $number }: this one is ended with "close { $number }". Nothing has changed.
notice-refused-news = { $number }: something new. Please open. Nothing has changed.
notice-refused-only-coordinators = { $number }: only the office can do that. Nothing has changed.

## What stands in the place of a name, where a name would say too much

one-of-their-people = one of their people
somebody = somebody

## Buttons

button-open = Open
button-take = Take
button-not-me = Not me

## When something cannot be said in its own words, it must be heard all the same

notice-plain = Something to read, please. Send "open".
went-wrong = That did not work here. Please send it once more, or ask the office.

## To somebody nobody knows; the operator chooses one of these for everybody

stranger-not-in-use = This chat is not in use.
stranger-received = Received.
stranger-nobody-here = Nobody reads here at the moment.

## Short answers of the router

not-understood = I did not understand that. Send 0 to see what you can send.
type-it-new = Please type it new: what was changed or passed on does not count.
only-typed = I read only what is typed. Please type it.
