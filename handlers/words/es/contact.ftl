### What is said with somebody who is asked, in answer to them. Outer words: a stranger's eye may
### read them; only while they join does the name stand here by which they know the person. No text
### is longer than 350 characters. Nothing tells anybody's sex, where Spanish can avoid it.

## Joining, in parts

join-number = Hola. Alguien que confía en usted le dio este enlace. ¿Le dijo { $number }? 1: sí. 2: no.
join-asked =
    { $days ->
        [0] { $nick } quiere que le preguntemos a usted cuando no haya noticias de { $nick }, quizás de noche. Usted solo responde; nunca tiene que ir a ningún sitio ni pagar. Aquí no se ve dónde está { $nick } ni cuándo llegan sus notas. De vez en cuando hay una prueba corta.
        [one] { $nick } quiere que le preguntemos a usted cuando no haya noticias de { $nick }, quizás de noche. Usted solo responde; nunca tiene que ir a ningún sitio ni pagar. Aquí no se ve dónde está { $nick } ni cuándo llegan sus notas. Cada { $days } día hay una prueba corta.
       *[other] { $nick } quiere que le preguntemos a usted cuando no haya noticias de { $nick }, quizás de noche. Usted solo responde; nunca tiene que ir a ningún sitio ni pagar. Aquí no se ve dónde está { $nick } ni cuándo llegan sus notas. Cada { $days } días hay una prueba corta.
    }
join-adult = Esto es solo para personas adultas. ¿Tiene 18 años o más? 1: sí. 2: no.
join-kept = Telegram ve que usa este chat. Guardamos bajo llave su número de cuenta y un apodo. Puede dejarlo cuando quiera. ¿Acepta? 1: sí. 2: no. 3: no, sin avisar. Sin avisar quiere decir: nadie se entera.
join-ended = Gracias. No se guardó nada. Por favor, borre este chat.
join-hour = Gracias. ¿A qué hora podemos despertarle, si hace falta? Envíe la hora que menos le guste, de 0 a 23, por ejemplo 3.
join-hour-unread = Por favor, envíe una hora, de 0 a 23, por ejemplo 3.
join-done = Gracias. Pronto, hacia las { $hour }, llega una prueba corta, con sonido. Por favor, responda en menos de diez minutos. Eso es todo.

## The test

sounding = Una prueba corta. Por favor, envíe 1, o pulse aquí, en menos de diez minutos. Gracias.
sounding-passed = Gracias. Eso es todo.
sounding-late = Gracias. Pasaron más de diez minutos; probamos otra vez otro día. Por favor, deje que este chat suene.
button-ready = Aquí estoy

## Answers to what was asked

answer-seen = Gracias. ¿Cómo fue? 4: tuve noticias y está bien. 6: algo anda mal.
answer-help = Gracias. Por favor, pregunte con cuidado y no vaya allí sin compañía. Luego díganos. 4: tuve noticias y está bien. 5: no responde. 6: algo anda mal. 7: lo devuelvo.
answer-cannot-now = Gracias. Preguntamos a otras personas. Ahora no tiene que hacer nada.
answer-safe = Gracias. La oficina lo tiene y lo comprueba. Por favor, no escriba sobre esto.
answer-cannot-reach = Gracias. La oficina lo tiene, y también se pregunta a otras personas.
answer-in-danger = Gracias. Ahora lo tiene la oficina. Por favor, no vaya allí; alguien hablará con usted.
answer-not-yours = Esto no está con usted. Ahora no tiene que hacer nada. Gracias.
answer-how = Por favor, responda con un número. 1: sí, tuve noticias. 2: no, pero puedo ayudar. 3: ahora no puedo. 4: tuve noticias y está bien. 5: no responde. 6: algo anda mal. 7: lo devuelvo.

## When they are worried themselves

worried-who = ¿Por quién? Pulse un nombre o envíe su número.
worried-name = { $nick }
worried-sure = Ahora lo oirá la oficina, y nadie más. ¿Le preocupa algo? 1: sí. 2: no. 3: sí, y otra persona tiene el teléfono.
worried-noted = Anotado. Gracias. Por favor, no escriba sobre esto.
worried-enough = Nos lo ha dicho dos veces en treinta días, y la oficina lo sabe. Si pasó algo nuevo, por favor, llame a la oficina.

## Stopping

part-how = Puede dejarlo cuando quiera. 1: sí, lo dejo. 2: lo dejo sin avisar, nadie que conozca se entera. 3: no.
button-part-yes = Sí
button-part-no-quietly = Sin avisar
button-part-no = No
part-done = Hecho. Ya no le preguntamos más, y lo que guardamos se borra en un día. Gracias.
part-delete = Telegram y su teléfono guardan su parte: por favor, borre este chat.
button-no-quietly = No, sin avisar

## What can be sent

menu-asked = Cuando le preguntamos algo, ahí dice qué enviar. Si no, puede enviar: me preocupa, llave, 7 para el idioma, salir. No hay nada más que hacer.
