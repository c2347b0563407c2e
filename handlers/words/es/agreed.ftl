### What terms say of ways to send a note, of questions and of sheets, and what a house must have for
### them. As in coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words
### in quotes are typed as they stand here; no message is longer than 350 characters.

inner-terms-ways = Notas por: { $ways }.
inner-terms-question = Quien confirma hace antes una pregunta de la hoja, de viva voz.
inner-terms-place = La página del teléfono pregunta por el lugar; solo se envía si se pulsa.
inner-terms-rung-sheet = { $number }: { $whom }; esperar { $wait }. Quien de ellos tenga una llave recibe de la hoja: { $sections }.
inner-terms-how-more = Por dónde llegan las notas: "terms { $code } ways page card", también pair, tap. Una pregunta antes de confirmar: "terms { $code } question on". El lugar en la página, solo si se pulsa: "terms { $code } place on".
inner-order-how-more = Lo que sale de la hoja con un paso: "order { $code } 1: duty 30; 2: all 30 sheet call health". También lawyer, family, questions, told, list, o all. Solo lo recibe quien tiene una llave.
office-way-tap = una pulsación
office-way-pair = uno de dos botones
office-way-card = un número en papel
office-way-sealed = un código en la página
office-way-heard = de viva voz
office-sheet-0 = todo
office-sheet-1 = a quién llamar
office-sheet-2 = quien le defiende en juicio
office-sheet-3 = salud
office-sheet-4 = familia
office-sheet-5 = las preguntas
office-sheet-6 = lo que se puede decir
office-sheet-7 = lo que hay que hacer
office-fault-sheet = { $number }: ¿qué parte de la hoja es "{ $word }"?
office-fault-no-page = Aquí no hay página, y los códigos la necesitan.
office-fault-no-cards = Para las notas solo quedan números en papel, y no hay ninguno impreso. Haga imprimir algunos, o pida que se ponga la página.
office-fault-high-without-horn = "high" necesita otra vía por la que se llame a la oficina. Quien lleva esto debe ponerla antes.
preview-sheet = Desde { $at }: una parte de su hoja, si escribió una, a quienes de ellos tengan una llave.
office-invite-high = "high" no es posible aquí todavía: necesita la página o números en papel, y otra vía hacia la oficina.
