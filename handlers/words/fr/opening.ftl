### What appears only after "open", in the place of the outer words, and goes again after 30 minutes.
### These are inner words. All parts of one message together stay under 350 characters.

nothing-to-read = Rien à lire maintenant.
# What stands there again when the inner words have gone.
folded = Quelque chose à lire, s'il vous plaît, quand personne n'est près de vous.
folded-alarm = { $number } · { $subject }
folded-person = { $subject }
button-again = Encore

## To somebody who is asked. $nick is the name by which they know the person.

inner-ask =
    Pas de note de { $nick } { SINCE($since) }. Souvent, c'est la batterie. Veuillez ne pas appeler { $nick } ni lui écrire, ne pas y aller, n'en parler à personne. Nous demandons seulement : avez-vous eu des nouvelles de { $nick } depuis ?

    Si vous ne pouvez pas, nous demandons à d'autres.
inner-ask-sos =
    { $nick } nous a demandé de l'aide. Veuillez ne pas appeler { $nick } ni lui écrire, ne pas y aller, n'en parler à personne. Nous demandons seulement : avez-vous eu des nouvelles de { $nick } { SINCE($since) } ?

    Si vous ne pouvez pas, nous demandons à d'autres.
inner-ask-drill =
    C'est un essai ; il ne s'est rien passé. Si c'était vrai, nous vous demanderions si vous avez vu ou entendu { $nick }. Appuyez sur l'un de ces boutons, comme vous le feriez alors.
inner-with-you = C'est chez vous jusqu'à { $until }. Qu'avez-vous appris sur { $nick } ? N'y allez pas sans quelqu'un, s'il vous plaît.

button-seen = Oui, j'ai des nouvelles
button-can-help = Non, mais je peux aider
button-cannot-now = Je ne peux pas maintenant
button-found-safe = Des nouvelles, et tout va bien
button-cannot-reach = Pas de réponse
button-in-danger = Quelque chose ne va pas
button-hand-back = Je passe la main

## To the office. $subject is the code name.

inner-alarm-missed = { $subject }, { level-word } : note manquante, la dernière { $last }.
inner-alarm-missed-no-last = { $subject }, { level-word } : note manquante, aucune n'est jamais venue.
inner-alarm-journey = { $subject }, { level-word } : pas de retour d'un trajet, dernière note { $last }.
inner-alarm-journey-no-last = { $subject }, { level-word } : pas de retour d'un trajet.
inner-alarm-unheard = { $subject }, { level-word } : note manquante pendant que nous ne pouvions pas entendre. Une note attend peut-être. Dernière note { $last }.
inner-alarm-unheard-no-last = { $subject }, { level-word } : note manquante pendant que nous ne pouvions pas entendre. Une note attend peut-être.
inner-alarm-sos = { $subject }, { level-word } : a demandé de l'aide { $since }.
inner-alarm-duress = { $subject } : signe forcé { $since }. On lit peut-être ce téléphone.
inner-alarm-concern = { $subject }, { level-word } : quelqu'un parmi ses proches s'inquiète, { $since }.
inner-alarm-locked = { $subject } : trop de codes faux, { $since }. Quelqu'un d'autre a peut-être ce téléphone.
inner-alarm-seized = { $subject } : ce téléphone est en d'autres mains depuis { $since }. Ce qu'il envoie compte comme forcé.
inner-alarm-warned = { $subject } a envoyé une note, { $since }, qui dit que quelque chose ne va pas.
inner-state-followed = Quelqu'un le suit.
inner-state-raid = On est à la porte, ou on fouille un lieu proche.
inner-state-taken = On le retient ou on l'emmène.
inner-alarm-drill = { $subject } : essai. Il ne s'est rien passé.

inner-do-missed = D'abord : prenez-le. N'appelez pas { $subject }.
inner-do-journey = D'abord : prenez-le. N'appelez pas { $subject }.
inner-do-unheard = D'abord : prenez-le. N'appelez pas { $subject }.
inner-do-sos = D'abord : prenez-le. N'appelez pas, n'écrivez pas ; le chat répond comme toujours.
inner-do-duress = Ni appel, message, visite ni post ; rien à la famille ; ne montrez jamais que vous savez. Le chat répond comme toujours. Prenez-le ; réveillez de vive voix quelqu'un du bureau ; partagez tout.
inner-do-concern = D'abord : prenez-le. Parlez avec qui a écrit. N'appelez pas { $subject }.
inner-do-locked = Ni appel, ni message, ni visite ; ne montrez jamais que vous savez. Prenez-le ; réveillez de vive voix quelqu'un du bureau.
inner-do-drill = Prenez-le, comme vous le feriez alors.

inner-still-silent = La note suivante manque aussi.
inner-sign-came = Une note est arrivée { $at }. Elle ne prouve rien : parlez avec { $subject }, puis envoyez "confirm { $number } voice".
inner-near = Demandez à { $near }.
inner-publicity = Publicité : { $publicity }.
inner-proxy = Ne demande que { $proxy }, motif convenu.
inner-held = Chez { $holder } jusqu'à { $until }.
inner-next = Personnes suivantes : { $at }.
inner-office-closes = Seul le bureau ferme ceci.
inner-closing = { $by } veut le fermer : { $outcome ->
        [safe] en lieu sûr
        [false-alarm] il ne s'était rien passé
        [detained] détention
        [harmed] atteinte
       *[unknown] on ne sait pas
    }. D'accord : "close { $number }" avec la même fin.
inner-confirming = { $by } a confirmé. Il manque quelqu'un : "confirm { $number } voice".
inner-found =
    { $finding ->
        [safe] { $by } : des nouvelles, et tout va bien. Cela ne termine rien : vérifiez.
        [cannot-reach] { $by } : pas de réponse.
       *[in-danger] { $by } : quelque chose ne va pas.
    }
inner-closed =
    { $outcome ->
        [safe] { $number } · { $subject } est fermé : en lieu sûr.
        [false-alarm] { $number } · { $subject } est fermé : il ne s'était rien passé.
        [detained] { $number } · { $subject } est fermé : détention.
        [harmed] { $number } · { $subject } est fermé : atteinte.
       *[unknown] { $number } · { $subject } est fermé : on ne sait pas.
    }

# $level goes along from the sentence that it stands in.
level-word =
    { $level ->
        [low] niveau bas
        [medium] niveau moyen
       *[high] niveau haut
    }

## About one person, to the office

inner-person-waiting = { $subject } : prochaine note avant { $due }. Dernière { $last }.
inner-person-waiting-no-last = { $subject } : première note avant { $due }.
inner-person-late = { $subject } : la note de { $due } est en retard.
inner-person-missed = { $subject } : la note de { $due } manque.
inner-person-break = { $subject } : en pause jusqu'à { $until }.
inner-person-resting = { $subject } : aucune note n'est demandée. Quelqu'un doit décider : parlez avec { $subject }, puis reprenez.
inner-person-unreachable = Son chat nous est fermé : bloqué ou effacé. Ce n'est pas une alarme. On attend toujours ses notes ; trouvez un autre chemin vers { $subject }.
inner-person-change-terms = Un accord nouveau, plus faible, commence { $from }. Est-ce un choix libre ? Demandez de vive voix.
inner-person-change-pause = Une pause commence { $from } et finit { $until }. Est-ce un choix libre ? Demandez de vive voix.
inner-person-leaving = { $subject } veut partir, au plus tard { $until }. Parlez-lui à part ; puis envoyez "spoke { $subject }".
inner-person-journey = En trajet jusqu'à { $until }.
