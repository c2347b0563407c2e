### The keys of those who send notes from the page on their phone, or by one of two buttons, and what is
### said about it. Outer words: a label stands in the chat after each note.

## The keys

key-pair-1 = Bien
key-pair-2 = Todo bien
key-page-0 = Agenda
key-page-1 = Lista
key-page-2 = Tiempo
key-page-3 = Palabras
key-page-4 = Calendario
key-page-5 = Página

## What is said about it

once-more = Por favor, envíelo otra vez.
once-more-at = Por favor, envíelo otra vez después de { $at }.
codes-other = Por favor, elija otros.
codes-first = Todavía no ha empezado nada. Antes, una cosa.
codes-choose = Cuando esté a solas, pulse la primera tecla de abajo y elija allí su número.
codes-kept-begin = Guardado. Lea otra vez lo que acordamos y diga si empieza.
choose-on-page = Cuando esté a solas, pulse la primera tecla de abajo y elija allí.
