### What appears only after "open", in the place of the outer words, and goes again after 30 minutes.
### These are inner words. All parts of one message together stay under 350 characters.

nothing-to-read = Nothing to read now.
# What stands there again when the inner words have gone.
folded = Something to read, please, when you are alone.
folded-alarm = { $number } · { $subject }
folded-person = { $subject }
button-again = Again

## To somebody who is asked. $nick is the name by which they know the person.

inner-ask =
    We have had no note from { $nick } { SINCE($since) }. Often it is a flat battery. Please do not call or write to { $nick }, do not go there, tell nobody. We only ask: have you seen or heard { $nick } since?

    If you cannot, we ask others.
inner-ask-sos =
    { $nick } has asked us for help. Please do not call or write to { $nick }, do not go there, tell nobody. We only ask: have you seen or heard { $nick } { SINCE($since) }?

    If you cannot, we ask others.
inner-ask-drill =
    This is practice; nothing has happened. If it were real, we would ask you now whether you have seen or heard { $nick }. Please press one of these, as you would then.
inner-with-you = It is with you until { $until }. What have you found out about { $nick }? Please do not go there alone.

button-seen = Yes, I have
button-can-help = No, but I can help
button-cannot-now = I cannot now
button-found-safe = Seen or heard, and well
button-cannot-reach = No answer
button-in-danger = Something is wrong
button-hand-back = Give it back

## To the office. $subject is the code name.

inner-alarm-missed = { $subject }, { level-word }: missed, last note { $last }.
inner-alarm-missed-no-last = { $subject }, { level-word }: missed, no note ever came.
inner-alarm-journey = { $subject }, { level-word }: not back from a trip, last note { $last }.
inner-alarm-journey-no-last = { $subject }, { level-word }: not back from a trip.
inner-alarm-unheard = { $subject }, { level-word }: missed while we could not hear. A note may be waiting. Last note { $last }.
inner-alarm-unheard-no-last = { $subject }, { level-word }: missed while we could not hear. A note may be waiting.
inner-alarm-sos = { $subject }, { level-word }: asked for help at { $since }.
inner-alarm-duress = { $subject } gave the forced sign at { $since }. Somebody may be reading that phone.
inner-alarm-concern = { $subject }, { level-word }: one of their people is worried, { $since }.
inner-alarm-locked = { $subject }: too many wrong codes, { $since }. Somebody else may hold that phone.
inner-alarm-seized = { $subject }: that phone is in other hands since { $since }. Whatever it sends counts as forced.
inner-alarm-warned = { $subject } sent a note at { $since } that says something is wrong.
inner-state-followed = They are being followed.
inner-state-raid = Somebody is at the door, or searches a place close by.
inner-state-taken = They are being held, or led away.
inner-alarm-drill = { $subject }: practice. Nothing has happened.

inner-do-missed = First: take it. Do not call { $subject }.
inner-do-journey = First: take it. Do not call { $subject }.
inner-do-unheard = First: take it. Do not call { $subject }.
inner-do-sos = First: take it. Do not call or write; the chat answers as always.
inner-do-duress = Do not call, write, go, post or tell the family; never show that you know. The chat answers as always. Take it; wake a second one by voice; agree who does what.
inner-do-concern = First: take it. Speak with whoever wrote. Do not call { $subject }.
inner-do-locked = Do not call, write or go; never show that you know. Take it; wake a second one by voice.
inner-do-drill = Take it, as you would then.

inner-still-silent = The next note is missing as well.
inner-sign-came = A note came at { $at }. It proves nothing yet: speak with { $subject }, then send "confirm { $number } voice".
inner-near = Ask { $near }.
inner-publicity = Publicity: { $publicity }.
inner-proxy = Only { $proxy } may ask, with the cover story.
inner-held = It is with { $holder } until { $until }.
inner-next = Next people are asked at { $at }.
inner-office-closes = Only the office closes this.
inner-closing = { $by } wants to close it: { $outcome ->
        [safe] safe
        [false-alarm] nothing had happened
        [detained] detained
        [harmed] harmed
       *[unknown] not known
    }. Send "close { $number }" with the same outcome to agree.
inner-confirming = { $by } has confirmed. A second one must, too: "confirm { $number } voice".
inner-found =
    { $finding ->
        [safe] { $by } says: seen or heard, and well. This ends nothing: please make sure.
        [cannot-reach] { $by } says: no answer.
       *[in-danger] { $by } says: something is wrong.
    }
inner-closed =
    { $outcome ->
        [safe] { $number } · { $subject } is closed: safe.
        [false-alarm] { $number } · { $subject } is closed: nothing had happened.
        [detained] { $number } · { $subject } is closed: detained.
        [harmed] { $number } · { $subject } is closed: harmed.
       *[unknown] { $number } · { $subject } is closed: not known.
    }

# $level goes along from the sentence that it stands in.
level-word =
    { $level ->
        [low] low
        [medium] medium
       *[high] high
    }

## About one person, to the office

inner-person-waiting = { $subject }: next note by { $due }. Last { $last }.
inner-person-waiting-no-last = { $subject }: first note by { $due }.
inner-person-late = { $subject }: the { $due } note is late.
inner-person-missed = { $subject }: the { $due } note is missing.
inner-person-break = { $subject }: on a break until { $until }.
inner-person-resting = { $subject }: no note is asked for. Somebody must decide: speak with { $subject }, then resume.
inner-person-unreachable = Their chat is closed to us: blocked or deleted. That is no alarm. Notes are still waited for; find another way to { $subject }.
inner-person-change-terms = New terms that weaken begin { $from }. Is that freely chosen? Ask by voice.
inner-person-change-pause = A break begins { $from } and ends { $until }. Is that freely chosen? Ask by voice.
inner-person-leaving = { $subject } wants to leave, at the latest { $until }. Speak with them alone; then send "spoke { $subject }".
inner-person-journey = On a trip until { $until }.
