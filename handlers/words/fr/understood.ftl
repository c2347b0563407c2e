### What people may type, besides pressing a button. Each line lists what is understood, between
### bars; capital letters, accents, full stops and the script of digits do not matter. The same
### digit may stand in several lines: it means what the person's role and the open question let it
### mean.

## Somebody who sends notes

# Not "ça va" nor "bien": "ça va mal" and "bien mal" would be notes.
note = 1 | note | ma note | une note | ok | okay | tout va bien | ça va bien | je vais bien | rien à signaler
pair-1 = bien
pair-2 = tout va bien
help = 2 | aide | à l'aide | a l aide | aidez-moi | aidez moi | aide-moi | besoin d'aide | j'ai besoin d'aide | au secours | secours | sos
break = 3 | pause | une pause | faire une pause
trip = 4 | trajet | un trajet | voyage | je pars
more-time = +1 | + | plus de temps | encore une heure | une heure de plus | plus tard
# Not "arrivé" alone: "arrivée de la police" would be a note.
there = j'y suis | j y suis | je suis arrivé | je suis arrivée | bien arrivé | bien arrivée | je suis à la maison | je suis chez moi
resume = reprendre | je reprends | je suis de retour | de retour | continuer
keep = garder | comme avant | laisser | défaire
status = 5 | état | statut | et si
people = 6 | mes proches | proches | mes personnes | personnes | contacts
invite = inviter | j'invite | ajouter
remove = retirer | enlever | supprimer
language = 7 | langue | langues
sheet = feuille | ma feuille | la feuille | fiche | ma fiche
sheet-keys = clés de mes proches | les clés de mes proches | cles de mes proches
sheet-withdraw = retirer ma feuille | retirer la feuille
sheet-keep = garder ma feuille | garder la feuille
other-numbers = nouveaux numéros | nouveau numéro | autres numéros
other-buttons = mes boutons | deux boutons | mes touches
stop = stop | cesser | oui, cesser | arrêter | quitter | effacez-moi | effacez moi
menu = 0 | menu | liste | que puis-je envoyer | quoi envoyer

## Somebody who is asked

seen = 1 | oui, j'ai des nouvelles | j'ai des nouvelles | oui, des nouvelles | je l'ai vu | je l'ai vue | oui, je l'ai vu | oui, je l'ai vue
can-help = 2 | non, mais je peux aider | je peux aider | mais je peux aider
cannot-now = 3 | je ne peux pas maintenant | je ne peux pas | je peux pas | impossible maintenant
found-safe = 4 | des nouvelles, et tout va bien | des nouvelles et tout va bien | tout va bien | en lieu sûr
cannot-reach = 5 | pas de réponse | aucune réponse | ne répond pas
in-danger = 6 | quelque chose ne va pas | ça ne va pas | ça va pas | ça va mal | danger | en danger
hand-back = 7 | je passe la main | passer la main | je rends | rendre
worried = je m'inquiète | je m inquiète | m'inquiète | inquiet | inquiète | je suis inquiet | je suis inquiète | souci
other-hands = quelqu'un d'autre a le téléphone | quelqu'un d'autre a son téléphone | téléphone pris | on a pris son téléphone | oui, et quelqu'un d'autre a le téléphone
own-key = clé | ma clé | cle | ma cle
own-key-drop = abandonner ma clé | abandonner ma cle | effacer ma clé
own-key-yes = oui, l'abandonner | oui l abandonner
ready = je suis là | je suis ici | présent | présente

## Anybody

yes = oui | o | ouais | d'accord
no = non | n
no-quietly = non, sans le dire | sans le dire | cesser sans le dire
not-now = pas maintenant | pas tout de suite
alone = demandez-moi quand il n'y a personne | demandez-moi quand il n y a personne | quand il n'y a personne | quand je suis seul | quand je suis seule | seul | seule
understand = je comprends | compris | j'ai compris
another-way = autre façon | une autre façon | autrement
next = suivant | suivante | suite | la suite | plus
open = ouvrir | ouvre | lire
again = encore | encore une fois | de nouveau
cancel = annuler | annule | laissez tomber
all = tout | tous | toutes
off = éteindre | désactiver
on = allumer | activer
today = aujourd'hui | aujourd hui
tomorrow = demain
monday = lundi | lun
tuesday = mardi | mar
wednesday = mercredi | mer
thursday = jeudi | jeu
friday = vendredi | ven
saturday = samedi | sam
sunday = dimanche | dim
near = habite près | près | à côté
friend = ami(e) | ami | amie
lawyer = avocat(e) | avocat | avocate
family = famille

## Somebody of the office

take = je m'en charge | je m en charge | je prends | prendre
not-me = pas moi
