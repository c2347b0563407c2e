### What arrives by itself, one sentence for every kind in rules/notices.py. These are outer words: a
### locked screen and a stranger's eye may read them. No name, no place, nothing of what this is for.
### No text is longer than 350 characters. A moment may be `20:00`, `ven 20:00` or `3 mai 20:00`: no
### article stands before it.

## How a moment is said

# $day is mon to sun, $clock is 20:00.
moment-in-week =
    { $day ->
        [mon] lun { $clock }
        [tue] mar { $clock }
        [wed] mer { $clock }
        [thu] jeu { $clock }
        [fri] ven { $clock }
        [sat] sam { $clock }
       *[sun] dim { $clock }
    }
# $date is what `date` says.
moment-on-date = { $date } { $clock }
date =
    { $month ->
        [m1] { $day } janv
        [m2] { $day } févr
        [m3] { $day } mars
        [m4] { $day } avril
        [m5] { $day } mai
        [m6] { $day } juin
        [m7] { $day } juil
        [m8] { $day } août
        [m9] { $day } sept
        [m10] { $day } oct
        [m11] { $day } nov
       *[m12] { $day } déc
    }
# Roughly since when, with no hour. It follows "Pas de note de NAME".
since =
    { $when ->
        [today-night] depuis cette nuit
        [today-morning] depuis ce matin
        [today-afternoon] depuis cet après-midi
        [today-evening] depuis ce soir
        [yesterday-night] depuis l'avant-dernière nuit
        [yesterday-morning] depuis hier matin
        [yesterday-afternoon] depuis hier après-midi
        [yesterday-evening] depuis hier soir
        [mon] depuis lundi
        [tue] depuis mardi
        [wed] depuis mercredi
        [thu] depuis jeudi
        [fri] depuis vendredi
        [sat] depuis samedi
       *[sun] depuis dimanche
    }
since-date = depuis le { $date }

## To somebody who sends notes

notice-nudge = Une note, avant { $due }.
notice-reminder = Votre note est encore ouverte. Veuillez l'envoyer avant { $until }.
notice-receipt = Noté { $at }. La prochaine avant { $due }.
notice-receipt-no-due = Noté { $at }.
notice-too-early = Noté { $at }. La note de { $due } est encore ouverte.
notice-started = Merci. Votre première note : avant { $due }.
notice-break-set = Noté. Pause dès maintenant, jusqu'à { $until }. La prochaine note : avant { $due }.
notice-break-pending = Noté. La pause commence { $from }, si vos notes arrivent d'ici là, et finit { $until }.
notice-break-over = La pause est finie. La prochaine note : avant { $due }.
notice-break-over-no-due = La pause est finie.
notice-change-set = Noté. La note de { $due } reste comme elle est ; le nouveau vaut après.
notice-change-set-no-due = Noté. Le nouveau vaut dès maintenant.
notice-change-pending = Noté. Le nouveau commence { $from }, si vos notes arrivent d'ici là. D'ici là, tout reste comme c'est.
notice-change-dropped = Noté. Tout reste comme avant. La prochaine note : avant { $due }.
notice-change-dropped-no-due = Noté. Tout reste comme avant.
notice-change-refused = Ce n'est pas possible maintenant. Rien n'a changé.
notice-change-refused-pause-too-short = Une pause ne peut pas commencer avant { $from }. Veuillez choisir une fin plus tardive. Rien n'a changé.
notice-change-refused-pause-too-long = C'est trop long : au plus jusqu'à { $limit }. Rien n'a changé.
notice-change-refused-no-extension-left = Plus de temps n'est pas possible ici. { $until } reste. Veuillez demander au bureau.
notice-change-refused-extension-too-long =
    { $limit ->
        [one] C'est trop long : { $limit } heure à la fois. Rien n'a changé.
       *[other] C'est trop long : { $limit } heures à la fois. Rien n'a changé.
    }
notice-leaving = Noté. Le bureau parle d'abord avec vous. Au plus tard { $until }, tout est effacé. D'ici là, les notes continuent.
notice-journey-begun = Noté. Jusqu'à { $until }. Envoyez 1 quand vous y êtes, +1 pour une heure de plus. Votre note de { $waits } peut attendre.
notice-journey-begun-no-waits = Noté. Jusqu'à { $until }. Envoyez 1 quand vous y êtes, +1 pour une heure de plus.
notice-journey-halfway = La moitié est passée. { $until } convient encore ? Sinon, envoyez +1.
notice-journey-extended = Noté. Jusqu'à { $until }.
notice-journey-late = { $eta } est passé. Envoyez 1, ou +1.
notice-sos-noted = Noté { $at }. Merci.
notice-sos-seen = Vu { $at }.
notice-outage-over = Nous n'avons pas pu entendre de { $from } à { $to }. Les notes envoyées alors comptent. Si vous n'avez pas pu envoyer, envoyez 1 avant { $by }, s'il vous plaît.

## To somebody who is asked

notice-ask = Quelque chose à lire, s'il vous plaît, quand personne n'est près de vous.
notice-taken-contact = Quelqu'un s'en occupe. Rien à faire pour vous maintenant. Veuillez garder votre téléphone près de vous.
notice-passed-on = Merci. C'est transmis ; vous n'avez plus rien à faire.
notice-looking = Nous avons un message et nous regardons. Veuillez ne pas encore appeler ni écrire.
notice-all-well = Tout va bien. Merci. Plus rien à faire ; veuillez ne rien écrire à ce sujet.
notice-office-speaks = Le bureau vous parlera aujourd'hui. Veuillez nous attendre.
notice-it-is-over = C'est fini. Rien à faire pour vous maintenant. Merci.

## To the office. $number is the number by which it is taken, $subject a code name, $minutes how long it has run.

notice-alarm = { $number } · { $subject } · { $minutes } min. Qui s'en charge ?
notice-alarm-missed = { $number } · { $subject } · { $minutes } min. Qui s'en charge ?
notice-alarm-journey = { $number } · { $subject } · trajet · { $minutes } min. Qui s'en charge ?
notice-alarm-unheard = { $number } · { $subject } · nous n'avons pas pu entendre · { $minutes } min. Qui s'en charge ?
notice-alarm-still-silent = { $number } · { $subject } · de nouveau · { $minutes } min. Qui s'en charge ?
notice-alarm-sos = { $number } · { $subject } · maintenant · { $minutes } min. Qui s'en charge ?
notice-alarm-forced = { $number } · { $subject }. Ouvrez avant de faire quoi que ce soit.
notice-alarm-concern = { $number } · { $subject } · quelqu'un a écrit · { $minutes } min. Qui s'en charge ?
notice-alarm-locked = { $number } · { $subject }. Ouvrez avant de faire quoi que ce soit.
notice-alarm-seized = { $number } · { $subject }. Ouvrez avant de faire quoi que ce soit.
notice-alarm-warned = { $number } · { $subject }. Ouvrez avant de faire quoi que ce soit.
notice-alarm-drill = { $number } · { $subject } · essai. Qui s'en charge ?
notice-taken = { $number } : { $by } s'en charge jusqu'à { $until }.
notice-free-again = { $number } est de nouveau libre. Qui s'en charge ?
notice-hold-over = { $number } : votre temps est fini, on demande maintenant à d'autres. Continuez-vous ?
notice-found = { $number } : une réponse de { $by }. Veuillez ouvrir.
notice-sign-came = { $number } : une note est arrivée { $at }. Veuillez ouvrir.
notice-still-silent = { $number } · { $subject } · toujours rien. Veuillez ouvrir.
notice-news = { $number } · { $subject } · du nouveau. Veuillez ouvrir.
notice-nobody-told = { $number } · { $subject } · personne n'a pu être prévenu. Qui s'en charge ?
notice-closing-asked = { $number } : { $by } demande votre oui. Veuillez ouvrir.
notice-confirming-asked = { $number } : { $by } demande aussi votre parole. Veuillez ouvrir.
notice-closed =
    { $outcome ->
        [safe] { $number } est fini. Tout va bien. Par { $by }.
        [false-alarm] { $number } est fini. Ce n'était rien. Par { $by }.
       *[other] { $number } est fini ici. Veuillez parler avec { $by }.
    }
notice-closed-no-by =
    { $outcome ->
        [safe] { $number } est fini. Tout va bien.
        [false-alarm] { $number } est fini. Ce n'était rien.
       *[other] { $number } est fini ici. Veuillez l'ouvrir.
    }
notice-drill-report = L'essai { $number } est fini. Personnes interrogées : { $asked }. Réponses : { $answered }.
notice-subject-unreachable = { $subject } : le chat nous est fermé. Veuillez ouvrir.
notice-contact-unreachable = { $subject } : quelqu'un parmi ses proches n'est pas joignable ici.
# To the one who named the person; $contact is the name they gave.
notice-contact-unreachable-own = { $contact } n'est pas joignable ici. Parlez avec cette personne, s'il vous plaît, ou choisissez quelqu'un d'autre. D'ici là, nous demandons au bureau à sa place.
notice-change-told = { $subject } : un changement, dès { $from }. Veuillez ouvrir.
notice-leaving-asked = { $subject } aimerait vous parler, à part, avant { $until }. Veuillez ouvrir.
notice-left = { $subject } ne participe plus. Ce que nous gardions est effacé.
notice-no-watch = { $subject } : aucune note n'est demandée. Veuillez ouvrir.
notice-heard-told = { $subject } : une note de vive voix { $at }, par { $by }. Veuillez ouvrir.
notice-refused = { $number } : ce n'est pas possible maintenant. Rien n'a changé.
notice-refused-no-sign-yet = { $number } : rien n'a encore été entendu ni vu. Envoyez d'abord "heard". Rien n'a changé.
notice-refused-not-yours = { $number } n'est pas chez vous. Rien n'a changé.
notice-refused-needs-another = { $number } : merci. Quelqu'un d'autre du bureau doit le dire aussi.
notice-refused-needs-voice = { $number } : merci. L'un de vous doit aussi connaître la voix, ou l'avoir vue.
notice-refused-close-it = { $number } : on termine celui-ci par "close { $number }". Rien n'a changé.
notice-refused-news = { $number } : du nouveau. Veuillez ouvrir. Rien n'a changé.
notice-refused-only-coordinators = { $number } : seul le bureau peut faire cela. Rien n'a changé.

## What stands in the place of a name, where a name would say too much

one-of-their-people = quelqu'un parmi ses proches
somebody = quelqu'un

## Buttons

button-open = Ouvrir
button-take = Je m'en charge
button-not-me = Pas moi

## When something cannot be said in its own words, it must be heard all the same

notice-plain = Quelque chose à lire, s'il vous plaît. Envoyez "ouvrir".
went-wrong = Cela n'a pas marché ici. Veuillez l'envoyer encore une fois, ou demander au bureau.

## To somebody nobody knows; the operator chooses one of these for everybody

stranger-not-in-use = Ce chat n'est pas utilisé.
stranger-received = Reçu.
stranger-nobody-here = Personne ne lit ici en ce moment.

## Short answers of the router

not-understood = Je n'ai pas compris. Envoyez 0 pour voir ce que vous pouvez envoyer.
type-it-new = Veuillez l'écrire à nouveau : ce qui est modifié ou transféré ne compte pas.
only-typed = Je lis seulement ce qui est écrit. Veuillez l'écrire.
