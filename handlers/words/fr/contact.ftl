### What is said with somebody who is asked, in answer to them. Outer words: a stranger's eye may
### read them; only while they join does the name stand here by which they know the person. No text
### is longer than 350 characters. Nothing tells anybody's sex, where French can avoid it.

## Joining, in parts

join-number = Bonjour. Quelqu'un qui vous fait confiance vous a donné ce lien. Vous a-t-on dit { $number } ? 1: oui. 2: non.
join-asked =
    { $days ->
        [0] { $nick } aimerait que nous vous demandions des nouvelles quand il n'y en a plus, peut-être la nuit. Vous répondez, c'est tout ; jamais vous ne devez aller quelque part ou payer. Ici, on ne voit pas où est { $nick } ni quand ses notes arrivent. De temps en temps, il y a un petit essai.
        [one] { $nick } aimerait que nous vous demandions des nouvelles quand il n'y en a plus, peut-être la nuit. Vous répondez, c'est tout ; jamais vous ne devez aller quelque part ou payer. Ici, on ne voit pas où est { $nick } ni quand ses notes arrivent. Chaque jour ({ $days }), il y a un petit essai.
       *[other] { $nick } aimerait que nous vous demandions des nouvelles quand il n'y en a plus, peut-être la nuit. Vous répondez, c'est tout ; jamais vous ne devez aller quelque part ou payer. Ici, on ne voit pas où est { $nick } ni quand ses notes arrivent. Tous les { $days } jours, il y a un petit essai.
    }
join-adult = C'est réservé aux adultes. Avez-vous 18 ans ou plus ? 1: oui. 2: non.
join-kept = Telegram voit que vous utilisez ce chat. Nous gardons sous clé votre numéro de compte et un surnom. Vous pouvez cesser à tout moment. Voulez-vous ? 1: oui. 2: non. 3: non, sans le dire. Sans le dire : personne ne l'apprend.
join-ended = Merci. Rien n'a été gardé. Veuillez effacer ce chat.
join-hour = Merci. À quelle heure pouvons-nous vous réveiller, si cela compte ? Envoyez l'heure qui vous plaît le moins, de 0 à 23, par exemple 3.
join-hour-unread = Veuillez envoyer une heure, de 0 à 23, par exemple 3.
join-done = Merci. Bientôt, vers { $hour }, un petit essai arrive, avec un son. Veuillez répondre en moins de dix minutes. C'est tout.

## The test

sounding = Un petit essai. Veuillez envoyer 1, ou appuyer ici, en moins de dix minutes. Merci.
sounding-passed = Merci. C'est tout.
sounding-late = Merci. Cela a pris plus de dix minutes ; nous réessayons une autre fois. Veuillez laisser le son de ce chat.
button-ready = Je suis là

## Answers to what was asked

answer-seen = Merci. Comment était-ce ? 4: des nouvelles, et tout va bien. 6: quelque chose ne va pas.
answer-help = Merci. Renseignez-vous avec prudence, et n'y allez pas sans quelqu'un. Puis dites-nous. 4: des nouvelles, et tout va bien. 5: pas de réponse. 6: quelque chose ne va pas. 7: je passe la main.
answer-cannot-now = Merci. Nous demandons à d'autres. Rien à faire pour vous maintenant.
answer-safe = Merci. Le bureau s'en charge et vérifie. Veuillez ne rien écrire à ce sujet.
answer-cannot-reach = Merci. Le bureau s'en charge, et d'autres sont interrogés aussi.
answer-in-danger = Merci. Le bureau s'en charge maintenant. N'y allez pas, s'il vous plaît ; quelqu'un parlera avec vous.
answer-not-yours = Ce n'est pas chez vous. Rien à faire pour vous maintenant. Merci.
answer-how = Répondez par un numéro, s'il vous plaît. 1: oui, j'ai des nouvelles. 2: non, mais je peux aider. 3: je ne peux pas maintenant. 4: des nouvelles, et tout va bien. 5: pas de réponse. 6: quelque chose ne va pas. 7: je passe la main.

## When they are worried themselves

worried-who = Pour qui ? Appuyez sur un nom, ou envoyez son numéro.
worried-name = { $nick }
worried-sure = Le bureau va l'apprendre, et personne d'autre. Vous inquiétez-vous ? 1: oui. 2: non. 3: oui, et quelqu'un d'autre a le téléphone.
worried-noted = Noté. Merci. Veuillez ne rien écrire à ce sujet.
worried-enough = Vous nous l'avez dit deux fois en trente jours, et le bureau le sait. S'il y a du nouveau, veuillez l'appeler.

## Stopping

part-how = Vous pouvez cesser à tout moment. 1: oui, cesser. 2: cesser sans le dire, personne de vos connaissances ne l'apprend. 3: non.
button-part-yes = Oui
button-part-no-quietly = Sans le dire
button-part-no = Non
part-done = C'est fait. On ne vous demande plus rien, et ce que nous gardions est effacé en un jour. Merci.
part-delete = Telegram et votre téléphone gardent leur part : veuillez effacer ce chat.
button-no-quietly = Non, sans le dire

## What can be sent

menu-asked = Quand nous vous demandons quelque chose, il est dit quoi envoyer. Sinon, vous pouvez envoyer : je m'inquiète, clé, 7 pour la langue, stop. Il n'y a rien d'autre à faire.
