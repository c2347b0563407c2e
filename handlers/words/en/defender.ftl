### What is said with somebody who sends notes, in answer to them. Outer words: a stranger's eye may
### read them. No text is longer than 350 characters. Keep every variable in braces, and every digit:
### 1 is always a note, 2 always a call for help, whatever question is open.

## The keys under the chat. Each begins with its digit; the word is one that can also be typed.

key-note = 1 note
key-help = 2 help
key-break = 3 break
key-trip = 4 trip

## Joining, in parts

enrol-number = Hello. Say this number to the person who invited you: { $number }. If theirs differs, close this chat.
enrol-note = You send a short note at times you choose. If it does not come, we remind you; then our office and the people you named try to find out why.
enrol-may-fail = We may fail. Keep your other plans.
enrol-kept = We keep, locked: a nickname, your times, your people, when notes came. You may stop: we speak with you first, at most 72 hours.
enrol-seen = Telegram knows that you use this chat, and when, and reads every word typed here. It can be made to tell others. So can whoever holds your phone. Type no names, places or plans. If that alone could harm you, there are other ways.
enrol-own = Is this Telegram account yours alone? 1: yes. 2: no, others use it too.
enrol-join = Nobody may make you join. Will you? 1: yes. 2: not now. 3: ask me when I am alone.
enrol-another-way = Thank you. Nothing was kept. Please tell the person who invited you; there are other ways.
enrol-shared = Then a note from here could be anybody's. Nothing was kept. Please tell the person who invited you; there are other ways.
enrol-not-now = Thank you. Nothing was kept. The link stays good for a while, should you want it.
enrol-alone = Send "next" when you are alone.
enrol-agreed = Thank you. Nothing begins yet. Please read first what happens, and when.
enrol-terms = This is what we agree on. All times are yours.
enrol-practice = Until { $until } it is practice: only our office hears of it.
enrol-begin = Shall it begin now? 1: yes. 2: not now. If something does not fit, speak with the office first.
enrol-later = Nothing has begun. Send 1 when you want to go on.
link-over = This link is no longer good. Please ask for a new one.

## What happens if no note comes. Each line is one moment, at the earliest.

preview-by = Note by { $due }. If none comes:
preview-reminder = { $at }: we remind you.
preview-reminder-again = { $at }: we remind you again.
preview-duty = { $at }: we ask whoever is on duty in our office.
preview-second = { $at }: we ask a second person of our office.
preview-two = { $at }: we ask two people of our office.
preview-all = { $at }: we ask everybody in our office.
preview-near = { $at }: we ask the one of your people who is close by.
preview-first = { $at }: we ask the first of your people.
preview-next = { $at }: we ask the second of your people.
preview-others = { $at }: we ask the others of your people.
preview-lawyer = { $at }: we ask your lawyer.
preview-family = { $at }: we ask your family.
preview-one = { $at }: we ask one of your people, as agreed.
preview-found = As soon as somebody has found you well, it ends.

# $from and $to are times of day, like 07:00.
awake = Somebody of our office is awake from { $from } to { $to }.
awake-always = Somebody of our office is awake day and night.

## Where things stand

status-late = The { $due } note is open. If none comes by { $until }:
status-open = The { $due } note is open. Please send 1.
status-resting = No note is asked for now. Please speak with the office.
status-trip = On a trip until { $until }.
status-terms = What is new begins { $from }, if your notes come until then.
status-keep = Send "keep" to leave all as it is.
status-practice = Until { $until } it is practice: only our office hears of it.

menu-keys = 1 note, 2 help, 3 break, 4 trip. Send 0 for the rest.
menu-notes = 1: a note. 2: help. 3: a break. 4: a trip. 5: what happens if no note comes. 6: your people. 7: language. Or type: there, +1, resume, keep, invite, remove, sheet, new numbers, my buttons, stop.

## Notes, trips, breaks

note-not-begun = Nothing has begun yet. Send "next" to read what happens, and when; then you say whether it begins.
note-other-way = A note typed here does not count for you. Please send it the way we agreed.
moment-not-read = I did not understand that. Send a time like 18:30 or tomorrow 9, or how long, like +3. Or "cancel".
moment-past = That has passed. Please send a later time.
unchanged = All stays as it was.

trip-until = Until when? Send a time like 18:30, or how many hours, like +3.
trip-running = You are on a trip until { $until }. Send 1 when you are there, +1 for an hour more.
trip-note-first = Your note is still open. Please send 1 first, then 4.
trip-none = You are not on a trip. Send 4 to begin one.
trip-too-late = More time is not possible any more. Please send 1 as soon as you can.
trip-too-long = That is too long: until { $limit } at most. Please send an earlier time.

break-until = Until when? Send a day and a time, like tomorrow 9 or fri 20:00, or how many days, like 2d.
break-now = You have a break until { $until }. Send "resume" to end it now.
break-coming = A break begins { $from }, if your notes come until then, and ends { $until }. Send "keep" to leave all as it is.
break-none = There is no break to end.
keep-nothing = Nothing is waiting to change.

## Stopping

leaving-sure = You may stop. The office speaks with you first; after { $hours } hours at most all is erased. Until then notes go on. 8: yes, stop. 9: no.
leaving-asked = You have asked to stop: { $until } at the latest, all is erased. Until then notes go on. Send "keep" to stay.
# The last thing that is said. $at and $until are dates.
erased = Done, { DATE($at) }. What we kept is erased; old copies are unreadable from { DATE($until) }. We keep only that somebody left. Telegram and your phone keep their part: please delete this chat. Receipt { $receipt }.

## One's people

people-nobody = You have named nobody yet; the office alone is asked. Send "invite" to name somebody.
# $place is a number, $nick the name that was given.
people-name = { $place }. { $nick }
people-line =
    { $place }. { $nick }, { $part ->
        [near] close by
        [lawyer] lawyer
        [family] family
       *[friend] friend
    }: { $standing ->
        [invited] no answer yet
        [agreed] has said yes
        [doubted] nobody asks them
        [proven] ready
       *[unreachable] cannot be reached
    }
people-enough = You have named { $count } people already. Take somebody out first: send "remove".
invite-name = What do you call this person here? A nickname is best. Nobody else reads it but they, if you use it with them, and the office.
invite-name-unfit = Please send a name of at most { $limit } letters, beginning with a letter. Or "cancel".
invite-name-taken = You have somebody of that name already. Please send another name.
invite-part = Who is it? 3: close by, can look. 4: friend. 5: lawyer. 6: family.
part-near = Lives close by
part-friend = Friend
part-lawyer = Lawyer
part-family = Family
invite-language = In which language shall we write to them? Press one, or send its number, counted from { $first }.
invite-aloud = Say this aloud, best in person: "If I go quiet, this chat may ask whether you have heard from me. You only answer. My number is { $number }; if yours differs, stop."
invite-until = Then give them the link that follows. It is for one person, good until { $until }. Do not write the number.
invite-link = { $link }
invite-accepted = One of your people has said yes. Send 6 to see.
invite-declined = One of your people has said no. Please choose somebody else: send "invite".
invite-other-number = Somebody opened your link, and the number did not match. The link is closed. Please speak with the person you meant.
remove-who = Who is no longer to be asked? Press a name, or send its number. They are not told.
removed = Noted. From now on they are not asked; where they were, the office is asked.
part-told = One of your people has stopped. Please choose somebody else: send "invite". Until then we ask the office in their place.

## Language. The names stand in their own language everywhere: do not translate them.

language-which = Which language? Press one, or send its number, counted from { $first }.
language-not-known = I do not know that language. Please press one, or send "cancel".
language-set = From now on we write in English.
language-ar = العربية
language-en = English
language-es = Español
language-fa = فارسی
language-fr = Français
language-ru = Русский

## Questions with a short answer

yes-or-no = Please answer yes or no.
choose-one = Please press one of these, or send its number. Or "cancel".

## Buttons. What they say can also be typed: each stands in understood.ftl as well.

button-next = Next
button-yes = Yes
button-no = No
button-not-now = Not now
button-alone = Ask me when I am alone
button-understand = I understand
button-another-way = Another way
button-there = I am there
button-more-time = +1
button-resume = Resume
button-keep = Keep
button-invite = Invite
button-remove = Remove
