### What the office reads of somebody without Telegram, whose notes it records itself. As in
### coordinator.ftl: what begins with "office-" is outer words, what begins with "inner-" was asked
### for; words in quotes are typed as they stand here; no message is longer than 350 characters.

office-invite-consent = Have you told them that we keep a nickname, their times and when notes came, that we may fail, and that they may stop at any time? And do they want it? 1: yes. 2: no.
office-voice-begun = Noted: { $code }, without a chat. The first note is due by { $due }. Each time they call, send "heard { $code } voice". Should they want a chat later: "move { $code }".
inner-help-voice = "invite voice medium Dushanbe 09:00 21:00 Nino": for somebody without Telegram. Each time they call, send "heard A7 voice". If no note comes, it goes as with everybody. "move A7" gives them a chat later.
