### What is said of codes and sheets without being asked. Outer words but for what begins with "inner-":
### that appears after "open". Words in quotes are typed as they stand here.

notice-sheet-anew = Por favor, escriba su hoja de nuevo y ciérrela otra vez: envíe "hoja".
# To the office; whoever else holds a key reads no number and no name.
notice-sheet = { $number } · { $subject }: una hoja. Guárdela donde abre estas cosas.
notice-sheet-no-number = Una hoja para usted. Por favor, ábrala cuando esté a solas.
# To whoever looks on it is a sheet like any other.
notice-trial = Una hoja para usted. Por favor, ábrala cuando esté a solas.
notice-codes-told = { $subject }: un cambio, ahora mismo. Por favor, abra.
inner-codes-first = { $subject } eligió códigos, o lo hizo quien tenía ese teléfono. Si en cinco minutos no llega nada más, pregunte de viva voz si fue { $subject }. Si no fue así: "code { $subject }".
inner-codes-changed = { $subject } cambió los códigos, con el anterior. Si en cinco minutos no llega nada más, pregunte de viva voz si lo eligió libremente.
inner-codes-pair = { $subject } fijó de nuevo los dos botones iguales. Si en cinco minutos no llega nada más, pregunte de viva voz si lo eligió libremente.
notice-key-unproven = { $subject }: sobre una llave. Por favor, abra.
inner-key-unproven = Se pidió tres veces a { $subject } abrir una hoja de prueba, y no llegó ningún número. Hable con { $subject } de viva voz. Cuando { $subject } envíe "key", llega otra hoja así; si la llave se perdió, allí se hace una nueva.
inner-key-unproven-contact = A quien tiene el número { $number } en "who { $subject }" se le pidió tres veces abrir una hoja de prueba, y no llegó ningún número. Hable con esa persona de viva voz. Cuando envíe "key", llega otra hoja así; si la llave se perdió, allí se hace una nueva, y se pide a { $subject } cerrar la hoja de nuevo.

## A coordinator lets somebody choose anew

office-form-code = ¿Quién debe elegir de nuevo? Envíe por ejemplo: code A7.
office-code-no-page = { $code } no puede elegir nada aquí: no hay página.
office-code-not-now = Ahora no, { $code }: hay algo abierto. Vea antes "who { $code }".
office-code-noted = Anotado: se pide a { $code } que elija de nuevo, hasta { $until }. Lo que tiene cuenta hasta entonces. Cuando esté hecho lo sabrá: pregunte de viva voz quién fue.
office-code-told = { $code } puede elegir de nuevo, dice { $by }. Por favor, abra.
inner-help-code = "code A7": A7 elige códigos de nuevo sin el anterior, en un día; envíelo después de hablar con A7. Lo que tiene cuenta hasta que esté hecho. Cuando esté hecho lo sabrá: pregunte de viva voz si fue A7.
office-choices-say = Antes de que { $code } elija nada, diga de viva voz, a solas, qué significa cada cosa. Qué decir: "/help numbers".
office-choices-none = { $code } aún no tiene número, y las notas de la página no pueden contar. Cuando hayan hablado: "code { $code }".
inner-help-numbers = "/help numbers", para decir de viva voz, a solas: «Usted elige dos números en su propio teléfono. El primero dice que está libre. El segundo, que alguien le obliga a enviarlo. Los dos se ven igual; tras el segundo lo sabemos y no llamamos. No los diga a nadie, tampoco a mí. Pruebe el segundo una vez, un día acordado.»
inner-help-numbers-how = Se eligen antes de la primera nota, o después de "code A7". Dos botones: acuerden de viva voz cuál es el forzado; luego "pair A7 2". Hasta entonces los dos cuentan como libres.
