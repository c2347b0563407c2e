### What the office reads of somebody without Telegram, whose notes it records itself. As in
### coordinator.ftl: what begins with "office-" is outer words, what begins with "inner-" was asked
### for; words in quotes are typed as they stand here; no message is longer than 350 characters.

office-invite-consent = Lui avez-vous dit que nous gardons un surnom, ses heures et quand les notes sont venues, que nous pouvons échouer, et que tout peut s'arrêter à tout moment ? Et le veut-on là-bas ? 1: oui. 2: non.
office-voice-begun = Noté : { $code }, sans discussion ici. La première note est attendue avant { $due }. À chaque appel, envoyez "heard { $code } voice". Pour une discussion plus tard : "move { $code }".
inner-help-voice = "invite voice medium Dushanbe 09:00 21:00 Nino" : pour quelqu'un sans Telegram. À chaque appel, envoyez "heard A7 voice". Si aucune note ne vient, tout se passe comme pour les autres. "move A7" lui donne une discussion plus tard.
