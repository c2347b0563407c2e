### What arrives by itself, one sentence for every kind in rules/notices.py. These are outer words: a
### locked screen and a stranger's eye may read them. No name, no place, nothing of what this is for.
### No text is longer than 350 characters. A moment may be `20:00`, `vie 20:00` or `3 may 20:00`: no
### article stands before it.

## How a moment is said

# $day is mon to sun, $clock is 20:00.
moment-in-week =
    { $day ->
        [mon] lun { $clock }
        [tue] mar { $clock }
        [wed] mié { $clock }
        [thu] jue { $clock }
        [fri] vie { $clock }
        [sat] sáb { $clock }
       *[sun] dom { $clock }
    }
# $date is what `date` says.
moment-on-date = { $date } { $clock }
date =
    { $month ->
        [m1] { $day } ene
        [m2] { $day } feb
        [m3] { $day } mar
        [m4] { $day } abr
        [m5] { $day } may
        [m6] { $day } jun
        [m7] { $day } jul
        [m8] { $day } ago
        [m9] { $day } sep
        [m10] { $day } oct
        [m11] { $day } nov
       *[m12] { $day } dic
    }
# Roughly since when, with no hour. It follows "No tenemos nota de NAME".
since =
    { $when ->
        [today-night] desde anoche
        [today-morning] desde esta mañana
        [today-afternoon] desde esta tarde
        [today-evening] desde esta noche
        [yesterday-night] desde anteanoche
        [yesterday-morning] desde ayer por la mañana
        [yesterday-afternoon] desde ayer por la tarde
        [yesterday-evening] desde ayer por la noche
        [mon] desde el lunes
        [tue] desde el martes
        [wed] desde el miércoles
        [thu] desde el jueves
        [fri] desde el viernes
        [sat] desde el sábado
       *[sun] desde el domingo
    }
since-date = desde el { $date }

## To somebody who sends notes

notice-nudge = Una nota, hasta { $due }.
notice-reminder = Su nota sigue abierta. Por favor, envíela hasta { $until }.
notice-receipt = Anotado { $at }. La próxima, hasta { $due }.
notice-receipt-no-due = Anotado { $at }.
notice-too-early = Anotado { $at }. La nota de { $due } sigue abierta.
notice-started = Gracias. Su primera nota: hasta { $due }.
notice-break-set = Anotado. Pausa desde ahora hasta { $until }. La próxima nota: hasta { $due }.
notice-break-pending = Anotado. La pausa empieza { $from }, si sus notas llegan hasta entonces, y termina { $until }.
notice-break-over = La pausa terminó. La próxima nota: hasta { $due }.
notice-break-over-no-due = La pausa terminó.
notice-change-set = Anotado. La nota de { $due } queda como está; lo nuevo vale después.
notice-change-set-no-due = Anotado. Lo nuevo vale desde ahora.
notice-change-pending = Anotado. Lo nuevo empieza { $from }, si sus notas llegan hasta entonces. Hasta entonces todo queda como está.
notice-change-dropped = Anotado. Todo queda como estaba. La próxima nota: hasta { $due }.
notice-change-dropped-no-due = Anotado. Todo queda como estaba.
notice-change-refused = Eso no es posible ahora. Nada ha cambiado.
notice-change-refused-pause-too-short = Una pausa no puede empezar antes de { $from }. Por favor, elija un final más tarde. Nada ha cambiado.
notice-change-refused-pause-too-long = Es demasiado: como máximo hasta { $limit }. Nada ha cambiado.
notice-change-refused-no-extension-left = Aquí no es posible más tiempo. Queda { $until }. Por favor, pregunte a la oficina.
notice-change-refused-extension-too-long =
    { $limit ->
        [one] Es demasiado: { $limit } hora cada vez. Nada ha cambiado.
       *[other] Es demasiado: { $limit } horas cada vez. Nada ha cambiado.
    }
notice-leaving = Anotado. Primero la oficina habla con usted. Como muy tarde { $until }, todo se borra. Hasta entonces las notas siguen.
notice-journey-begun = Anotado. Hasta { $until }. Envíe 1 cuando llegue, +1 para una hora más. Su nota de { $waits } puede esperar.
notice-journey-begun-no-waits = Anotado. Hasta { $until }. Envíe 1 cuando llegue, +1 para una hora más.
notice-journey-halfway = Va por la mitad. ¿Sigue bien { $until }? Si no, envíe +1.
notice-journey-extended = Anotado. Hasta { $until }.
notice-journey-late = Ya pasó { $eta }. Envíe 1, o +1.
notice-sos-noted = Anotado { $at }. Gracias.
notice-sos-seen = Visto { $at }.
notice-outage-over = No pudimos oír desde { $from } hasta { $to }. Las notas enviadas entonces valen. Si no pudo enviar, por favor, envíe 1 hasta { $by }.

## To somebody who is asked

notice-ask = Algo para leer, por favor, cuando esté a solas.
notice-taken-contact = Alguien se ocupa. Ahora no tiene que hacer nada. Por favor, tenga su teléfono cerca.
notice-passed-on = Gracias. Lo tienen otras personas; usted ya no tiene que hacer nada.
notice-looking = Tenemos un mensaje y lo estamos mirando. Por favor, no llame ni escriba todavía.
notice-all-well = Todo está bien. Gracias. No hay nada más que hacer; por favor, no escriba sobre esto.
notice-office-speaks = La oficina hablará hoy con usted. Por favor, espere.
notice-it-is-over = Ya terminó. Ahora no tiene que hacer nada. Gracias.

## To the office. $number is the number by which it is taken, $subject a code name, $minutes how long it has run.

notice-alarm = { $number } · { $subject } · { $minutes } min. ¿Quién lo toma?
notice-alarm-missed = { $number } · { $subject } · { $minutes } min. ¿Quién lo toma?
notice-alarm-journey = { $number } · { $subject } · viaje · { $minutes } min. ¿Quién lo toma?
notice-alarm-unheard = { $number } · { $subject } · no pudimos oír · { $minutes } min. ¿Quién lo toma?
notice-alarm-still-silent = { $number } · { $subject } · otra vez · { $minutes } min. ¿Quién lo toma?
notice-alarm-sos = { $number } · { $subject } · ahora · { $minutes } min. ¿Quién lo toma?
notice-alarm-forced = { $number } · { $subject }. Abra antes de hacer nada.
notice-alarm-concern = { $number } · { $subject } · alguien escribió · { $minutes } min. ¿Quién lo toma?
notice-alarm-locked = { $number } · { $subject }. Abra antes de hacer nada.
notice-alarm-seized = { $number } · { $subject }. Abra antes de hacer nada.
notice-alarm-warned = { $number } · { $subject }. Abra antes de hacer nada.
notice-alarm-drill = { $number } · { $subject } · práctica. ¿Quién lo toma?
notice-taken = { $number }: lo tiene { $by } hasta { $until }.
notice-free-again = { $number } está libre otra vez. ¿Quién lo toma?
notice-hold-over = { $number }: su tiempo terminó, ahora se pregunta a otras personas. ¿Sigue usted?
notice-found = { $number }: una respuesta de { $by }. Por favor, abra.
notice-sign-came = { $number }: llegó una nota { $at }. Por favor, abra.
notice-still-silent = { $number } · { $subject } · nada todavía. Por favor, abra.
notice-news = { $number } · { $subject } · algo nuevo. Por favor, abra.
notice-nobody-told = { $number } · { $subject } · no se pudo avisar a nadie. ¿Quién lo toma?
notice-closing-asked = { $number }: { $by } pide su sí. Por favor, abra.
notice-confirming-asked = { $number }: { $by } pide también su palabra. Por favor, abra.
notice-closed =
    { $outcome ->
        [safe] { $number } terminó. Todo está bien. Por { $by }.
        [false-alarm] { $number } terminó. No era nada. Por { $by }.
       *[other] { $number } terminó aquí. Por favor, hable con { $by }.
    }
notice-closed-no-by =
    { $outcome ->
        [safe] { $number } terminó. Todo está bien.
        [false-alarm] { $number } terminó. No era nada.
       *[other] { $number } terminó aquí. Por favor, ábralo.
    }
notice-drill-report = La práctica { $number } terminó. Personas preguntadas: { $asked }. Respuestas: { $answered }.
notice-subject-unreachable = { $subject }: el chat está cerrado para nosotros. Por favor, abra.
notice-contact-unreachable = { $subject }: aquí no se puede llegar a alguien de su gente.
# To the one who named the person; $contact is the name they gave.
notice-contact-unreachable-own = Aquí no podemos llegar a { $contact }. Por favor, hable con esa persona o elija a otra. Hasta entonces preguntamos a la oficina en su lugar.
notice-change-told = { $subject }: un cambio, desde { $from }. Por favor, abra.
notice-leaving-asked = { $subject } quiere hablar con usted, a solas, hasta { $until }. Por favor, abra.
notice-left = { $subject } ya no participa. Lo que guardamos se borró.
notice-no-watch = { $subject }: no se pide ninguna nota. Por favor, abra.
notice-heard-told = { $subject }: una nota de viva voz { $at }, de { $by }. Por favor, abra.
notice-refused = { $number }: eso no es posible ahora. Nada ha cambiado.
notice-refused-no-sign-yet = { $number }: todavía no se ha oído ni visto nada. Envíe primero "heard". Nada ha cambiado.
notice-refused-not-yours = { $number } no está con usted. Nada ha cambiado.
notice-refused-needs-another = { $number }: gracias. Otra persona de la oficina también debe decirlo.
notice-refused-needs-voice = { $number }: gracias. Además, una persona de ustedes debe conocer la voz o haber visto a la persona.
notice-refused-close-it = { $number }: esto se termina con "close { $number }". Nada ha cambiado.
notice-refused-news = { $number }: algo nuevo. Por favor, abra. Nada ha cambiado.
notice-refused-only-coordinators = { $number }: solo la oficina puede hacerlo. Nada ha cambiado.

## What stands in the place of a name, where a name would say too much

one-of-their-people = alguien de su gente
somebody = alguien

## Buttons

button-open = Abrir
button-take = Lo tomo
button-not-me = Yo no

## When something cannot be said in its own words, it must be heard all the same

notice-plain = Algo para leer, por favor. Envíe "abrir".
went-wrong = Eso no funcionó aquí. Por favor, envíelo otra vez o pregunte a la oficina.

## To somebody nobody knows; the operator chooses one of these for everybody

stranger-not-in-use = Este chat no está en uso.
stranger-received = Recibido.
stranger-nobody-here = Nadie lee aquí en este momento.

## Short answers of the router

not-understood = No entendí eso. Envíe 0 para ver qué puede enviar.
type-it-new = Por favor, escríbalo de nuevo: lo cambiado o reenviado no vale.
only-typed = Solo leo lo que está escrito. Por favor, escríbalo.
