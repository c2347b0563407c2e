### What is read and said when somebody's phone is in other hands, and of the two equal buttons. As in
### coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words in quotes
### are typed as they stand here; no message is longer than 350 characters.

button-other-hands = Sí, y otra persona tiene el teléfono
notice-alarm-other-hands = { $number } · { $subject }. Abra antes de hacer nada.
notice-seized-lapses = { $subject }: algo termina { $until }. Por favor, abra.
inner-alarm-other-hands = { $subject }, { level-word }: alguien de su gente dice, { $since }, que otra persona tiene ese teléfono.
inner-do-other-hands = Tómelo. Hable con quien escribió. Si puede ser así, envíe "seized { $subject }": lo que mande ese teléfono contará como forzado. No llame ni escriba allí.
inner-person-seized = Ese teléfono cuenta como en otras manos hasta { $until }. Para que siga así: "seized { $subject }". Cuando vuelva a ser suyo: "free { $subject }". Pregunte por otra vía.
office-form-seized = ¿De quién es el teléfono? Envíe por ejemplo: seized A7.
office-form-free = ¿De quién es el teléfono? Envíe por ejemplo: free A7.
office-seized-noted = Anotado: { $code }, hasta { $until }. Seis horas antes se le pregunta otra vez. Termina con "free { $code }".
office-seized-told = { $code }: algo nuevo de { $by }. Por favor, abra.
office-freed = Anotado: { $code }, como antes. Lo que está abierto sigue abierto.
office-not-seized = { $code }: no hay nada que terminar.
office-form-pair = ¿De quién, y cuál? Envíe por ejemplo: pair A7 2. El número es el del botón que significa lo contrario.
office-pair-noted = Anotado para { $code }, desde ahora. El resto de la oficina lo sabe, pero no cuál es.
office-pair-told = { $code }: { $by } fijó de nuevo los dos botones.
office-pair-not-agreed = { $code } no tiene dos botones.
inner-help-seized = "seized A7": ese teléfono está en otras manos. Se le responde como siempre, y lo que envíe cuenta como forzado, 72 horas; envíelo otra vez para más tiempo. "free A7": vuelve a ser suyo.
inner-help-pair = "pair A7 2": cuál de los dos botones iguales es el forzado, acordado de viva voz. Vale enseguida. Nunca se lo escriba a A7.
office-form-wrote = ¿De quién? Envíe por ejemplo: wrote A7.
office-wrote-not-open = No hay nada abierto sobre { $code }. Solo entonces se muestra lo que venía con una nota.
inner-wrote-nothing = { $code } no escribió nada con las últimas notas.
inner-wrote = { $code }, { $at }: «{ $text }»
button-office-wrote = Lo que se escribió
inner-help-wrote = "wrote A7": lo que A7 escribió con las últimas notas, y un lugar si se envió. Solo mientras haya algo abierto sobre A7. Pudo escribirse bajo presión: no demuestra nada.

## On the board

inner-board-state =
    { $state ->
        [taken] { $code }: en manos de otros, o se le llevan.
        [raid] { $code }: alguien a la puerta.
       *[followed] { $code }: alguien le sigue.
    }
inner-board-seized = { $code }: ese teléfono cuenta como en otras manos hasta { $until }.
