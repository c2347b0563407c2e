### What is said about sheets, which are locked on a phone for a few people, and about the keys that open
### them. What begins with "inner-" was asked for, and appears after "open"; all else is outer words.
### What the office types stands in English everywhere. No message is longer than 350 characters.

## To whoever writes a sheet

sheet-open = Cuando esté a solas, pulse la primera tecla de abajo. Lo que escriba allí se cierra con llave en su teléfono; solo lo abren las personas que usted elija.
sheet-by-file = La hoja se escribe en otro lugar, se cierra allí con llave y se adjunta aquí como archivo.
sheet-nobody = Todavía no se puede: nadie de la oficina tiene llave. Por favor, hable con la oficina.
sheet-there = Sobre su hoja. Por favor, abra cuando esté a solas.
sheet-part = { $have } de { $of }. Para la siguiente, pulse la primera tecla de abajo.
sheet-kept =
    { $count ->
        [one] Guardada { $at }, para { $count } persona. Envíe "mi hoja" para comparar las letras.
       *[other] Guardada { $at }, para { $count } personas. Envíe "mi hoja" para comparar las letras.
    }
sheet-kept-part =
    { $count ->
        [one] Parte { $section } guardada { $at }, para { $count } persona. ¿Hay otra? Pulse la primera tecla de abajo. Si no, envíe 0.
       *[other] Parte { $section } guardada { $at }, para { $count } personas. ¿Hay otra? Pulse la primera tecla de abajo. Si no, envíe 0.
    }
sheet-none = Aquí no hay ninguna hoja suya.
sheet-withdrawn = Retirada. Desde ahora no la recibe nadie; { $until } se borra. Para volver atrás, envíe "conservar mi hoja".
sheet-back = Guardada de nuevo, como estaba.
sheet-keys = Aquí están las llaves de su gente, para copiar, cada una con sus letras. Compare las letras de viva voz.
sheet-fault-not-a-sheet = Esta hoja no se puede guardar. Por favor, ciérrela otra vez en la página, solo con llaves que empiecen por age1pq1.
sheet-fault-too-long = Es demasiado larga. Por favor, escriba menos, o cada parte como hoja aparte.
sheet-fault-too-few = Nadie podría abrirla. Por favor, ciérrela otra vez.
sheet-fault-strange = La podrían abrir más personas de las que conocemos aquí. Por favor, ciérrela otra vez, solo para quienes aparecen allí.
attach-it-anew = Por favor, adjúntelo aquí usted: lo cambiado o reenviado no cuenta.

inner-section =
    { $section ->
        [0] La hoja entera
        [1] A quién llamar
        [2] Abogada o abogado
        [3] Salud
        [4] Familia
        [5] Preguntas
        [6] Qué se puede contar a otros
       *[7] Cuando esté fuera
    }
inner-sheet-kept =
    { $count ->
        [one] { inner-section }: guardada { $at }, para { $count } persona.
       *[other] { inner-section }: guardada { $at }, para { $count } personas.
    }
inner-sheet-anew = Desde entonces cambió la llave de alguien. Por favor, ciérrela de nuevo.
inner-sheet-gone = { inner-section }: retirada { $at }; se borra { $until }.
inner-sheet-compare = Pida a cada una de estas personas que le lea sus letras, de viva voz. Si no son iguales, avise a la oficina.
inner-sheet-letters = { $who }: { $letters }
inner-sheet-key = { $recipient }

button-sheet-withdraw = Retirar mi hoja
button-sheet-keep = Conservar mi hoja
button-sheet-keys = Llaves de mi gente

## To whoever has a key of their own

own-key-first = Cuando esté a solas, pulse la primera tecla de abajo. Hace una llave con la que puede abrir lo que es para usted.
own-key-there = Tiene una llave aquí, desde el { DATE($at) }. Sus letras: { $letters }. Léalas en voz alta a quien pregunte, nunca por escrito. Con la primera tecla de abajo hace otra.
own-key-kept = Guardada. Sus letras: { $letters }. Léalas en voz alta a quien pregunte.
own-key-no-page = Desde aquí no se puede. Por favor, hable con la oficina.
own-key-none = Aquí no hay ninguna llave suya.
own-key-sure = Entonces ya no se le podrá dar nada que esté cerrado para ella. ¿La quitamos?
own-key-gone = Hecho. Ya no se usa.
own-key-put-away = La tecla de abajo se ha quitado. Para tenerla otra vez, envíe "mi llave".
own-key-fault-own-half = Esa era la mitad que nadie más puede ver; ya no sirve. Por favor, haga una nueva y envíe la mitad que empieza por age1pq1.
own-key-fault-other-kind = Es una llave de otra clase. Tiene que empezar por age1pq1.
own-key-fault-no-key = No es una llave, o no está entera. Tiene que empezar por age1pq1.
key-page-read = Abrir
button-own-key-drop = Soltar mi llave
button-own-key-yes = Sí, soltarla

# What stands in a trial sheet, before the number, and what is answered to it.
trial-title = Una hoja de prueba
trial-inside = No ha pasado nada. Esto solo muestra que su llave todavía abre lo que es para usted. Por favor, escriba este número en el chat del que vino la hoja:
trial-right = Anotado. Su llave la abre.
trial-other = No era ese número. Por favor, mire otra vez la hoja más nueva. Si ya no se abre, envíe "mi llave".

## The keys of the office

inner-office-key = { $code }: { $letters }, desde el { DATE($at) }
inner-office-key-proven = { $code }: { $letters }, desde el { DATE($at) }, probada por última vez el { DATE($proven) }
inner-office-key-unproven = Se pidió tres veces a { $code } probar esta llave, y no llegó ningún número.
inner-office-key-none = { $code }: sin llave
inner-page-key = Página, hasta { DATE($until) }: { $letters }
inner-page-keys = La página muestra sus letras a quien abre su dirección sin una tecla de un chat. Deben estar entre estas.
inner-office-keys = Comparen estas letras de viva voz, cada quien con cada quien. "key": hacer una en su teléfono. "keys add age1pq1…": una hecha con la herramienta age. "keys drop": sin llave.
office-key-told = { $code } tiene otra llave. Compare las letras de viva voz: envíe "keys".
office-key-gone-told = { $code } ya no tiene llave.

## Sheets in the office

office-form-sheet = ¿De quién? Envíe por ejemplo: sheet A7.
office-form-release = ¿De quién, y a quién? Envíe por ejemplo: release A7 B2. Solo dos partes: release A7 B2 1 3. También lo reemplazado antes: release A7 B2 earlier.
inner-office-sheet-none = { $code }: ninguna hoja.
inner-office-sheet =
    { $count ->
        [one] { $code } · { $section }: { inner-section }, desde { $at }, para { $count } persona.
       *[other] { $code } · { $section }: { inner-section }, desde { $at }, para { $count } personas.
    }
inner-office-sheet-anew = { $section }: desde entonces cambió una llave.
inner-office-sheet-replaced = { $section }: reemplazada { $at }, se borra { $until }. Hasta entonces: "release { $code } B2 earlier".
inner-office-sheet-withdrawn = { $section }: retirada { $at }. No se da a nadie.
inner-office-sheet-seized = { $section }: enviada { $at } desde ese teléfono cuando estaba en otras manos. No cuenta, y no se da a nadie.
inner-office-release-all =
    { $earlier ->
        [yes] ¿Todo lo de { $code }, también lo reemplazado antes, a { $who }? Lo leído ya no se puede recoger.
       *[no] ¿Todo lo de { $code } a { $who }? Lo leído ya no se puede recoger.
    }
inner-office-release =
    { $earlier ->
        [yes] ¿De { $code } las partes { $sections }, también lo reemplazado antes, a { $who }? Lo leído ya no se puede recoger.
       *[no] ¿De { $code } las partes { $sections } a { $who }? Lo leído ya no se puede recoger.
    }
office-release-who = { $code }: nadie con ese nombre.
office-release-no-key = { $who } no tiene llave y no podría abrir nada.
office-release-nothing = { $code }: nada que dar.
office-released = Va ahora a { $who }. Si no se cerró para esa llave, allí no se abre.
office-released-told = { $code }: una hoja va a { $who }, de { $by }.
office-not-released = No se dio nada.
button-office-yes-release = Sí, dársela a { $who }

## A question before an end

inner-question = { $number } · { $code }: primero pregunte de viva voz lo que solo { $code } sabe responder. Envíese las preguntas, haga una y diga luego cómo fue.
inner-question-no-key = Usted no tiene llave y no puede abrir las preguntas: envíe "key", o deje que pregunte otra persona de la oficina.
office-question-sent = Viene ahora. Guárdela y luego ábrala.
office-question-wrong = Anotado; nada ha terminado. Se avisa al resto de la oficina. ¿Está ese teléfono en otras manos? Envíe "seized { $code }".
office-question-wrong-told = { $number } · { $code }: una respuesta no fue correcta, dice { $by }. Abra antes de hacer nada.
button-office-question-send = Enviarme las preguntas
button-office-question-voice = Correcta, y conozco la voz
button-office-question-right = La respuesta fue correcta
button-office-question-wrong = No fue correcta

## Help

inner-help-sheets = sheet A7: qué se guarda · release A7 B2: darla a alguien · keys: letras para comparar · wrote A7: lo que vino con las notas · numbers: qué decir antes de elegirlos. Más sobre cada uno: "/help release".
inner-help-sheet = "sheet A7": qué partes de una hoja se guardan, desde cuándo y para cuántas personas, y qué se reemplazó o retiró en las últimas 72 horas. Aquí nadie puede leerla sin llave.
inner-help-release = "release A7 B2", o alguien de su gente, por nombre o por el número de "who A7": la hoja va allí, si esa persona tiene llave. "release A7 B2 2 3": estas partes. "release A7 B2 earlier": también lo reemplazado en las últimas 72 horas.
inner-help-keys = "keys": las letras de cada llave de la oficina, para comparar de viva voz. "key": hacer una en su teléfono. "keys add age1pq1…": una hecha con la herramienta age, en una computadora propia. "keys drop".
