### The keys of those who send notes from the page on their phone, or by one of two buttons, and what is
### said about it. Outer words: a label stands in the chat after each note.

## The keys

key-pair-1 = Bien
key-pair-2 = Tout va bien
key-page-0 = Agenda
key-page-1 = Liste
key-page-2 = Météo
key-page-3 = Mots
key-page-4 = Calendrier
key-page-5 = Feuille

## What is said about it

once-more = Veuillez l'envoyer encore une fois.
once-more-at = Veuillez l'envoyer encore une fois, après { $at }.
codes-other = Veuillez en choisir d'autres.
codes-choose = Quand il n'y a personne avec vous, appuyez sur la touche ci-dessous et choisissez.
codes-kept-begin = C'est gardé. Maintenant : ce dont nous convenons.
choose-on-page = Quand il n'y a personne avec vous, appuyez sur la première touche ci-dessous et choisissez là.
