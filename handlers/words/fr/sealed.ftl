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
codes-first = Rien n'a encore commencé. Une chose d'abord.
codes-choose = Quand il n'y a personne avec vous, appuyez sur la première touche ci-dessous et choisissez-y votre numéro.
codes-kept-begin = C'est gardé. Lisez encore une fois ce dont nous convenons, et dites si cela commence.
choose-on-page = Quand il n'y a personne avec vous, appuyez sur la première touche ci-dessous et choisissez là.
