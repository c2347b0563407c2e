### What appears only after "open", in the place of the outer words, and goes again after 30 minutes.
### These are inner words. All parts of one message together stay under 350 characters.

nothing-to-read = Nada que leer ahora.
# What stands there again when the inner words have gone.
folded = Algo para leer, por favor, cuando esté a solas.
folded-alarm = { $number } · { $subject }
folded-person = { $subject }
button-again = Otra vez

## To somebody who is asked. $nick is the name by which they know the person.

inner-ask =
    No tenemos nota de { $nick } { SINCE($since) }. Muchas veces es solo la batería. Por favor, no llame ni escriba a { $nick }, no vaya allí, no se lo diga a nadie. Solo preguntamos: ¿ha tenido noticias de { $nick } desde entonces?

    Si no puede, preguntamos a otras personas.
inner-ask-sos =
    { $nick } nos ha pedido ayuda. Por favor, no llame ni escriba a { $nick }, no vaya allí, no se lo diga a nadie. Solo preguntamos: ¿ha tenido noticias de { $nick } { SINCE($since) }?

    Si no puede, preguntamos a otras personas.
inner-ask-drill =
    Esto es una práctica; no ha pasado nada. Si fuera real, ahora le preguntaríamos si ha visto u oído a { $nick }. Por favor, pulse una de estas, como lo haría entonces.
inner-with-you = Está con usted hasta { $until }. ¿Qué sabe de { $nick }? Por favor, no vaya allí sin compañía.

button-seen = Sí, tuve noticias
button-can-help = No, pero puedo ayudar
button-cannot-now = Ahora no puedo
button-found-safe = Tuve noticias y está bien
button-cannot-reach = No responde
button-in-danger = Algo anda mal
button-hand-back = Lo devuelvo

## To the office. $subject is the code name.

inner-alarm-missed = { $subject }, { level-word }: no llegó la nota; la última { $last }.
inner-alarm-missed-no-last = { $subject }, { level-word }: no llegó la nota; nunca llegó ninguna.
inner-alarm-journey = { $subject }, { level-word }: no ha vuelto de un viaje, última nota { $last }.
inner-alarm-journey-no-last = { $subject }, { level-word }: no ha vuelto de un viaje.
inner-alarm-unheard = { $subject }, { level-word }: faltó la nota mientras no podíamos oír. Quizás haya una esperando. Última nota { $last }.
inner-alarm-unheard-no-last = { $subject }, { level-word }: faltó la nota mientras no podíamos oír. Quizás haya una esperando.
inner-alarm-sos = { $subject }, { level-word }: pidió ayuda { $since }.
inner-alarm-duress = { $subject }: señal forzada { $since }. Quizás leen ese teléfono.
inner-alarm-concern = { $subject }, { level-word }: alguien de su gente se preocupa, { $since }.
inner-alarm-locked = { $subject }: demasiados códigos equivocados, { $since }. Otra persona puede tener ese teléfono.
inner-alarm-seized = { $subject }: ese teléfono está en otras manos desde { $since }. Lo que envíe cuenta como forzado.
inner-alarm-warned = { $subject } envió una nota, { $since }, que dice que algo va mal.
inner-state-followed = Alguien le sigue.
inner-state-raid = Hay alguien a la puerta, o registran un lugar cercano.
inner-state-taken = Le retienen o se le llevan.
inner-alarm-drill = { $subject }: práctica. No ha pasado nada.

inner-do-missed = Primero: tómelo. No llame a { $subject }.
inner-do-journey = Primero: tómelo. No llame a { $subject }.
inner-do-unheard = Primero: tómelo. No llame a { $subject }.
inner-do-sos = Primero: tómelo. No llame ni escriba; el chat responde como siempre.
inner-do-duress = No llame, escriba, vaya ni publique; nada a la familia; nunca muestre que lo sabe. El chat responde como siempre. Tómelo; despierte de viva voz a alguien de la oficina; repártanse.
inner-do-concern = Primero: tómelo. Hable con quien escribió. No llame a { $subject }.
inner-do-locked = No llame, no escriba, no vaya; nunca muestre que lo sabe. Tómelo; despierte de viva voz a alguien de la oficina.
inner-do-drill = Tómelo, como lo haría entonces.

inner-still-silent = Falta también la nota siguiente.
inner-sign-came = Llegó una nota { $at }. Aún no prueba nada: hable con { $subject } y luego envíe "confirm { $number } voice".
inner-near = Pregunte a { $near }.
inner-publicity = Publicidad: { $publicity }.
inner-proxy = Solo pregunta { $proxy }, con la excusa acordada.
inner-held = Lo tiene { $holder } hasta { $until }.
inner-next = Siguientes personas: { $at }.
inner-office-closes = Solo la oficina lo cierra.
inner-closing = { $by } quiere cerrarlo: { $outcome ->
        [safe] a salvo
        [false-alarm] no había pasado nada
        [detained] detención
        [harmed] daño
       *[unknown] no se sabe
    }. De acuerdo: "close { $number }" con el mismo final.
inner-confirming = { $by } confirmó. Falta otra persona: "confirm { $number } voice".
inner-found =
    { $finding ->
        [safe] { $by }: tuve noticias y está bien. Esto no termina nada: compruébelo.
        [cannot-reach] { $by }: no responde.
       *[in-danger] { $by }: algo anda mal.
    }
inner-closed =
    { $outcome ->
        [safe] { $number } · { $subject } está cerrado: a salvo.
        [false-alarm] { $number } · { $subject } está cerrado: no había pasado nada.
        [detained] { $number } · { $subject } está cerrado: detención.
        [harmed] { $number } · { $subject } está cerrado: daño.
       *[unknown] { $number } · { $subject } está cerrado: no se sabe.
    }

# $level goes along from the sentence that it stands in.
level-word =
    { $level ->
        [low] nivel bajo
        [medium] nivel medio
       *[high] nivel alto
    }

## About one person, to the office

inner-person-waiting = { $subject }: próxima nota hasta { $due }. Última { $last }.
inner-person-waiting-no-last = { $subject }: primera nota hasta { $due }.
inner-person-late = { $subject }: la nota de { $due } se retrasa.
inner-person-missed = { $subject }: falta la nota de { $due }.
inner-person-break = { $subject }: en pausa hasta { $until }.
inner-person-resting = { $subject }: no se pide ninguna nota. Alguien debe decidir: hable con { $subject }, luego reanude.
inner-person-unreachable = Su chat está cerrado para nosotros: bloqueado o borrado. Eso no es una alarma. Seguimos esperando sus notas; busque otro camino hacia { $subject }.
inner-person-change-terms = Un acuerdo nuevo, más débil, empieza { $from }. ¿Lo eligió libremente? Pregunte de viva voz.
inner-person-change-pause = Una pausa empieza { $from } y termina { $until }. ¿La eligió libremente? Pregunte de viva voz.
inner-person-leaving = { $subject } quiere irse, como muy tarde { $until }. Hable a solas con { $subject }; luego envíe "spoke { $subject }".
inner-person-journey = De viaje hasta { $until }.
