### What is said with somebody who is asked, in answer to them. Outer words: a stranger's eye may
### read them; only while they join does the name stand here by which they know the person. No text
### is longer than 350 characters. Keep every variable in braces, and every digit.

## Joining, in parts

join-number = Hello. Somebody who trusts you gave you this link. Did they say { $number }? 1: yes. 2: no.
join-asked =
    { $days ->
        [0] { $nick } would like us to ask you when { $nick } has gone quiet, perhaps at night. You only answer; you never have to go anywhere or pay. Here you cannot see where { $nick } is or when notes come. Now and then there is a short test.
        [one] { $nick } would like us to ask you when { $nick } has gone quiet, perhaps at night. You only answer; you never have to go anywhere or pay. Here you cannot see where { $nick } is or when notes come. Every { $days } day there is a short test.
       *[other] { $nick } would like us to ask you when { $nick } has gone quiet, perhaps at night. You only answer; you never have to go anywhere or pay. Here you cannot see where { $nick } is or when notes come. Every { $days } days there is a short test.
    }
join-adult = This is for adults only. Are you 18 or older? 1: yes. 2: no.
join-kept = Telegram sees that you use this chat. We keep your account number and a nickname, locked. You may stop at any time. Will you? 1: yes. 2: no. 3: no, quietly. Quietly means: nobody is told.
join-ended = Thank you. Nothing was kept. Please delete this chat.
join-hour = Thank you. At which hour may we still wake you, when it matters? Send the hour you like least, 0 to 23, for example 3.
join-hour-unread = Please send an hour, 0 to 23, for example 3.
join-done = Thank you. Soon, at about { $hour }, one short test comes, with sound. Please answer it within ten minutes. That is all.

## The test

sounding = A short test. Please send 1, or press this, within ten minutes. Thank you.
sounding-passed = Thank you. That is all.
sounding-late = Thank you. That took longer than ten minutes; we try again another time. Please let this chat sound.
button-ready = I am here

## Answers to what was asked

answer-seen = Thank you. How was it? 4: seen or heard, and well. 6: something is wrong.
answer-help = Thank you. Please ask around carefully, and do not go there alone. Then tell us. 4: seen or heard, and well. 5: no answer. 6: something is wrong. 7: give it back.
answer-cannot-now = Thank you. We ask others. Nothing for you to do now.
answer-safe = Thank you. The office has it and makes sure. Please do not write about it.
answer-cannot-reach = Thank you. The office has it, and others are asked too.
answer-in-danger = Thank you. The office has it now. Please do not go there; somebody will speak with you.
answer-not-yours = It is not with you. Nothing for you to do now. Thank you.
answer-how = Please answer with a number. 1: yes, I have. 2: no, but I can help. 3: I cannot now. 4: seen or heard, and well. 5: no answer. 6: something is wrong. 7: give it back.

## When they are worried themselves

worried-who = About whom? Press a name, or send its number.
worried-name = { $nick }
worried-sure = The office will hear it now, and nobody else. Are you worried? 1: yes. 2: no. 3: yes, and somebody else has the phone.
worried-noted = Noted. Thank you. Please do not write about it.
worried-enough = You have told us twice in thirty days, and the office knows. If something new happened, please call them.

## Stopping

part-how = You may stop at any time. 1: yes, stop. 2: stop quietly, nobody you know is told. 3: no.
button-part-yes = Yes
button-part-no-quietly = Quietly
button-part-no = No
part-done = Done. You are not asked any more, and what we kept is erased within a day. Thank you.
part-delete = Telegram and your phone keep their part: please delete this chat.
button-no-quietly = No, quietly

## What can be sent

menu-asked = When we ask you something, it says what to send. Else you can send: worried, key, 7 for the language, stop. There is nothing more to do.
