### What the office reads when it asks or is asked. Sentences and buttons whose id begins with "office-",
### "move-" or "button-" are outer words: a locked screen may show them. Those that begin with "inner-"
### were asked for, are protected, and go again after half an hour. No message is longer than 350
### characters. Words in quotes are typed as they stand here, in every language: keep them.
### $code, $subject and $by are code names like A7 or B2; $number is the number of an alarm.

office-folded = Aquí había algo para leer.
office-noted = Anotado.
office-unchanged = Todo queda como estaba.
office-too-late = Esa pregunta ya pasó. Por favor, pregunte de nuevo.
office-too-long = Más corto, por favor: { $limit } signos como máximo.

## Who and which

office-nobody-called = Aquí nadie se llama { $code }. Envíe "board" para ver la lista.
office-not-yourself = Nadie hace eso para sí. Por favor, pida a otra persona de la oficina.
office-sends-no-notes = { $code } no envía notas.
office-no-such-number = No hay { $given }. Envíe "board" para ver la lista.
office-nothing-open = No hay nada abierto.
office-which-number = ¿Cuál? Púlselo, o envíe su número: "{ $command } { $number }".
office-over = { $number } ya terminó.
office-not-begun = { $code } todavía no ha empezado: no se pide ninguna nota.
office-not-here-yet = { $code } todavía no ha llegado. Envíe "invite { $code }" para un enlace nuevo.
office-here-already = { $code } ya está aquí. ¿Un teléfono nuevo? Envíe "move { $code }".

## An alarm

inner-office-free = No lo tiene nadie. A las siguientes personas se les pregunta { $at }.
inner-office-asked = { $who }: con aviso { $at }.
inner-office-not-yet = { $who }: sin aviso todavía.
inner-office-not-reached = { $who }: no se puede llegar.
inner-office-never-tell = No decir nunca a: { $who }.
office-not-you = { $number }: anotado, usted no. Se pregunta a otras personas.
office-not-with-you = { $number } no está con usted. Nada ha cambiado.
office-next-sure = { $number }: ¿preguntamos ahora a las siguientes personas? Lo que lean no se puede retirar.
office-next-asked = { $number }: ahora se pregunta a las siguientes personas.
office-form-worry = ¿Por quién? Envíe por ejemplo: worry A7.
office-worry-noted = Anotado. { $code } tiene ahora un número, y se pregunta a otras personas de la oficina. Nadie de su gente se entera.

## Making sure

office-close-it = { $number } no pide confirmación de nadie. Cuando termine, envíe "close { $number }".
inner-office-confirm = { $number } · { $code }: ¿cómo comprobó que es { $code }, y en libertad? 1: conoce la voz. 2: una pregunta que solo { $code } puede responder. 3: ha visto a { $code }.
button-office-voice = Por la voz
button-office-question = Por una pregunta
button-office-seen = En persona

## Closing

inner-office-close-outcome = { $number } · { $code }: ¿cómo terminó? 1: bien. 2: no había pasado nada. 3: en manos de alguien. 4: con heridas, o algo peor. 5: no se sabe.
inner-office-close-reason = { $number }: en pocas palabras, ¿por qué? Se guarda bajo llave, solo para la oficina.
inner-office-close-shorter = { $number }: más corto, por favor, { $limit } signos como máximo. ¿Por qué?
inner-office-close-sure =
    { $outcome ->
        [safe] { $number } · { $code }: bien.
        [false-alarm] { $number } · { $code }: no había pasado nada.
        [detained] { $number } · { $code }: en manos de alguien.
        [harmed] { $number } · { $code }: con heridas, o algo peor.
       *[unknown] { $number } · { $code }: no se sabe.
    } Toda la gente a la que se preguntó oye ahora que terminó; nadie sigue preguntando. Eso no se puede retirar. ¿Seguro? 1: sí. 2: no.
office-not-closed = { $number } sigue abierto.
button-office-safe = 1 Bien
button-office-false-alarm = 2 No había pasado nada
button-office-detained = 3 En manos de alguien
button-office-harmed = 4 Con heridas, o algo peor
button-office-unknown = 5 No se sabe
button-office-yes-close = Sí, { $number } terminó
button-office-no = No

## A note by voice

office-form-heard = ¿A quién, y cómo? Envíe por ejemplo: heard A7 voice, o: heard A7 seen 19:50.
office-form-heard-when = ¿Cuándo fue? Envíe por ejemplo: heard { $code } voice 19:50, o 40m, o yesterday 19:50. Tres días atrás como máximo.
office-heard-how = ¿Cómo se supo de { $code }? 1: por la voz. 2: en persona.
office-heard-noted = Anotado: { $code }, { $at }.
office-heard-alone = No se pudo mostrar esto a nadie más de la oficina. Por favor, dígaselo a alguien.
office-heard-confirm = { $number } sigue abierto. Si no duda de la voz, envíe "confirm { $number } voice".

## The board

inner-board = Abiertos: { $open }, sin nadie: { $free }. Con retraso: { $late }. En espera: { $waiting }. En descanso: { $resting }.
inner-board-nobody-on-duty = No hay nadie de turno a quien se pueda llegar. Envíe "duty on".
inner-board-free = { $number } · { $code }: { $kind ->
        [missed] sin nota
        [sos] pidió ayuda
        [duress] ábralo primero
        [concern] una preocupación
        [locked] ábralo primero
       *[drill] práctica
    } desde { $since }. No lo tiene nadie.
inner-board-held = { $number } · { $code }: { $kind ->
        [missed] sin nota
        [sos] pidió ayuda
        [duress] ábralo primero
        [concern] una preocupación
        [locked] ábralo primero
       *[drill] práctica
    } desde { $since }. Lo tiene { $holder } hasta { $until }.
inner-board-with-contact = { $number } · { $code }: { $kind ->
        [missed] sin nota
        [sos] pidió ayuda
        [duress] ábralo primero
        [concern] una preocupación
        [locked] ábralo primero
       *[drill] práctica
    } desde { $since }. Mira alguien de su gente, hasta { $until }.
inner-board-waiting = { $code }: nota hasta { $due }.
inner-board-late = { $code }: con retraso, { $due }.
inner-board-missed = { $code }: no llegó, { $due }.
inner-board-trip-waiting = { $code }: viaje hasta { $due }.
inner-board-trip-late = { $code }: viaje, con retraso, { $due }.
inner-board-trip-missed = { $code }: viaje, no llegó, { $due }.
inner-board-break = { $code }: pausa hasta { $until }.
inner-board-resting = { $code }: en descanso, no se pide ninguna nota.
inner-board-not-begun = { $code }: sin empezar.
inner-board-closed = { $code }: el chat está cerrado para nosotros.
inner-board-lost =
    { $count ->
        [one] { $code }: a { $count } persona de su gente no se puede llegar.
       *[other] { $code }: a { $count } personas de su gente no se puede llegar.
    }
inner-board-pending = { $code }: un cambio desde { $at }.
inner-board-leaving = { $code }: quiere irse, como muy tarde { $at }.

## One person

office-form-who = ¿A quién? Envíe por ejemplo: who A7.
inner-who =
    { $code }, { $level ->
        [low] nivel bajo
        [medium] nivel medio
       *[high] nivel alto
    }: { $standing ->
        [invited] con invitación, todavía no llegó
        [reading] lee de qué se trata
        [leaving] quiere irse
       *[agreed] participa
    }.
inner-who-free = { $number } está abierto; no lo tiene nadie.
inner-who-held = { $number } está abierto; lo tiene alguien.
inner-who-not-begun = { $subject } todavía no ha empezado.
inner-who-nobody = No ha nombrado a nadie; solo se pregunta a la oficina.
inner-who-contact =
    { $part ->
        [near] { $number }. Cerca
        [lawyer] { $number }. Abogado/a
        [family] { $number }. Familia
       *[friend] { $number }. Amistad
    }: { $standing ->
        [invited] todavía no respondió
        [doubted] nombrado con el teléfono en otras manos: nadie le pregunta
        [proven] todo listo
        [lost] no se puede llegar
       *[agreed] dijo que sí, sin prueba todavía
    }.
inner-who-key = { $number }: tiene llave, desde el { DATE($at) }
inner-who-key-proven = { $number }: tiene llave, probada por última vez el { DATE($at) }
inner-who-key-unproven = { $number }: se le pidió tres veces probar la llave, y no llegó ningún número.
office-form-pause = ¿Hasta cuándo? Envíe por ejemplo: pause A7 3d, o: pause A7 fri 20:00, o: pause A7 off.
office-pause-until = Una pausa para { $code }: ¿cuánto tiempo? Pulse una, o envíe por ejemplo: pause { $code } 3d.
office-pause-noted = Anotado. La pausa de { $code } empieza { $from }, si llegan notas hasta entonces, y termina { $until }. Se avisa a la oficina.
office-form-resume = ¿A quién? Envíe por ejemplo: resume A7.
office-no-break = { $code } no tiene ninguna pausa que terminar.
office-resumed = Anotado. { $code }: la próxima nota, hasta { $due }.
office-resumed-no-due = Anotado. { $code } ya no tiene pausa.
office-form-spoke = ¿Con quién? Envíe por ejemplo: spoke A7.
office-not-leaving = { $code } no ha pedido irse.
office-spoke-sure = ¿Habló a solas con { $code }, y { $code } lo quiere libremente? Entonces todo lo que se guarda de { $code } se borra pronto, para siempre. Si es así, envíe "spoke { $code } yes".
office-spoke-noted = Anotado. Ya nada ata a { $code }.

## Terms

office-form-terms = ¿De quién? Envíe por ejemplo: terms A7. Para cambiar: terms A7 medium, o: terms A7 times 09:00 21:00 grace 30.
office-form-order = ¿De quién? Envíe por ejemplo: order A7. Para cambiar: order A7 1: first 30; 2: second duty 30; 3: all 30.
inner-terms-level =
    { $level ->
        [low] { $code }: nivel bajo (low).
        [medium] { $code }: nivel medio (medium).
       *[high] { $code }: nivel alto (high).
    }
inner-terms-medium = Medio hasta donde se puede hoy: una nota es pulsar una vez; Telegram lo puede leer, y quien tenga el teléfono lo puede enviar.
inner-terms-times = Notas a las { $times }, hora de { $zone }.
inner-terms-every = Una nota cada { $span }, entre { $wake } y { $sleep }, hora de { $zone }.
inner-terms-season = Desde { $first } hasta { $last }: { $times }.
inner-terms-patience = Una nota vale { $early } antes. Margen { $grace }; recordatorios { $reminders } min.
inner-terms-rung = { $number }: { $whom }; esperar { $wait }.
inner-terms-hold = Quien lo toma lo tiene { $hold }. Lo que debilita espera { $cooling }.
inner-terms-pending = Otro acuerdo empieza { $at }, si llegan notas hasta entonces.
inner-terms-how = Para cambiar: "terms { $code } medium", "terms { $code } times 09:00 21:00", también: days mon-fri, every 6h 07:00-22:00, zone, grace 30, early 2h, nudge off, season 2026-03-01 2026-03-30 04:30 19:00, season off. A quién se pregunta: "order { $code }".
inner-order-how = Para cambiar: "order { $code } 1: first 30; 2: second duty 30; 3: all 30". Quién: duty (de turno), another, two, all (de la oficina), near (cerca), first, second, others (su gente), lawyer (abogado/a), family (familia), o un nombre clave.
inner-terms-sure = { $code }: ¿así? 1: sí. 2: no.
office-terms-noted = Anotado para { $code }.
office-terms-first = Vale desde la primera nota de { $code }.
office-terms-now = Vale desde ahora; la nota de { $due } queda como está.
office-terms-now-no-due = Vale desde ahora.
office-terms-later = Esto debilita. Empieza { $at }, si llegan notas hasta entonces; hasta entonces todo queda como está, y se avisa a la oficina.
office-terms-after-open = Empieza después de la nota de { $code } que está abierta ahora.
office-minutes = { $count } min
office-hours = { $count } h
office-days = { $count } d
office-weekday =
    { $day ->
        [mon] lun
        [tue] mar
        [wed] mié
        [thu] jue
        [fri] vie
        [sat] sáb
       *[sun] dom
    }
office-group-duty = de turno
office-group-second = otra persona de la oficina
office-group-two = dos personas de la oficina
office-group-all = toda la oficina
office-group-near = cerca
office-group-first-contact = primera persona de su gente
office-group-second-contact = segunda persona de su gente
office-group-other-contacts = las demás personas de su gente
office-group-lawyer = abogado/a
office-group-family = familia
office-part-near = cerca
office-part-friend = amistad
office-part-lawyer = abogado/a
office-part-family = familia
office-part-gone = alguien que ya no está en la lista

## What is wrong with terms; all of it is said at once

office-fault-unreadable = No puedo leer "{ $word }" después de "{ $key }".
office-fault-whom = { $number }: ¿quién es "{ $word }"?
office-fault-wait = { $number }: al final debe decir cuánto esperar, 12 h como máximo, por ejemplo 30.
office-fault-rungs = { $limit } pasos como máximo.
office-fault-no-ladder = No se preguntaría a nadie.
office-fault-empty-rung = Un paso no pregunta a nadie.
office-fault-rung-without-wait = Un paso no espera.
office-fault-no-coordinator = Nunca se pregunta a la oficina.
office-fault-family-first = Nunca se pregunta primero a la familia.
office-fault-grace-too-long = El margen es demasiado largo: 12 h como máximo, y menos que el tiempo entre notas.
office-fault-no-grace = Sin margen no se podría recordar nada a nadie.
office-fault-early-too-long = Una nota podría valer por dos.
office-fault-high-without-strong-way = "high" necesita notas que nadie más pueda enviar: códigos en la página, o números en papel.
office-fault-ends-asleep = El último paso llegaría cuando nadie de la oficina está despierto.
office-fault-no-way = No hay ninguna forma de enviar una nota.
office-fault-reminder-after-grace = Un recordatorio llega después del margen.
office-fault-unknown-zone = No existe esa zona.
office-fault-no-times = No hay horas.
office-fault-no-weekdays = No hay días de la semana.
office-fault-bad-weekday = No existe ese día de la semana.
office-fault-duplicate-times = Una hora está dos veces.
office-fault-zoned-time = Una hora del día no debe traer su propia zona.
office-fault-uneven-time = Las horas son minutos enteros.
office-fault-period-not-positive = "every" necesita un tiempo más largo.
office-fault-period-too-long = "every" es una semana como máximo.
office-fault-never-asleep = "every" necesita dos horas distintas, como 07:00-22:00.
office-fault-naive-moment = Ese momento no tiene zona.
office-fault-season-backwards = Una temporada termina antes de empezar.
office-fault-season-too-long = Una temporada es demasiado larga: 366 días como máximo.
office-fault-season-without-daily-times = Una temporada necesita horas de cada día, no "every".

## Inviting

office-invite-level = ¿Cómo vive? 1: bajo, trabaja abiertamente. 2: medio, alguien le sigue o le quiere mal. 3: alto, este mes pueden llevársele o hacerle daño.
office-invite-unknown = No entendí eso.
office-invite-nick = ¿Cómo le llama su gente? Un nombre que elija la persona, mejor no el verdadero, { $limit } letras como máximo.
office-invite-language = ¿En qué idioma le escribimos? Pulse uno, o envíe su número.
office-invite-zone = ¿Dónde vive? Envíe una ciudad o una zona, por ejemplo: Dushanbe, o Asia/Dushanbe.
office-invite-times = ¿A qué horas envía una nota? Envíe por ejemplo: 09:00 21:00. O pulse Como siempre ("usual").
office-invite-link = { $code }, para una sola persona, hasta { $until }: { $link }
office-invite-number = Diga este número en voz alta, mejor en persona: { $number }. Este mensaje se va en diez minutos; pase el enlace por otro camino.
button-office-low = Bajo
button-office-medium = Medio
button-office-high = Alto
button-office-usual = Como siempre
button-office-zone = { $zone }

## Joining the office

office-join-number = Hola. ¿La persona que le dio este enlace dijo { $number }? 1: sí. 2: no.
office-join-language = ¿Qué idioma? Pulse uno, o envíe su número.
office-join-work = Usted sería parte de la oficina: se le pregunta, quizás de noche, cuando no llega la nota de alguien, y con nombre clave. Lo que lee aquí es solo para usted; no lo copie.
office-join-kept = Guardamos bajo llave: su número de cuenta, un nombre clave, su idioma, y qué respondió y cuándo. Puede dejarlo cuando otra persona esté de turno.
office-join-seen = Telegram sabe que usa este chat y cuándo, y lee cada palabra. Pueden obligarlo a contarlo. También lo ve quien tenga su teléfono. No escriba nombres ni lugares. Use el bloqueo de pantalla, sin vistas previas.
office-join-join = ¿Quiere? 1: sí. 2: no.
office-join-no = Gracias. No se guardó nada. Por favor, borre este chat.
office-join-done = Le damos la bienvenida. Su nombre clave aquí es { $code }. Envíe "board" para ver cómo va todo, "help" para ver qué se puede enviar.
office-join-on-duty = Usted está de turno.
office-join-off-duty = Usted no está de turno. Envíe "duty on" cuando lo esté.
office-join-told = { $code } ya está en la oficina.

## Duty

office-form-duty = Envíe: duty on, duty off, duty who. Para pasarlo: duty give B2.
office-duty-already = Usted ya está de turno.
office-duty-not = Usted no está de turno.
office-duty-on = Usted está de turno.
office-duty-off = Usted ya no está de turno. Gracias.
office-duty-also = { $code } también está de turno.
office-duty-gone = { $code } ya no está de turno.
office-duty-holds = { $number } está con usted. Primero devuélvalo: "handback { $number }". O páselo todo: "duty give B2".
office-duty-last = No hay nadie más de turno. Primero páselo, por ejemplo: "duty give B2".
office-duty-cannot = No se puede preguntar a { $code } ahora.
office-duty-bound = { $number } está con usted, y { $code } no puede tomarlo. Primero devuélvalo: "handback { $number }".
office-duty-offered = Se pregunta a { $code }. Hasta el sí, usted sigue de turno.
office-duty-asked = { $code } le pide que tome el turno, y lo que está con { $code }. Abierto: { $open }. ¿Sí o no? También puede enviar "duty on".
office-duty-given = { $code } está de turno en su lugar. Gracias.
office-duty-stays = { $code } está de turno. Usted sigue también: tiene algo que { $code } no puede tomar. Primero devuélvalo.
office-duty-declined = { $code } no puede tomar el turno ahora. Usted sigue de turno.
inner-duty-on = { $code }: de turno.
inner-duty-off = { $code }: sin turno.
inner-duty-lost = { $code }: de la oficina, no se puede llegar.
inner-duty-awake = Hay alguien despierto desde { $from } hasta { $to }, hora de { $zone }.

## A new phone

office-form-move = ¿De quién? Envíe por ejemplo: move A7.
office-move-link = Un chat nuevo para { $code }, hasta { $until }: { $link }
office-move-compare = El chat nuevo muestra un número. Que { $code } se lo diga, con una voz que usted conoce: debe ser { $number }. Este mensaje se va en diez minutos.
office-move-heard = El chat nuevo de { $code } está abierto y muestra { $number }. ¿Oyó ese número de { $code }, con una voz que conoce? Entonces pulse sí, o envíe "move { $code } { $number }". El chat viejo termina entonces.
office-move-nobody = No espera ningún chat nuevo de { $code }. Envíe "move { $code }" para un enlace.
office-move-other-number = Ese no es el número. Nada ha cambiado. Envíe "move { $code }" para un enlace nuevo.
office-move-taken = Otra persona usa ese chat. Nada ha cambiado.
office-move-noted = Anotado. { $code } tiene el chat nuevo; el viejo terminó sin una palabra.
office-move-told = { $code } tiene un chat nuevo; { $by } comparó el número de viva voz.
move-number = Hola. Diga este número a la persona que le dio el enlace: { $number }. ¿El suyo es igual? 1: sí. 2: no.
move-stop = Por favor, cierre este chat y hable con la persona que le dio el enlace.
move-wait = Gracias. Por favor, espere hasta leer aquí que funciona.
move-here-already = Este chat ya es suyo. Nada ha cambiado.
move-other-chat = Este chat se usa para otra cosa. Por favor, dígaselo a la persona que le dio el enlace.
move-done = Este chat funciona ahora como el otro. Por favor, borre el otro donde pueda.

## Help

inner-help = board: cómo va todo · open 12 · take 12 · handback 12 · next 12: preguntar a las siguientes personas · confirm 12 · close 12 · heard A7 voice · worry A7 · duty on, off, who, give B2
inner-help-more = who A7 · invite · terms A7 · order A7: a quién se pregunta · pause A7 3d · resume A7 · spoke A7 · seized A7 · pair A7 2 · code A7 · move A7: un teléfono nuevo. Más sobre cada uno: "/help take".
inner-help-board = "board": toda la gente por nombre clave, lo peor primero. "board 2": la segunda página.
inner-help-open = "open 12": qué es y qué no hacer. "alarm 12": también a quién se preguntó, y cuándo. Cualquiera de la oficina puede mirar, menos la persona de quien se trata.
inner-help-take = "take 12": lo tiene usted, y los demás lo ven. Dura un tiempo; tómelo otra vez para seguir. "handback 12": se pregunta enseguida a las siguientes personas. "notme 12": ahora no puede.
inner-help-next = "next 12": se pregunta ahora a las siguientes personas. Lo que lean no se puede retirar.
inner-help-confirm = "confirm 12 voice", o question, o seen: está claro que es la persona, y que está en libertad. Antes debe haber llegado una nota, o alguien debe haberla oído: "heard A7 voice".
inner-help-close = "close 12": pregunta cómo terminó y por qué, y luego otra vez. Algunos necesitan a otra persona de la oficina, que envía lo mismo.
inner-help-heard = "heard A7 voice", o seen: una nota de la que usted responde. Con hora: "heard A7 voice 19:50". De un viaje: "heard A7 seen there". El resto de la oficina lo ve.
inner-help-worry = "worry A7": se pide a otras personas de la oficina que miren por alguien, aunque no falte ninguna nota. Su gente no se entera.
inner-help-duty = "duty on", "duty off", "duty who". "duty give B2": se pregunta a B2, que toma lo que está con usted. La última persona no puede irse.
inner-help-who = "who A7": horas, pausas, quién de su gente tiene todo listo.
inner-help-invite = "invite": pregunta todo lo necesario y da un enlace para una sola persona. En una línea: "invite medium ru Dushanbe 09:00 21:00 Nino". "invite A7": un enlace nuevo. "invite coordinator": para la oficina.
inner-help-terms = "terms A7": lo acordado. "terms A7 medium grace 30": para cambiarlo. Primero se muestra. Lo que debilita empieza tarde, y se avisa a toda la oficina.
inner-help-order = "order A7": a quién se pregunta, uno tras otro. "order A7 1: first 30; 2: second duty 30; 3: all 30": para cambiarlo. Los números son minutos.
inner-help-pause = "pause A7 3d": su sí a una pausa. Empieza después de las próximas notas y termina sola. "pause A7 off" o "resume A7": se piden notas otra vez.
inner-help-spoke = "spoke A7": usted habló a solas con alguien que quiere irse. Sin eso, queda libre después de 72 horas.
inner-help-move = "move A7": un enlace para un teléfono nuevo. El número se compara de viva voz; solo entonces funciona el chat nuevo, y el viejo termina sin una palabra.

## Buttons

button-office-more = Más ({ $page })
button-office-number = { $number } · { $code }
button-office-open = { $number }
button-office-refresh = Actualizar
button-office-board = Tablero
button-office-duty = Turno
button-office-invite = Invitar
button-office-hand-back = Lo devuelvo
button-office-next = Siguientes personas
button-office-yes-next = Sí, preguntar por { $number }
button-office-confirm = Sé que es la persona
button-office-close = Ya terminó
button-office-terms = Acuerdo
button-office-ladder = A quién se pregunta
button-office-heard = Se supo de la persona
button-office-pause = Una pausa
button-office-move = Un teléfono nuevo
button-office-spoke = Ya hablé a solas
button-office-yes-spoke = Sí, libremente
button-office-yes = Sí
button-office-yes-heard = Sí, oí { $number }
button-office-same = El mismo
button-office-differs = Otro
button-office-on = De turno
button-office-off = Sin turno
button-office-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
