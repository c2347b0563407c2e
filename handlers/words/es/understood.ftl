### What people may type, besides pressing a button. Each line lists what is understood, between
### bars; capital letters, accents, full stops and the script of digits do not matter. The same
### digit may stand in several lines: it means what the person's role and the open question let it
### mean.

## Somebody who sends notes

# Not "bien" or "estoy bien": where that means "very" (estoy bien asustada), it would be a note.
note = 1 | nota | mi nota | ok | okay | todo bien | todo está bien | todo en orden | sin novedad | estoy muy bien
pair-1 = bien
pair-2 = todo bien
help = 2 | ayuda | ayúdenme | ayúdeme | ayúdame | necesito ayuda | auxilio | socorro | sos
break = 3 | pausa | una pausa | descanso
trip = 4 | viaje | un viaje | salgo de viaje | trayecto
more-time = +1 | + | más | más tiempo | una hora más | más tarde | luego
there = ya llegué | llegué | he llegado | ya estoy aquí | ya estoy en casa | estoy en casa
resume = seguir | reanudar | ya volví | volví | he vuelto | volver
keep = mantener | dejar igual | como antes | como estaba | deshacer
status = 5 | estado | qué pasa si | qué pasa
people = 6 | mi gente | gente | mis personas | personas | contactos
invite = invitar | invito | agregar | añadir
remove = quitar | sacar | eliminar
language = 7 | idioma | lengua
sheet = hoja | mi hoja
sheet-keys = llaves de mi gente | las llaves de mi gente
sheet-withdraw = retirar mi hoja | retirar la hoja
sheet-keep = conservar mi hoja | conservar la hoja
other-numbers = números nuevos | número nuevo | otros números
other-buttons = mis botones | dos botones | mis teclas
stop = salir | salirme | lo dejo | parar | stop | bórrenme | borrarme | sí, lo dejo
menu = 0 | menú | lista | qué puedo enviar | opciones

## Somebody who is asked

seen = 1 | sí, tuve noticias | tuve noticias | sí, he tenido noticias | sí, la vi | sí, lo vi | la vi | lo vi | supe algo
can-help = 2 | no, pero puedo ayudar | puedo ayudar
cannot-now = 3 | ahora no puedo | no puedo | no puedo ahora
found-safe = 4 | tuve noticias y está bien | tuve noticias: está bien | a salvo | está a salvo | todo bien
cannot-reach = 5 | no responde | no contesta | sin respuesta
in-danger = 6 | algo anda mal | algo va mal | peligro | en peligro | está en peligro
hand-back = 7 | lo devuelvo | devolver | devolverlo
worried = me preocupa | me preocupo | estoy preocupada | estoy preocupado | preocupada | preocupado
other-hands = otra persona tiene el teléfono | otra persona tiene su teléfono | le quitaron el teléfono | teléfono en otras manos | sí, y otra persona tiene el teléfono
own-key = llave | mi llave
own-key-drop = soltar mi llave | borrar mi llave
own-key-yes = sí, soltarla | sí, borrarla
ready = aquí estoy | estoy aquí | presente

## Anybody

yes = sí | s | claro | claro que sí
no = no | n
no-quietly = no, sin avisar | sin avisar
not-now = ahora no | todavía no
alone = pregúnteme cuando esté a solas | cuando esté a solas | a solas | pregúnteme a solas
understand = entiendo | entendido | comprendo
another-way = otra forma | otra manera | otro modo
next = siguiente | sigue | continuar | adelante | más
open = abrir | abre | abra | leer
again = otra vez | de nuevo | nuevamente
cancel = cancelar | cancela | olvídelo
all = todo | todos | todas
off = apagar | apagado | desactivar
on = encender | encendido | activar
today = hoy
tomorrow = mañana
monday = lunes | lun
tuesday = martes | mar
wednesday = miércoles | mié
thursday = jueves | jue
friday = viernes | vie
saturday = sábado | sáb
sunday = domingo | dom
near = vive cerca | cerca
friend = amistad | amigo | amiga
lawyer = abogado/a | abogado | abogada | licenciada | licenciado
family = familia | familiar

## Somebody of the office

take = lo tomo | tomar | tomo
not-me = yo no
