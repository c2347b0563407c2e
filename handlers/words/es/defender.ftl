### What is said with somebody who sends notes, in answer to them. Outer words: a stranger's eye may
### read them. No text is longer than 350 characters. 1 is always a note, 2 always a call for help,
### whatever question is open. Nothing tells anybody's sex, where Spanish can avoid it.

## The keys under the chat. Each begins with its digit; the word is one that can also be typed.

key-note = 1 nota
key-help = 2 ayuda
key-break = 3 pausa
key-trip = 4 viaje

## Joining, in parts

enrol-number = Hola. Diga este número a la persona que le invitó: { $number }. Si el suyo es distinto, cierre este chat.
enrol-note = Usted envía una nota corta a las horas que elige. Si no llega, se lo recordamos; después nuestra oficina y la gente que usted nombró intentan saber por qué.
enrol-may-fail = Podemos fallar. Mantenga también sus otros planes.
enrol-kept = Guardamos bajo llave: un apodo, sus horas, su gente, cuándo llegaron notas. Puede dejarlo: primero hablamos con usted, en 72 horas como máximo.
enrol-seen = Telegram sabe que usa este chat y cuándo, y lee cada palabra escrita aquí. Pueden obligarlo a contarlo. También lo ve quien tenga su teléfono. No escriba nombres, lugares ni planes. Si eso solo ya puede hacerle daño, hay otras formas.
enrol-own = ¿Esta cuenta de Telegram es solo suya? 1: sí. 2: no, otras personas también la usan.
enrol-join = Nadie puede obligarle a participar. ¿Quiere? 1: sí. 2: ahora no. 3: pregúnteme cuando esté a solas.
enrol-another-way = Gracias. No se guardó nada. Por favor, dígaselo a la persona que le invitó; hay otras formas.
enrol-shared = Entonces una nota de aquí podría ser de cualquiera. No se guardó nada. Por favor, dígaselo a la persona que le invitó; hay otras formas.
enrol-not-now = Gracias. No se guardó nada. El enlace sirve todavía un tiempo, por si lo quiere.
enrol-alone = Envíe "siguiente" cuando esté a solas.
enrol-agreed = Gracias. Todavía no empieza nada. Por favor, lea primero qué pasa y cuándo.
enrol-terms = Esto es lo que acordamos. Todas las horas son las suyas.
enrol-practice = Hasta { $until } es práctica: solo se entera nuestra oficina.
enrol-begin = ¿Empezamos ahora? 1: sí. 2: ahora no. Si algo no le va bien, hable primero con la oficina.
enrol-later = No ha empezado nada. Envíe 1 cuando quiera seguir.
link-over = Este enlace ya no sirve. Por favor, pida uno nuevo.

## What happens if no note comes. Each line is one moment, at the earliest.

preview-by = Nota hasta { $due }. Si no llega:
preview-reminder = { $at }: se lo recordamos.
preview-reminder-again = { $at }: se lo recordamos otra vez.
preview-duty = { $at }: preguntamos a quien está de turno en nuestra oficina.
preview-second = { $at }: preguntamos a otra persona de nuestra oficina.
preview-two = { $at }: preguntamos a dos personas de nuestra oficina.
preview-all = { $at }: preguntamos a toda nuestra oficina.
preview-near = { $at }: preguntamos a quien está cerca entre su gente.
preview-first = { $at }: preguntamos a la primera persona de su gente.
preview-next = { $at }: preguntamos a la segunda persona de su gente.
preview-others = { $at }: preguntamos a las demás personas de su gente.
preview-lawyer = { $at }: preguntamos a su abogado o abogada.
preview-family = { $at }: preguntamos a su familia.
preview-one = { $at }: preguntamos a alguien de su gente, como acordamos.
preview-found = En cuanto alguien sabe que usted está bien, termina.

# $from and $to are times of day, like 07:00.
awake = En nuestra oficina hay alguien despierto desde { $from } hasta { $to }.
awake-always = En nuestra oficina hay alguien despierto día y noche.

## Where things stand

status-late = La nota de { $due } está abierta. Si no llega hasta { $until }:
status-open = La nota de { $due } está abierta. Por favor, envíe 1.
status-resting = Ahora no se pide ninguna nota. Por favor, hable con la oficina.
status-trip = De viaje hasta { $until }.
status-terms = Lo nuevo empieza { $from }, si sus notas llegan hasta entonces.
status-keep = Envíe "mantener" para dejar todo como está.
status-practice = Hasta { $until } es práctica: solo se entera nuestra oficina.

menu-keys = 1 nota, 2 ayuda, 3 pausa, 4 viaje. Envíe 0 para lo demás.
menu-notes = 1: una nota. 2: ayuda. 3: una pausa. 4: un viaje. 5: qué pasa si no llega una nota. 6: su gente. 7: idioma. O escriba: ya llegué, +1, seguir, mantener, invitar, quitar, hoja, números nuevos, mis botones, salir.

## Notes, trips, breaks

note-not-begun = Todavía no ha empezado nada. Envíe "siguiente" para leer qué pasa y cuándo; después usted dice si empieza.
note-other-way = Una nota escrita aquí no vale para usted. Por favor, envíela como acordamos.
moment-not-read = No entendí eso. Envíe una hora como 18:30 o mañana 9, o cuánto tiempo, como +3. O "cancelar".
moment-past = Eso ya pasó. Por favor, envíe una hora más tarde.
unchanged = Todo queda como estaba.

trip-until = ¿Hasta cuándo? Envíe una hora como 18:30, o cuántas horas, como +3.
trip-running = Está de viaje hasta { $until }. Envíe 1 cuando llegue, +1 para una hora más.
trip-note-first = Su nota sigue abierta. Por favor, envíe primero 1, luego 4.
trip-none = No está de viaje. Envíe 4 para empezar uno.
trip-too-late = Ya no es posible más tiempo. Por favor, envíe 1 en cuanto pueda.
trip-too-long = Es demasiado: como máximo hasta { $limit }. Por favor, envíe una hora más temprana.

break-until = ¿Hasta cuándo? Envíe un día y una hora, como mañana 9 o vie 20:00, o cuántos días, como 2d.
break-now = Tiene una pausa hasta { $until }. Envíe "seguir" para terminarla ahora.
break-coming = Una pausa empieza { $from }, si sus notas llegan hasta entonces, y termina { $until }. Envíe "mantener" para dejar todo como está.
break-none = No hay ninguna pausa que terminar.
keep-nothing = No hay ningún cambio pendiente.

## Stopping

leaving-sure = Puede dejarlo. Primero la oficina habla con usted; después de { $hours } horas como máximo, todo se borra. Hasta entonces las notas siguen. 8: sí, lo dejo. 9: no.
leaving-asked = Usted pidió dejarlo: como muy tarde { $until }, todo se borra. Hasta entonces las notas siguen. Envíe "mantener" para quedarse.
# The last thing that is said. $at and $until are dates.
erased = Hecho, { DATE($at) }. Lo que guardamos está borrado; las copias viejas no se podrán leer desde el { DATE($until) }. Solo guardamos que alguien lo dejó. Telegram y su teléfono guardan su parte: por favor, borre este chat. Recibo { $receipt }.

## One's people

people-nobody = Todavía no ha nombrado a nadie; solo se pregunta a la oficina. Envíe "invitar" para nombrar a alguien.
# $place is a number, $nick the name that was given.
people-name = { $place }. { $nick }
people-line =
    { $place }. { $nick }, { $part ->
        [near] vive cerca
        [lawyer] abogado/a
        [family] familia
       *[friend] amistad
    }: { $standing ->
        [invited] sin respuesta todavía
        [agreed] dijo que sí
        [doubted] nadie le pregunta
        [proven] todo listo
       *[unreachable] no podemos llegar
    }
people-enough = Ya ha nombrado a { $count } personas. Saque primero a alguien: envíe "quitar".
invite-name = ¿Cómo llama aquí a esta persona? Mejor un apodo. Nadie más lo lee: solo ella, si usted lo usa con ella, y la oficina.
invite-name-unfit = Por favor, envíe un nombre de { $limit } letras como máximo, que empiece con una letra. O "cancelar".
invite-name-taken = Ya tiene a alguien con ese nombre. Por favor, envíe otro nombre.
invite-part = ¿Quién es? 3: vive cerca, puede mirar. 4: amistad. 5: abogado o abogada. 6: familia.
part-near = Vive cerca
part-friend = Amistad
part-lawyer = Abogado/a
part-family = Familia
invite-language = ¿En qué idioma le escribimos? Pulse uno, o envíe su número, contado desde { $first }.
invite-aloud = Diga esto en voz alta, mejor en persona: "Si no se sabe de mí, este chat quizás le pregunte si ha tenido noticias mías. Usted solo responde. Mi número es { $number }; si el suyo es distinto, no siga."
invite-until = Luego dele el enlace que sigue. Es para una sola persona y sirve hasta { $until }. No escriba el número.
invite-link = { $link }
invite-accepted = Alguien de su gente dijo que sí. Envíe 6 para verlo.
invite-declined = Alguien de su gente dijo que no. Por favor, elija a otra persona: envíe "invitar".
invite-other-number = Alguien abrió su enlace y el número no coincidía. El enlace está cerrado. Por favor, hable con la persona que usted quería.
remove-who = ¿A quién ya no debemos preguntar? Pulse un nombre o envíe su número. No se le dice.
removed = Anotado. Desde ahora ya no se le pregunta; en su lugar se pregunta a la oficina.
part-told = Alguien de su gente lo dejó. Por favor, elija a otra persona: envíe "invitar". Hasta entonces preguntamos a la oficina en su lugar.

## Language. The names stand in their own language everywhere: do not translate them.

language-which = ¿Qué idioma? Pulse uno, o envíe su número, contado desde { $first }.
language-not-known = No conozco ese idioma. Por favor, pulse uno o envíe "cancelar".
language-set = Desde ahora escribimos en español.
language-ar = العربية
language-en = English
language-es = Español
language-fa = فارسی
language-fr = Français
language-ru = Русский

## Questions with a short answer

yes-or-no = Por favor, responda sí o no.
choose-one = Por favor, pulse una de estas, o envíe su número. O "cancelar".

## Buttons. What they say can also be typed: each stands in understood.ftl as well.

button-next = Siguiente
button-yes = Sí
button-no = No
button-not-now = Ahora no
button-alone = Pregúnteme cuando esté a solas
button-understand = Entiendo
button-another-way = Otra forma
button-there = Ya llegué
button-more-time = +1
button-resume = Seguir
button-keep = Mantener
button-invite = Invitar
button-remove = Quitar
