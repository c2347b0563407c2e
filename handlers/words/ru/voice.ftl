### What the office reads of somebody without Telegram, whose notes it records itself. As in
### coordinator.ftl: what begins with "office-" is outer words, what begins with "inner-" was asked
### for; words in quotes are typed as they stand here; no message is longer than 350 characters.

office-invite-consent = Вы сказали, что мы храним прозвище, часы и когда приходили заметки, что мы можем не справиться и что остановиться можно в любое время? И человек согласен? 1: да. 2: нет.
office-voice-begun = Записано: { $code }, без чата. Первая заметка нужна до { $due }. После каждого звонка отправьте "heard { $code } voice". Если позже понадобится чат: "move { $code }".
inner-help-voice = "invite voice medium Dushanbe 09:00 21:00 Nino": для того, у кого нет Telegram. После каждого звонка отправьте "heard A7 voice". Если заметки нет, всё идёт как у всех. "move A7" позже даст чат.
