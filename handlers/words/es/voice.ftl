### What the office reads of somebody without Telegram, whose notes it records itself. As in
### coordinator.ftl: what begins with "office-" is outer words, what begins with "inner-" was asked
### for; words in quotes are typed as they stand here; no message is longer than 350 characters.

office-invite-consent = ¿Le ha dicho que guardamos un apodo, sus horas y cuándo llegaron las notas, que podemos fallar, y que puede dejarlo en cualquier momento? ¿Y lo quiere? 1: sí. 2: no.
office-voice-begun = Anotado: { $code }, sin chat. La primera nota se espera antes de: { $due }. Cada vez que llame, envíe "heard { $code } voice". Si más tarde quiere un chat: "move { $code }".
inner-help-voice = "invite voice medium Dushanbe 09:00 21:00 Nino": para alguien sin Telegram. Cada vez que llame, envíe "heard A7 voice". Si no llega una nota, todo sigue como con los demás. "move A7" le da un chat más tarde.
