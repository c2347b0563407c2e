### What is said of codes and sheets without being asked. Outer words but for what begins with "inner-":
### that appears after "open". Words in quotes are typed as they stand here.

notice-sheet-anew = Por favor, escriba su hoja de nuevo y ciérrela otra vez: envíe "hoja".
# To the office; whoever else holds a key reads no number and no name.
notice-sheet = { $number } · { $subject }: una hoja. Guárdela donde abre estas cosas.
notice-sheet-no-number = Una hoja para usted. Por favor, ábrala cuando esté a solas.
notice-codes-told = { $subject }: un cambio, ahora mismo. Por favor, abra.
inner-codes-first = { $subject } eligió códigos, o lo hizo quien tenía ese teléfono. Si en cinco minutos no llega nada más, pregunte de viva voz si fue { $subject }. Si no fue así: "code { $subject }".
inner-codes-changed = { $subject } cambió los códigos, con el anterior. Si en cinco minutos no llega nada más, pregunte de viva voz si lo eligió libremente.
inner-codes-pair = { $subject } fijó de nuevo los dos botones iguales. Si en cinco minutos no llega nada más, pregunte de viva voz si lo eligió libremente.

## A coordinator lets somebody choose anew

office-form-code = ¿Quién debe elegir de nuevo? Envíe por ejemplo: code A7.
office-code-no-page = { $code } no puede elegir nada aquí: no hay página.
office-code-not-now = Ahora no, { $code }: hay algo abierto. Vea antes "who { $code }".
office-code-noted = Anotado: se pide a { $code } que elija de nuevo, hasta { $until }. Lo que tiene cuenta hasta entonces. Cuando esté hecho lo sabrá: pregunte de viva voz quién fue.
office-code-told = { $code } puede elegir de nuevo, dice { $by }. Por favor, abra.
inner-help-code = "code A7": A7 elige códigos de nuevo sin el anterior, en un día; envíelo después de hablar con A7. Lo que tiene cuenta hasta que esté hecho. Cuando esté hecho lo sabrá: pregunte de viva voz si fue A7.
