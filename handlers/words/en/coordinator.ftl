### What the office reads when it asks or is asked. Sentences and buttons whose id begins with "office-",
### "move-" or "button-" are outer words: a locked screen may show them. Those that begin with "inner-"
### were asked for, are protected, and go again after half an hour. No message is longer than 350
### characters. Words in quotes are typed as they stand here, in every language: keep them.
### $code, $subject and $by are code names like A7 or B2; $number is the number of an alarm.

office-folded = There was something to read here.
office-noted = Noted.
office-unchanged = All stays as it was.
office-too-late = That question is over. Please ask anew.
office-too-long = Please shorter: { $limit } signs at most.

## Who and which

office-nobody-called = Nobody here is called { $code }. Send "board" for the list.
office-not-yourself = Nobody does that for themselves. Please ask somebody else of the office.
office-sends-no-notes = { $code } sends no notes.
office-no-such-number = There is no { $given }. Send "board" for the list.
office-nothing-open = Nothing is open.
office-which-number = Which one? Press it, or send its number: "{ $command } { $number }".
office-over = { $number } is over.
office-not-begun = { $code } has not begun yet: no note is asked for.
office-not-here-yet = { $code } has not come yet. Send "invite { $code }" for a new link.
office-here-already = { $code } is here already. A new phone? Send "move { $code }".

## An alarm

inner-office-free = Nobody has it. Next people are asked at { $at }.
inner-office-asked = { $who }: told { $at }.
inner-office-not-yet = { $who }: not told yet.
inner-office-not-reached = { $who }: cannot be reached.
inner-office-never-tell = Never tell: { $who }.
office-not-you = { $number }: noted, not you. Others are asked.
office-not-with-you = { $number } is not with you. Nothing has changed.
office-next-sure = { $number }: shall the next people be asked now? What they have read cannot be taken back.
office-next-asked = { $number }: the next people are asked now.
office-form-worry = About whom? Send for example: worry A7.
office-worry-noted = Noted. { $code } has a number now, and others of the office are asked. None of their people hears of it.

## Making sure

office-close-it = { $number } asks for nobody's confirmation. When it is over, send "close { $number }".
inner-office-confirm = { $number } · { $code }: how did you make sure that it is { $code }, and free? 1: you know the voice. 2: a question only { $code } can answer. 3: you have seen { $code }.
button-office-voice = By voice
button-office-question = By a question
button-office-seen = Seen

## Closing

inner-office-close-outcome = { $number } · { $code }: how did it end? 1: well. 2: nothing had happened. 3: held by somebody. 4: hurt, or worse. 5: not known.
inner-office-close-reason = { $number }: in a few words, why? It is kept, locked, for the office alone.
inner-office-close-shorter = { $number }: please shorter, { $limit } signs at most. Why?
inner-office-close-sure =
    { $outcome ->
        [safe] { $number } · { $code }: well.
        [false-alarm] { $number } · { $code }: nothing had happened.
        [detained] { $number } · { $code }: held by somebody.
        [harmed] { $number } · { $code }: hurt, or worse.
       *[unknown] { $number } · { $code }: not known.
    } Everybody who was asked hears now that it is over; nobody goes on asking. That cannot be taken back. Sure? 1: yes. 2: no.
office-not-closed = { $number } stays open.
button-office-safe = 1 Well
button-office-false-alarm = 2 Nothing had happened
button-office-detained = 3 Held by somebody
button-office-harmed = 4 Hurt, or worse
button-office-unknown = 5 Not known
button-office-yes-close = Yes, { $number } is over
button-office-no = No

## A note by voice

office-form-heard = Whom, and how? Send for example: heard A7 voice, or: heard A7 seen 19:50.
office-form-heard-when = When was that? Send for example: heard { $code } voice 19:50, or 40m, or yesterday 19:50. Three days back at most.
office-heard-how = How was { $code } heard of? 1: by voice. 2: seen.
office-heard-noted = Noted: { $code }, { $at }.
office-heard-alone = Nobody else of the office could be shown this. Please tell somebody.
office-heard-confirm = { $number } is still open. If you are sure of the voice, send "confirm { $number } voice".

## The board

inner-board = Open: { $open }, with nobody: { $free }. Late: { $late }. Waiting: { $waiting }. Resting: { $resting }.
inner-board-nobody-on-duty = Nobody who can be reached is on duty. Send "duty on".
inner-board-free = { $number } · { $code }: { $kind ->
        [missed] no note
        [sos] asked for help
        [duress] open it first
        [concern] a worry
        [locked] open it first
       *[drill] practice
    } since { $since }. Nobody has it.
inner-board-held = { $number } · { $code }: { $kind ->
        [missed] no note
        [sos] asked for help
        [duress] open it first
        [concern] a worry
        [locked] open it first
       *[drill] practice
    } since { $since }. With { $holder } until { $until }.
inner-board-with-contact = { $number } · { $code }: { $kind ->
        [missed] no note
        [sos] asked for help
        [duress] open it first
        [concern] a worry
        [locked] open it first
       *[drill] practice
    } since { $since }. One of their people looks, until { $until }.
inner-board-waiting = { $code }: note by { $due }.
inner-board-late = { $code }: late, { $due }.
inner-board-missed = { $code }: missed, { $due }.
inner-board-trip-waiting = { $code }: trip until { $due }.
inner-board-trip-late = { $code }: trip, late, { $due }.
inner-board-trip-missed = { $code }: trip, missed, { $due }.
inner-board-break = { $code }: break until { $until }.
inner-board-resting = { $code }: resting, no note is asked for.
inner-board-not-begun = { $code }: not begun.
inner-board-closed = { $code }: chat closed to us.
inner-board-lost =
    { $count ->
        [one] { $code }: { $count } of their people cannot be reached.
       *[other] { $code }: { $count } of their people cannot be reached.
    }
inner-board-pending = { $code }: a change from { $at }.
inner-board-leaving = { $code }: wants to leave, { $at } at the latest.

## One person

office-form-who = Whom? Send for example: who A7.
inner-who =
    { $standing ->
        [invited] { $code }, { $level }: invited, not come yet.
        [reading] { $code }, { $level }: reads what it is.
        [leaving] { $code }, { $level }: wants to leave.
       *[agreed] { $code }, { $level }.
    }
inner-who-free = { $number } is open; nobody has it.
inner-who-held = { $number } is open; somebody has it.
inner-who-not-begun = { $subject } has not begun yet.
inner-who-nobody = Nobody is named; the office alone is asked.
inner-who-contact =
    { $part ->
        [near] { $number }. Close by
        [lawyer] { $number }. Lawyer
        [family] { $number }. Family
       *[friend] { $number }. Friend
    }: { $standing ->
        [invited] has not answered yet
        [doubted] named while that phone was in other hands: nobody asks them
        [proven] ready
        [lost] cannot be reached
       *[agreed] has said yes, not tested yet
    }.
inner-who-key = { $number }: has a key, since { DATE($at) }
inner-who-key-proven = { $number }: has a key, last tried { DATE($at) }
inner-who-key-unproven = { $number }: was asked three times to try the key, and no number came.
office-form-pause = Until when? Send for example: pause A7 3d, or: pause A7 fri 20:00, or: pause A7 off.
office-pause-until = A break for { $code }: how long? Press one, or send for example: pause { $code } 3d.
office-pause-noted = Noted. The break of { $code } begins { $from }, if notes come until then, and ends { $until }. The office is told.
office-form-resume = Whom? Send for example: resume A7.
office-no-break = { $code } has no break to end.
office-resumed = Noted. { $code }: the next note is due by { $due }.
office-resumed-no-due = Noted. { $code } has no break any more.
office-form-spoke = With whom? Send for example: spoke A7.
office-not-leaving = { $code } has not asked to leave.
office-spoke-sure = You have spoken with { $code } alone, and { $code } wants this freely? Then all that is kept of { $code } is erased soon, for ever. If so, send "spoke { $code } yes".
office-spoke-noted = Noted. Nothing holds { $code } any more.

## Terms

office-form-terms = Whose? Send for example: terms A7. To change: terms A7 medium, or: terms A7 times 09:00 21:00 grace 30.
office-form-order = Whose? Send for example: order A7. To change: order A7 1: first 30; 2: second duty 30; 3: all 30.
inner-terms-level =
    { $level ->
        [low] { $code }: low.
        [medium] { $code }: medium.
       *[high] { $code }: high.
    }
inner-terms-medium = Medium as far as it goes today: a note is one press, which Telegram can read and anybody who holds the phone can send.
inner-terms-times = Notes at { $times }, clock of { $zone }.
inner-terms-every = A note every { $span }, between { $wake } and { $sleep }, clock of { $zone }.
inner-terms-season = From { $first } to { $last }: { $times }.
inner-terms-patience = A note counts { $early } early. Grace { $grace }; reminders { $reminders } min.
inner-terms-rung = { $number }: { $whom }; wait { $wait }.
inner-terms-hold = Whoever takes it has it for { $hold }. What weakens waits { $cooling }.
inner-terms-pending = Other terms begin { $at }, if notes come until then.
inner-terms-how = To change: "terms { $code } medium", "terms { $code } times 09:00 21:00", also: days mon-fri, every 6h 07:00-22:00, zone, grace 30, early 2h, nudge off, season 2026-03-01 2026-03-30 04:30 19:00, season off. Who is asked: "order { $code }".
inner-order-how = To change: "order { $code } 1: first 30; 2: second duty 30; 3: all 30". Who: duty, another, two, all, near, first, second, others, lawyer, family, or a code name.
inner-terms-sure = { $code }: like this? 1: yes. 2: no.
office-terms-noted = Noted for { $code }.
office-terms-first = It holds from the first note of { $code }.
office-terms-now = It holds from now; the { $due } note stays as it is.
office-terms-now-no-due = It holds from now.
office-terms-later = This weakens. It begins { $at }, if notes come until then; until then all stays as it is, and the office is told.
office-terms-after-open = It begins after the note of { $code } that is open now.
office-minutes = { $count } min
office-hours = { $count } h
office-days = { $count } d
office-weekday =
    { $day ->
        [mon] Mon
        [tue] Tue
        [wed] Wed
        [thu] Thu
        [fri] Fri
        [sat] Sat
       *[sun] Sun
    }
office-group-duty = duty
office-group-second = another of the office
office-group-two = two of the office
office-group-all = all of the office
office-group-near = close by
office-group-first-contact = first of their people
office-group-second-contact = second of their people
office-group-other-contacts = their other people
office-group-lawyer = lawyer
office-group-family = family
office-part-near = close by
office-part-friend = friend
office-part-lawyer = lawyer
office-part-family = family
office-part-gone = somebody no longer named

## What is wrong with terms; all of it is said at once

office-fault-unreadable = I cannot read "{ $word }" after "{ $key }".
office-fault-whom = { $number }: who is "{ $word }"?
office-fault-wait = { $number }: it must end with how long to wait, 12 h at most, for example 30.
office-fault-rungs = { $limit } steps at most.
office-fault-no-ladder = Nobody would be asked.
office-fault-empty-rung = A step asks nobody.
office-fault-rung-without-wait = A step does not wait.
office-fault-no-coordinator = The office is never asked.
office-fault-family-first = Family is never asked first.
office-fault-grace-too-long = The grace is too long: 12 h at most, and shorter than the gap.
office-fault-no-grace = Without grace nobody could be reminded.
office-fault-early-too-long = One note could count for two.
office-fault-high-without-strong-way = "high" needs notes that nobody else can send: codes on the page, or numbers on paper.
office-fault-ends-asleep = The last step would come when nobody of the office is awake.
office-fault-no-way = There is no way to send a note.
office-fault-reminder-after-grace = A reminder comes after the grace.
office-fault-unknown-zone = There is no such zone.
office-fault-no-times = There are no times.
office-fault-no-weekdays = There are no weekdays.
office-fault-bad-weekday = There is no such weekday.
office-fault-duplicate-times = A time stands there twice.
office-fault-zoned-time = A time of day must not bring a zone of its own.
office-fault-uneven-time = Times are whole minutes.
office-fault-period-not-positive = "every" needs a longer time.
office-fault-period-too-long = "every" is a week at most.
office-fault-never-asleep = "every" needs two different hours, like 07:00-22:00.
office-fault-naive-moment = That moment has no zone.
office-fault-season-backwards = A season ends before it begins.
office-fault-season-too-long = A season is too long: 366 days at most.
office-fault-season-without-daily-times = A season needs daily times, not "every".

## Inviting

office-invite-level = How do they live? 1: low, they work openly. 2: medium, somebody follows them or means them ill. 3: high, they may be led away or hurt this month.
office-invite-unknown = I did not understand that.
office-invite-nick = What do their people call them? A name of their own choice, best not the real one, { $limit } letters at most.
office-invite-language = In which language shall we write to them? Press one, or send its number.
office-invite-zone = Where do they live? Send a city or a zone, for example: Dushanbe, or Asia/Dushanbe.
office-invite-times = At what times do they send a note? Send for example: 09:00 21:00. Or send "usual".
office-invite-link = { $code }, for one person, until { $until }: { $link }
office-invite-number = Say this number aloud, best in person: { $number }. This message goes in ten minutes; give the link on by another road.
button-office-low = Low
button-office-medium = Medium
button-office-high = High
button-office-usual = As usual
button-office-zone = { $zone }

## Joining the office

office-join-number = Hello. Did the person who gave you this link say { $number }? 1: yes. 2: no.
office-join-language = Which language? Press one, or send its number.
office-join-work = You would be one of the people of the office: asked, perhaps at night, when somebody's note does not come, and by code name. What you read here is for you alone; do not copy it.
office-join-kept = We keep, locked: your account number, a code name, your language, and what you answered and when. You may stop whenever somebody else is on duty.
office-join-seen = Telegram knows that you use this chat, and when, and reads every word. It can be made to tell others. So can whoever holds your phone. Type no names and no places. Use a screen lock, and show no previews.
office-join-join = Will you? 1: yes. 2: no.
office-join-no = Thank you. Nothing was kept. Please delete this chat.
office-join-done = Welcome. Your code name here is { $code }. Send "board" to see how it stands, "help" for what can be sent.
office-join-on-duty = You are on duty.
office-join-off-duty = You are not on duty. Send "duty on" when you are.
office-join-told = { $code } has joined the office.

## Duty

office-form-duty = Send: duty on, duty off, duty who. To hand it over: duty give B2.
office-duty-already = You are on duty already.
office-duty-not = You are not on duty.
office-duty-on = You are on duty.
office-duty-off = You are off duty. Thank you.
office-duty-also = { $code } is on duty too.
office-duty-gone = { $code } is off duty.
office-duty-holds = { $number } is with you. First give it back: "handback { $number }". Or hand all over: "duty give B2".
office-duty-last = Nobody else is on duty. First hand it over, for example: "duty give B2".
office-duty-cannot = { $code } cannot be asked now.
office-duty-bound = { $number } is with you, and { $code } cannot take it. First give it back: "handback { $number }".
office-duty-offered = { $code } is asked. Until the yes you stay on duty.
office-duty-asked = { $code } asks you to take the duty, and what is with { $code }. Open: { $open }. Yes or no? You can also send "duty on".
office-duty-given = { $code } is on duty in your place. Thank you.
office-duty-stays = { $code } is on duty. You stay too: something is with you that { $code } cannot take. Give it back first.
office-duty-declined = { $code } cannot take the duty now. You stay on duty.
inner-duty-on = { $code }: on duty.
inner-duty-off = { $code }: off duty.
inner-duty-lost = { $code }: of the office, cannot be reached.
inner-duty-awake = Somebody is awake from { $from } to { $to }, clock of { $zone }.

## A new phone

office-form-move = Whose? Send for example: move A7.
office-move-link = A new chat for { $code }, until { $until }: { $link }
office-move-compare = The new chat shows a number. Let { $code } say it to you, in a voice you know: it must be { $number }. This message goes in ten minutes.
office-move-heard = The new chat of { $code } is open and shows { $number }. Have you heard that number from { $code }, in a voice you know? Then press yes, or send "move { $code } { $number }". The old chat ends then.
office-move-nobody = No new chat of { $code } waits. Send "move { $code }" for a link.
office-move-other-number = That is not the number. Nothing has changed. Send "move { $code }" for a new link.
office-move-taken = That chat is in use by somebody else. Nothing has changed.
office-move-noted = Noted. { $code } has the new chat; the old one has ended without a word.
office-move-told = { $code } has a new chat; { $by } compared the number by voice.
move-number = Hello. Say this number to the person who gave you the link: { $number }. Is theirs the same? 1: yes. 2: no.
move-stop = Please close this chat, and speak with the person who gave you the link.
move-wait = Thank you. Please wait until you read here that it works.
move-here-already = This chat is yours already. Nothing has changed.
move-other-chat = This chat is in use for something else. Please tell the person who gave you the link.
move-done = This chat works now, as the other one did. Please delete the other one where you can.

## Help

inner-help = board: how it stands · open 12 · take 12 · handback 12 · next 12: ask the next people · confirm 12 · close 12 · heard A7 voice · worry A7 · duty on, off, who, give B2
inner-help-more = who A7 · invite · terms A7 · order A7: who is asked · pause A7 3d · resume A7 · spoke A7 · seized A7 · pair A7 2 · code A7 · move A7: a new phone. More on each: "/help take".
inner-help-board = "board": everybody by code name, the worst first. "board 2": the second page.
inner-help-open = "open 12": what it is and what not to do. "alarm 12": also who was asked, and when. Anybody of the office may look, but the one it is about.
inner-help-take = "take 12": it is with you, and others see that. It holds for a while; take it again to keep it. "handback 12": the next people are asked at once. "notme 12": you cannot now.
inner-help-next = "next 12": the next people are asked now. What they have read cannot be taken back.
inner-help-confirm = "confirm 12 voice", or question, or seen: you are sure that it is the person, and that they are free. A note must have come before, or somebody must have been heard: "heard A7 voice".
inner-help-close = "close 12": asks how it ended and why, then once more. Some need a second one of the office, who sends the same.
inner-help-heard = "heard A7 voice", or seen: a note that you can vouch for. With a time: "heard A7 voice 19:50". From a trip: "heard A7 seen there". The others of the office see it.
inner-help-worry = "worry A7": others of the office are asked to look after somebody, though no note is late. Their people hear nothing.
inner-help-duty = "duty on", "duty off", "duty who". "duty give B2": B2 is asked, and takes what is with you. The last one cannot go.
inner-help-who = "who A7": times, breaks, who of their people is ready.
inner-help-invite = "invite": asks all it needs, then gives a link for one person. In one line: "invite medium ru Dushanbe 09:00 21:00 Nino". "invite A7": a new link. "invite coordinator": for the office.
inner-help-terms = "terms A7": what is agreed. "terms A7 medium grace 30": to change it. It is shown first. What weakens begins late, and everybody of the office is told.
inner-help-order = "order A7": who is asked, one after the other. "order A7 1: first 30; 2: second duty 30; 3: all 30": to change it. Numbers are minutes.
inner-help-pause = "pause A7 3d": your yes to a break. It begins after the next notes and ends by itself. "pause A7 off" or "resume A7": notes are asked for again.
inner-help-spoke = "spoke A7": you have spoken alone with somebody who wants to leave. Without it they are free after 72 hours.
inner-help-move = "move A7": a link for a new phone. The number is compared by voice; only then the new chat works, and the old one ends without a word.

## Buttons

button-office-more = More ({ $page })
button-office-number = { $number } · { $code }
button-office-open = { $number }
button-office-refresh = Refresh
button-office-board = Board
button-office-duty = Duty
button-office-invite = Invite
button-office-hand-back = Give it back
button-office-next = Next people
button-office-yes-next = Yes, ask for { $number }
button-office-confirm = I am sure of them
button-office-close = It is over
button-office-terms = Terms
button-office-ladder = Who is asked
button-office-heard = Heard or seen
button-office-pause = A break
button-office-move = A new phone
button-office-spoke = I have spoken with them
button-office-yes-spoke = Yes, freely
button-office-yes = Yes
button-office-yes-heard = Yes, I heard { $number }
button-office-same = The same
button-office-differs = Different
button-office-on = On duty
button-office-off = Off duty
button-office-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
