### What is said about sheets, which are locked on a phone for a few people, and about the keys that open
### them. What begins with "inner-" was asked for, and appears after "open"; all else is outer words.
### What the office types stands in English everywhere. No message is longer than 350 characters.

## To whoever writes a sheet

sheet-open = Quand il n'y a personne avec vous, appuyez sur la première touche ci-dessous. Ce que vous y écrivez est fermé à clé sur votre téléphone ; seules les personnes que vous choisissez l'ouvrent.
sheet-by-file = Une feuille s'écrit ailleurs, s'y ferme à clé, et se joint ici comme fichier.
sheet-nobody = Pas encore possible : personne au bureau n'a de clé. Veuillez parler avec le bureau.
sheet-there = À propos de votre feuille. Veuillez ouvrir quand il n'y a personne avec vous.
sheet-part = { $have } sur { $of }. Pour la suivante, appuyez sur la première touche ci-dessous.
sheet-kept =
    { $count ->
        [one] Gardée { $at }, pour { $count } personne. Envoyez "ma feuille" pour comparer les lettres.
       *[other] Gardée { $at }, pour { $count } personnes. Envoyez "ma feuille" pour comparer les lettres.
    }
sheet-kept-part =
    { $count ->
        [one] Partie { $section } gardée { $at }, pour { $count } personne. Y en a-t-il une autre ? Appuyez sur la première touche ci-dessous. Sinon, envoyez 0.
       *[other] Partie { $section } gardée { $at }, pour { $count } personnes. Y en a-t-il une autre ? Appuyez sur la première touche ci-dessous. Sinon, envoyez 0.
    }
sheet-none = Il n'y a ici aucune feuille de vous.
sheet-withdrawn = Retirée. Personne ne la reçoit plus ; { $until }, elle est effacée. Pour revenir en arrière, envoyez "garder ma feuille".
sheet-back = Gardée de nouveau, comme avant.
sheet-keys = Voici les clés de vos proches, à copier, chacune avec ses lettres. Comparez les lettres de vive voix.
sheet-fault-not-a-sheet = Cette feuille ne peut pas être gardée. Veuillez la fermer encore une fois sur la page, seulement avec des clés qui commencent par age1pq1.
sheet-fault-too-long = C'est trop long. Veuillez écrire moins, ou chaque partie comme une feuille à part.
sheet-fault-too-few = Personne ne pourrait l'ouvrir. Veuillez la fermer encore une fois.
sheet-fault-strange = Plus de personnes pourraient l'ouvrir que nous n'en connaissons ici. Veuillez la fermer encore une fois, pour les seules personnes nommées.
attach-it-anew = Veuillez le joindre ici vous-même : ce qui a été changé ou transmis ne compte pas.

inner-section =
    { $section ->
        [0] La feuille entière
        [1] Qui appeler
        [2] Avocate ou avocat
        [3] Santé
        [4] Famille
        [5] Questions
        [6] Ce que l'on peut dire aux autres
       *[7] En votre absence
    }
inner-sheet-kept =
    { $count ->
        [one] { inner-section } : gardé { $at }, pour { $count } personne.
       *[other] { inner-section } : gardé { $at }, pour { $count } personnes.
    }
inner-sheet-anew = La clé de quelqu'un a changé depuis. Veuillez fermer la feuille à nouveau.
inner-sheet-gone = { inner-section } : retiré { $at } ; effacé { $until }.
inner-sheet-compare = Demandez à chacune de ces personnes de vous lire ses lettres, de vive voix. Si elles diffèrent, dites-le au bureau.
inner-sheet-letters = { $who } : { $letters }
inner-sheet-key = { $recipient }

button-sheet-withdraw = Retirer ma feuille
button-sheet-keep = Garder ma feuille
button-sheet-keys = Clés de mes proches

## To whoever has a key of their own

own-key-first = Quand il n'y a personne avec vous, appuyez sur la première touche ci-dessous. Elle crée une clé, avec laquelle vous ouvrez ce qui vous est destiné.
own-key-there = Vous avez une clé ici, depuis le { DATE($at) }. Ses lettres : { $letters }. Lisez-les à voix haute à qui demande, ne les écrivez jamais. Avec la première touche ci-dessous, vous en créez une autre.
own-key-kept = C'est gardé. Ses lettres : { $letters }. Lisez-les à voix haute à qui demande.
own-key-no-page = Ce n'est pas possible d'ici. Veuillez parler avec le bureau.
own-key-none = Il n'y a ici aucune clé de vous.
own-key-sure = Alors on ne pourra plus rien vous donner de ce qui est fermé pour elle. L'abandonner ?
own-key-gone = C'est fait. Elle ne sert plus.
own-key-put-away = La touche ci-dessous est rangée. Pour l'avoir de nouveau, envoyez "ma clé".
own-key-fault-own-half = C'était la moitié que personne d'autre ne doit voir ; elle est perdue. Veuillez en créer une nouvelle, et envoyer la moitié qui commence par age1pq1.
own-key-fault-other-kind = C'est une clé d'une autre sorte. Elle doit commencer par age1pq1.
own-key-fault-no-key = Ce n'est pas une clé, ou elle n'est pas entière. Elle doit commencer par age1pq1.
key-page-read = Ouvrir
button-own-key-drop = Abandonner ma clé
button-own-key-yes = Oui, l'abandonner

# What stands in a trial sheet, before the number, and what is answered to it.
trial-title = Une feuille d'essai
trial-inside = Il ne s'est rien passé. Ceci montre seulement que votre clé ouvre encore ce qui vous est destiné. Veuillez taper ce nombre dans la conversation d'où la feuille est venue :
trial-right = C'est noté. Votre clé l'ouvre.
trial-other = Ce n'était pas ce nombre. Veuillez regarder encore une fois la feuille la plus récente. Si elle ne s'ouvre plus, envoyez "ma clé".

## The keys of the office

inner-office-key = { $code } : { $letters }, depuis le { DATE($at) }
inner-office-key-proven = { $code } : { $letters }, depuis le { DATE($at) }, essayée le { DATE($proven) }
inner-office-key-unproven = On a demandé trois fois à { $code } d'essayer cette clé, et aucun nombre n'est venu.
inner-office-key-none = { $code } : pas de clé
inner-page-key = Page, jusqu’au { DATE($until) } : { $letters }
inner-page-keys = La page montre ses lettres à qui ouvre son adresse sans touche d’un chat. Elles doivent être parmi celles-ci.
inner-office-keys = Comparez ces lettres de vive voix, chacun avec chacun. "key" : en créer une sur votre téléphone. "keys add age1pq1…" : une créée par l'outil age. "keys drop" : sans clé.
office-key-told = { $code } a une autre clé. Comparez les lettres de vive voix : envoyez "keys".
office-key-gone-told = { $code } n'a plus de clé.

## Sheets in the office

office-form-sheet = De qui ? Envoyez par exemple : sheet A7.
office-form-release = De qui, et à qui ? Envoyez par exemple : release A7 B2. Deux parties seulement : release A7 B2 1 3. Aussi ce qui a été remplacé avant : release A7 B2 earlier.
inner-office-sheet-none = { $code } : pas de feuille.
inner-office-sheet =
    { $count ->
        [one] { $code } · { $section } : { inner-section }, depuis { $at }, pour { $count } personne.
       *[other] { $code } · { $section } : { inner-section }, depuis { $at }, pour { $count } personnes.
    }
inner-office-sheet-anew = { $section } : une clé a changé depuis.
inner-office-sheet-replaced = { $section } : remplacé { $at }, effacé { $until }. Jusque-là : "release { $code } B2 earlier".
inner-office-sheet-withdrawn = { $section } : retiré { $at }. On ne le donne à personne.
inner-office-sheet-seized = { $section } : envoyé { $at } de ce téléphone quand il était en d'autres mains. Cela ne compte pas, et n'est donné à personne.
inner-office-release-all =
    { $earlier ->
        [yes] Tout de { $code }, aussi ce qui a été remplacé avant, à { $who } ? Ce qui a été lu ne se reprend pas.
       *[no] Tout de { $code } à { $who } ? Ce qui a été lu ne se reprend pas.
    }
inner-office-release =
    { $earlier ->
        [yes] De { $code } les parties { $sections }, aussi ce qui a été remplacé avant, à { $who } ? Ce qui a été lu ne se reprend pas.
       *[no] De { $code } les parties { $sections } à { $who } ? Ce qui a été lu ne se reprend pas.
    }
office-release-who = { $code } : personne de ce nom.
office-release-no-key = { $who } n'a pas de clé, et ne pourrait rien ouvrir.
office-release-nothing = { $code } : rien à donner.
office-released = Cela part maintenant vers { $who }. Si ce n'était pas fermé pour cette clé, cela ne s'y ouvre pas.
office-released-told = { $code } : une feuille part vers { $who }, par { $by }.
office-not-released = Rien n'a été donné.
button-office-yes-release = Oui, la donner à { $who }

## A question before an end

inner-question = { $number } · { $code } : demandez d'abord de vive voix ce que seul { $code } sait. Envoyez-vous les questions, posez-en une, puis dites ce qu'il en est.
inner-question-no-key = Vous n'avez pas de clé et ne pouvez pas ouvrir les questions : envoyez "key", ou laissez quelqu'un d'autre du bureau demander.
office-question-sent = Cela arrive. Enregistrez, puis ouvrez.
office-question-wrong = C'est noté ; rien n'a pris fin. Le reste du bureau l'apprend. Ce téléphone est-il en d'autres mains ? Envoyez "seized { $code }".
office-question-wrong-told = { $number } · { $code } : une réponse n'était pas juste, dit { $by }. Ouvrez avant de faire quoi que ce soit.
button-office-question-send = M'envoyer les questions
button-office-question-voice = Juste, et je connais la voix
button-office-question-right = La réponse était juste
button-office-question-wrong = Elle n'était pas juste

## Help

inner-help-sheets = sheet A7 : ce qui est gardé · release A7 B2 : la donner à quelqu'un · keys : lettres à comparer · wrote A7 : ce qui venait avec les notes · numbers : quoi dire avant de les choisir. Plus sur chacun : "/help release".
inner-help-sheet = "sheet A7" : quelles parties d'une feuille sont gardées, depuis quand et pour combien de personnes, et ce qui a été remplacé ou retiré ces dernières 72 heures. Personne ici ne peut la lire sans clé.
inner-help-release = "release A7 B2", ou un de ses proches, par son nom ou le numéro dans "who A7" : la feuille y va, si cette personne a une clé. "release A7 B2 2 3" : ces parties. "release A7 B2 earlier" : aussi ce qui a été remplacé ces dernières 72 heures.
inner-help-keys = "keys" : les lettres de chaque clé du bureau, à comparer de vive voix. "key" : en créer une sur votre téléphone. "keys add age1pq1…" : une créée par l'outil age, sur un ordinateur à vous. "keys drop".
