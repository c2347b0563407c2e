### What the office reads when it asks or is asked. Sentences and buttons whose id begins with "office-",
### "move-" or "button-" are outer words: a locked screen may show them. Those that begin with "inner-"
### were asked for, are protected, and go again after half an hour. No message is longer than 350
### characters. Words in quotes are typed as they stand here, in every language: keep them.
### $code, $subject and $by are code names like A7 or B2; $number is the number of an alarm.

office-folded = Il y avait ici quelque chose à lire.
office-noted = Noté.
office-unchanged = Tout reste comme avant.
office-too-late = Cette question est passée. Veuillez demander à nouveau.
office-too-long = Plus court, s'il vous plaît : { $limit } signes au plus.

## Who and which

office-nobody-called = Personne ici ne s'appelle { $code }. Envoyez "board" pour la liste.
office-not-yourself = Personne ne fait cela pour soi. Veuillez demander à quelqu'un d'autre du bureau.
office-sends-no-notes = { $code } n'envoie pas de notes.
office-no-such-number = Il n'y a pas de { $given }. Envoyez "board" pour la liste.
office-nothing-open = Rien n'est ouvert.
office-which-number = Lequel ? Appuyez dessus, ou envoyez son numéro : "{ $command } { $number }".
office-over = { $number } est fini.
office-not-begun = { $code } n'a pas encore commencé : aucune note n'est demandée.
office-not-here-yet = { $code } n'est pas encore là. Envoyez "invite { $code }" pour un nouveau lien.
office-here-already = { $code } est déjà là. Un nouveau téléphone ? Envoyez "move { $code }".

## An alarm

inner-office-free = Personne ne s'en charge. On demande aux personnes suivantes { $at }.
inner-office-asked = { $who } : message reçu { $at }.
inner-office-not-yet = { $who } : pas encore de message.
inner-office-not-reached = { $who } : pas joignable.
inner-office-never-tell = Ne jamais dire à : { $who }.
office-not-you = { $number } : noté, pas vous. On demande à d'autres.
office-not-with-you = { $number } n'est pas chez vous. Rien n'a changé.
office-next-sure = { $number } : demander maintenant aux personnes suivantes ? Ce qu'elles ont lu ne peut être repris.
office-next-asked = { $number } : on demande maintenant aux personnes suivantes.
office-form-worry = Pour qui ? Envoyez par exemple : worry A7.
office-worry-noted = Noté. { $code } a maintenant un numéro, et on demande à d'autres du bureau. Ses proches n'en apprennent rien.

## Making sure

office-close-it = { $number } ne demande la confirmation de personne. Quand c'est fini, envoyez "close { $number }".
inner-office-confirm = { $number } · { $code } : comment savez-vous que c'est { $code }, et libre ? 1: vous connaissez la voix. 2: une question à laquelle { $code } peut répondre, et personne d'autre. 3: vous avez vu { $code }.
button-office-voice = Par la voix
button-office-question = Par une question
button-office-seen = De mes yeux

## Closing

inner-office-close-outcome = { $number } · { $code } : comment cela a-t-il fini ? 1: bien. 2: il ne s'était rien passé. 3: aux mains de quelqu'un. 4: blessures, ou pire. 5: on ne sait pas.
inner-office-close-reason = { $number } : en quelques mots, pourquoi ? C'est gardé sous clé, pour le bureau seul.
inner-office-close-shorter = { $number } : plus court, s'il vous plaît, { $limit } signes au plus. Pourquoi ?
inner-office-close-sure =
    { $outcome ->
        [safe] { $number } · { $code } : bien.
        [false-alarm] { $number } · { $code } : il ne s'était rien passé.
        [detained] { $number } · { $code } : aux mains de quelqu'un.
        [harmed] { $number } · { $code } : blessures, ou pire.
       *[unknown] { $number } · { $code } : on ne sait pas.
    } Toutes les personnes interrogées apprennent maintenant que c'est fini ; personne ne cherche plus. Cela ne peut être repris. Sûr ? 1: oui. 2: non.
office-not-closed = { $number } reste ouvert.
button-office-safe = 1 Bien
button-office-false-alarm = 2 Il ne s'était rien passé
button-office-detained = 3 Aux mains de quelqu'un
button-office-harmed = 4 Blessures, ou pire
button-office-unknown = 5 On ne sait pas
button-office-yes-close = Oui, { $number } est fini
button-office-no = Non

## A note by voice

office-form-heard = Qui, et comment ? Envoyez par exemple : heard A7 voice, ou : heard A7 seen 19:50.
office-form-heard-when = C'était quand ? Envoyez par exemple : heard { $code } voice 19:50, ou 40m, ou yesterday 19:50. Trois jours en arrière au plus.
office-heard-how = Comment avez-vous eu des nouvelles de { $code } ? 1: par la voix. 2: de vos yeux.
office-heard-noted = Noté : { $code }, { $at }.
office-heard-alone = On n'a pu le montrer à personne d'autre du bureau. Veuillez le dire à quelqu'un.
office-heard-confirm = { $number } est encore ouvert. Si vous ne doutez pas de la voix, envoyez "confirm { $number } voice".

## The board

inner-board = Ouverts : { $open }, sans personne : { $free }. En retard : { $late }. En attente : { $waiting }. Au repos : { $resting }.
inner-board-nobody-on-duty = Personne de joignable n'est de service. Envoyez "duty on".
inner-board-free = { $number } · { $code } : { $kind ->
        [missed] pas de note
        [sos] a demandé de l'aide
        [duress] ouvrez-le d'abord
        [concern] un souci
        [locked] ouvrez-le d'abord
       *[drill] essai
    } depuis { $since }. Personne ne s'en charge.
inner-board-held = { $number } · { $code } : { $kind ->
        [missed] pas de note
        [sos] a demandé de l'aide
        [duress] ouvrez-le d'abord
        [concern] un souci
        [locked] ouvrez-le d'abord
       *[drill] essai
    } depuis { $since }. { $holder } s'en charge jusqu'à { $until }.
inner-board-with-contact = { $number } · { $code } : { $kind ->
        [missed] pas de note
        [sos] a demandé de l'aide
        [duress] ouvrez-le d'abord
        [concern] un souci
        [locked] ouvrez-le d'abord
       *[drill] essai
    } depuis { $since }. Quelqu'un parmi ses proches regarde, jusqu'à { $until }.
inner-board-waiting = { $code } : note avant { $due }.
inner-board-late = { $code } : en retard, { $due }.
inner-board-missed = { $code } : manquante, { $due }.
inner-board-trip-waiting = { $code } : trajet jusqu'à { $due }.
inner-board-trip-late = { $code } : trajet, en retard, { $due }.
inner-board-trip-missed = { $code } : trajet, pas de retour, { $due }.
inner-board-break = { $code } : pause jusqu'à { $until }.
inner-board-resting = { $code } : au repos, aucune note n'est demandée.
inner-board-not-begun = { $code } : pas commencé.
inner-board-closed = { $code } : le chat nous est fermé.
inner-board-lost =
    { $count ->
        [one] { $code } : { $count } personne de ses proches n'est pas joignable.
       *[other] { $code } : { $count } personnes de ses proches ne sont pas joignables.
    }
inner-board-pending = { $code } : un changement dès { $at }.
inner-board-leaving = { $code } : veut partir, { $at } au plus tard.

## One person

office-form-who = Qui ? Envoyez par exemple : who A7.
inner-who =
    { $code }, { $level ->
        [low] niveau bas
        [medium] niveau moyen
       *[high] niveau haut
    } : { $standing ->
        [invited] lien donné, pas encore là
        [reading] lit de quoi il s'agit
        [leaving] veut partir
       *[agreed] participe
    }.
inner-who-free = { $number } est ouvert ; personne ne s'en charge.
inner-who-held = { $number } est ouvert ; quelqu'un s'en charge.
inner-who-not-begun = { $subject } n'a pas encore commencé.
inner-who-nobody = Personne n'est nommé ; on demande au bureau seul.
inner-who-contact =
    { $part ->
        [near] { $number }. Habite près
        [lawyer] { $number }. Avocat(e)
        [family] { $number }. Famille
       *[friend] { $number }. Ami(e)
    } : { $standing ->
        [invited] pas encore de réponse
        [doubted] nommé quand le téléphone était en d'autres mains : on ne lui demande rien
        [proven] tout est prêt
        [lost] pas joignable
       *[agreed] a dit oui, pas encore d'essai
    }.
inner-who-key = { $number } : a une clé, depuis le { DATE($at) }
inner-who-key-proven = { $number } : a une clé, essayée le { DATE($at) }
inner-who-key-unproven = { $number } : on a demandé trois fois d'essayer la clé, et aucun nombre n'est venu.
office-form-pause = Jusqu'à quand ? Envoyez par exemple : pause A7 3d, ou : pause A7 fri 20:00, ou : pause A7 off.
office-pause-until = Une pause pour { $code } : combien de temps ? Appuyez, ou envoyez par exemple : pause { $code } 3d.
office-pause-noted = Noté. La pause de { $code } commence { $from }, si des notes arrivent d'ici là, et finit { $until }. Le bureau l'apprend.
office-form-resume = Qui ? Envoyez par exemple : resume A7.
office-no-break = { $code } n'a pas de pause à finir.
office-resumed = Noté. { $code } : la prochaine note avant { $due }.
office-resumed-no-due = Noté. { $code } n'a plus de pause.
office-form-spoke = Avec qui ? Envoyez par exemple : spoke A7.
office-not-leaving = { $code } n'a pas demandé à partir.
office-spoke-sure = Avez-vous parlé à part avec { $code }, et { $code } le veut librement ? Alors tout ce qui est gardé de { $code } est bientôt effacé, pour toujours. Si oui, envoyez "spoke { $code } yes".
office-spoke-noted = Noté. Plus rien ne retient { $code }.

## Terms

office-form-terms = De qui ? Envoyez par exemple : terms A7. Pour changer : terms A7 medium, ou : terms A7 times 09:00 21:00 grace 30.
office-form-order = De qui ? Envoyez par exemple : order A7. Pour changer : order A7 1: first 30; 2: second duty 30; 3: all 30.
inner-terms-level =
    { $level ->
        [low] { $code } : niveau bas (low).
        [medium] { $code } : niveau moyen (medium).
       *[high] { $code } : niveau haut (high).
    }
inner-terms-medium = Moyen autant que possible aujourd'hui : une note est une pression, que Telegram peut lire et que peut envoyer quiconque tient le téléphone.
inner-terms-times = Notes à { $times }, heure de { $zone }.
inner-terms-every = Une note à chaque intervalle de { $span }, entre { $wake } et { $sleep }, heure de { $zone }.
inner-terms-season = De { $first } à { $last } : { $times }.
inner-terms-patience = Une note vaut { $early } avant. Délai { $grace } ; rappels { $reminders } min.
inner-terms-rung = { $number } : { $whom } ; attendre { $wait }.
inner-terms-hold = Qui s'en charge l'a pour { $hold }. Ce qui affaiblit attend { $cooling }.
inner-terms-pending = Un autre accord commence { $at }, si des notes arrivent d'ici là.
inner-terms-how = Pour changer : "terms { $code } medium", "terms { $code } times 09:00 21:00", aussi : days mon-fri, every 6h 07:00-22:00, zone, grace 30, early 2h, nudge off, season 2026-03-01 2026-03-30 04:30 19:00, season off. À qui on demande : "order { $code }".
inner-order-how = Pour changer : "order { $code } 1: first 30; 2: second duty 30; 3: all 30". Qui : duty (de service), another, two, all (du bureau), near (près), first, second, others (proches), lawyer (avocat), family (famille), ou un nom de code.
inner-terms-sure = { $code } : comme ceci ? 1: oui. 2: non.
office-terms-noted = Noté pour { $code }.
office-terms-first = Cela vaut dès la première note de { $code }.
office-terms-now = Cela vaut dès maintenant ; la note de { $due } reste comme elle est.
office-terms-now-no-due = Cela vaut dès maintenant.
office-terms-later = Cela affaiblit. Cela commence { $at }, si des notes arrivent d'ici là ; d'ici là, tout reste comme c'est, et le bureau l'apprend.
office-terms-after-open = Cela commence après la note de { $code } qui est ouverte maintenant.
office-minutes = { $count } min
office-hours = { $count } h
office-days = { $count } j
office-weekday =
    { $day ->
        [mon] lun
        [tue] mar
        [wed] mer
        [thu] jeu
        [fri] ven
        [sat] sam
       *[sun] dim
    }
office-group-duty = de service
office-group-second = quelqu'un d'autre du bureau
office-group-two = deux personnes du bureau
office-group-all = tout le bureau
office-group-near = habite près
office-group-first-contact = première personne de ses proches
office-group-second-contact = deuxième personne de ses proches
office-group-other-contacts = ses autres proches
office-group-lawyer = avocat(e)
office-group-family = famille
office-part-near = habite près
office-part-friend = ami(e)
office-part-lawyer = avocat(e)
office-part-family = famille
office-part-gone = quelqu'un qui n'est plus nommé

## What is wrong with terms; all of it is said at once

office-fault-unreadable = Je ne peux pas lire "{ $word }" après "{ $key }".
office-fault-whom = { $number } : qui est "{ $word }" ?
office-fault-wait = { $number } : il faut à la fin combien attendre, 12 h au plus, par exemple 30.
office-fault-rungs = { $limit } étapes au plus.
office-fault-no-ladder = On ne demanderait à personne.
office-fault-empty-rung = Une étape ne demande à personne.
office-fault-rung-without-wait = Une étape n'attend pas.
office-fault-no-coordinator = On ne demande jamais au bureau.
office-fault-family-first = On ne demande jamais d'abord à la famille.
office-fault-grace-too-long = Le délai est trop long : 12 h au plus, et moins que le temps entre deux notes.
office-fault-no-grace = Sans délai, on ne pourrait rien rappeler.
office-fault-early-too-long = Une note pourrait compter pour deux.
office-fault-high-without-strong-way = "high" a besoin de notes que personne d’autre ne peut envoyer : des codes sur la page, ou des numéros sur papier.
office-fault-ends-asleep = La dernière étape viendrait quand tout le bureau dort.
office-fault-no-way = Il n'y a aucun moyen d'envoyer une note.
office-fault-reminder-after-grace = Un rappel vient après le délai.
office-fault-unknown-zone = Cette zone n'existe pas.
office-fault-no-times = Il n'y a pas d'heures.
office-fault-no-weekdays = Il n'y a pas de jours de la semaine.
office-fault-bad-weekday = Ce jour de la semaine n'existe pas.
office-fault-duplicate-times = Une heure est là deux fois.
office-fault-zoned-time = Une heure du jour ne doit pas avoir sa propre zone.
office-fault-uneven-time = Les heures sont en minutes entières.
office-fault-period-not-positive = "every" demande un temps plus long.
office-fault-period-too-long = "every" est d'une semaine au plus.
office-fault-never-asleep = "every" demande deux heures différentes, comme 07:00-22:00.
office-fault-naive-moment = Ce moment n'a pas de zone.
office-fault-season-backwards = Une saison finit avant de commencer.
office-fault-season-too-long = Une saison est trop longue : 366 jours au plus.
office-fault-season-without-daily-times = Une saison demande des heures de chaque jour, pas "every".

## Inviting

office-invite-level = Comment vit cette personne ? 1: bas, elle travaille ouvertement. 2: moyen, quelqu'un la suit ou lui veut du mal. 3: élevé, ce mois-ci on peut l'emmener ou lui faire du mal.
office-invite-unknown = Je n'ai pas compris.
office-invite-nick = Comment ses proches l'appellent-ils ? Un nom de son choix, de préférence pas le vrai, { $limit } lettres au plus.
office-invite-language = Dans quelle langue lui écrire ? Appuyez sur une langue, ou envoyez son numéro.
office-invite-zone = Où vit cette personne ? Envoyez une ville ou une zone, par exemple : Dushanbe, ou Asia/Dushanbe.
office-invite-times = À quelles heures envoie-t-on une note ? Envoyez par exemple : 09:00 21:00. Ou appuyez sur Comme d'habitude ("usual").
office-invite-link = { $code }, pour une seule personne, jusqu'à { $until } : { $link }
office-invite-number = Dites ce numéro à voix haute, de préférence en personne : { $number }. Ce message part dans dix minutes ; donnez le lien par un autre chemin.
button-office-low = Bas
button-office-medium = Moyen
button-office-high = Élevé
button-office-usual = Comme d'habitude
button-office-zone = { $zone }

## Joining the office

office-join-number = Bonjour. La personne qui vous a donné ce lien a-t-elle dit { $number } ? 1: oui. 2: non.
office-join-language = Quelle langue ? Appuyez sur une langue, ou envoyez son numéro.
office-join-work = Vous seriez du bureau : on vous demande, peut-être la nuit, quand la note de quelqu'un ne vient pas, et par nom de code. Ce que vous lisez ici est pour vous seulement ; ne le copiez pas.
office-join-kept = Nous gardons, sous clé : votre numéro de compte, un nom de code, votre langue, et ce que vous avez répondu et quand. Vous pouvez cesser dès que quelqu'un d'autre est de service.
office-join-seen = Telegram sait que vous utilisez ce chat, et quand, et lit chaque mot. On peut l'obliger à le dire. Qui tient votre téléphone le voit aussi. N'écrivez ni noms ni lieux. Verrouillez votre écran, sans aperçus.
office-join-join = Voulez-vous ? 1: oui. 2: non.
office-join-no = Merci. Rien n'a été gardé. Veuillez effacer ce chat.
office-join-done = Merci d'être là. Votre nom de code ici est { $code }. Envoyez "board" pour voir où on en est, "help" pour ce qu'on peut envoyer.
office-join-on-duty = Vous êtes de service.
office-join-off-duty = Vous n'êtes pas de service. Envoyez "duty on" quand vous l'êtes.
office-join-told = { $code } est maintenant du bureau.

## Duty

office-form-duty = Envoyez : duty on, duty off, duty who. Pour le passer : duty give B2.
office-duty-already = Vous êtes déjà de service.
office-duty-not = Vous n'êtes pas de service.
office-duty-on = Vous êtes de service.
office-duty-off = Vous n'êtes plus de service. Merci.
office-duty-also = { $code } est aussi de service.
office-duty-gone = { $code } n'est plus de service.
office-duty-holds = { $number } est chez vous. Passez d'abord la main : "handback { $number }". Ou passez tout : "duty give B2".
office-duty-last = Personne d'autre n'est de service. Passez-le d'abord, par exemple : "duty give B2".
office-duty-cannot = On ne peut pas demander à { $code } maintenant.
office-duty-bound = { $number } est chez vous, et { $code } ne peut pas le prendre. Passez d'abord la main : "handback { $number }".
office-duty-offered = On demande à { $code }. Jusqu'au oui, vous restez de service.
office-duty-asked = { $code } vous demande de prendre le service, et ce qui est chez { $code }. Ouverts : { $open }. Oui ou non ? Vous pouvez aussi envoyer "duty on".
office-duty-given = { $code } est de service à votre place. Merci.
office-duty-stays = { $code } est de service. Vous restez aussi : il y a chez vous quelque chose que { $code } ne peut pas prendre. Passez d'abord la main.
office-duty-declined = { $code } ne peut pas prendre le service maintenant. Vous restez de service.
inner-duty-on = { $code } : de service.
inner-duty-off = { $code } : pas de service.
inner-duty-lost = { $code } : du bureau, pas joignable.
inner-duty-awake = Quelqu'un est réveillé de { $from } à { $to }, heure de { $zone }.

## A new phone

office-form-move = De qui ? Envoyez par exemple : move A7.
office-move-link = Un nouveau chat pour { $code }, jusqu'à { $until } : { $link }
office-move-compare = Le nouveau chat montre un numéro. Que { $code } vous le dise, d'une voix que vous connaissez : ce doit être { $number }. Ce message part dans dix minutes.
office-move-heard = Le nouveau chat de { $code } est ouvert et montre { $number }. Avez-vous entendu ce numéro de { $code }, d'une voix que vous connaissez ? Alors appuyez sur oui, ou envoyez "move { $code } { $number }". L'ancien chat finit alors.
office-move-nobody = Aucun nouveau chat de { $code } n'attend. Envoyez "move { $code }" pour un lien.
office-move-other-number = Ce n'est pas le numéro. Rien n'a changé. Envoyez "move { $code }" pour un nouveau lien.
office-move-taken = Ce chat est utilisé par quelqu'un d'autre. Rien n'a changé.
office-move-noted = Noté. { $code } a le nouveau chat ; l'ancien a fini sans un mot.
office-move-told = { $code } a un nouveau chat ; { $by } a comparé le numéro de vive voix.
move-number = Bonjour. Dites ce numéro à la personne qui vous a donné le lien : { $number }. Le sien est-il le même ? 1: oui. 2: non.
move-stop = Veuillez fermer ce chat, et parler avec la personne qui vous a donné le lien.
move-wait = Merci. Veuillez attendre de lire ici que cela marche.
move-here-already = Ce chat est déjà le vôtre. Rien n'a changé.
move-other-chat = Ce chat sert à autre chose. Veuillez le dire à la personne qui vous a donné le lien.
move-done = Ce chat marche maintenant comme l'autre. Veuillez effacer l'autre là où vous pouvez.

## Help

inner-help = board : où on en est · open 12 · take 12 · handback 12 · next 12 : demander aux personnes suivantes · confirm 12 · close 12 · heard A7 voice · worry A7 · duty on, off, who, give B2
inner-help-more = who A7 · invite · terms A7 · order A7 : à qui on demande · pause A7 3d · resume A7 · spoke A7 · seized A7 · pair A7 2 · code A7 · move A7 : un nouveau téléphone. Plus sur chacun : "/help take".
inner-help-board = "board" : tout le monde par nom de code, le pire d'abord. "board 2" : la deuxième page.
inner-help-open = "open 12" : ce que c'est et ce qu'il ne faut pas faire. "alarm 12" : aussi à qui on a demandé, et quand. Tout le bureau peut regarder, sauf la personne dont il s'agit.
inner-help-take = "take 12" : vous vous en chargez, et les autres le voient. Cela dure un moment ; reprenez-le pour le garder. "handback 12" : on demande aussitôt aux personnes suivantes. "notme 12" : vous ne pouvez pas maintenant.
inner-help-next = "next 12" : on demande maintenant aux personnes suivantes. Ce qu'elles ont lu ne peut être repris.
inner-help-confirm = "confirm 12 voice", ou question, ou seen : vous savez que c'est la personne, et qu'elle est libre. Une note doit être venue avant, ou quelqu'un doit l'avoir entendue : "heard A7 voice".
inner-help-close = "close 12" : demande comment cela a fini et pourquoi, puis encore une fois. Certains demandent quelqu'un d'autre du bureau, qui envoie la même chose.
inner-help-heard = "heard A7 voice", ou seen : une note dont vous répondez. Avec une heure : "heard A7 voice 19:50". D'un trajet : "heard A7 seen there". Les autres du bureau la voient.
inner-help-worry = "worry A7" : on demande à d'autres du bureau de prendre soin de quelqu'un, même si aucune note n'est en retard. Ses proches n'apprennent rien.
inner-help-duty = "duty on", "duty off", "duty who". "duty give B2" : on demande à B2, qui prend ce qui est chez vous. La dernière personne ne peut pas partir.
inner-help-who = "who A7" : heures, pauses, qui de ses proches est prêt.
inner-help-invite = "invite" : demande tout ce qu'il faut, puis donne un lien pour une personne. En une ligne : "invite medium ru Dushanbe 09:00 21:00 Nino". "invite A7" : un nouveau lien. "invite coordinator" : pour le bureau.
inner-help-terms = "terms A7" : ce qui est convenu. "terms A7 medium grace 30" : pour le changer. C'est montré d'abord. Ce qui affaiblit commence tard, et tout le bureau l'apprend.
inner-help-order = "order A7" : à qui on demande, l'un après l'autre. "order A7 1: first 30; 2: second duty 30; 3: all 30" : pour le changer. Les nombres sont des minutes.
inner-help-pause = "pause A7 3d" : votre oui à une pause. Elle commence après les prochaines notes et finit seule. "pause A7 off" ou "resume A7" : on demande à nouveau des notes.
inner-help-spoke = "spoke A7" : vous avez parlé à part avec quelqu'un qui veut partir. Sans cela, la personne est libre après 72 heures.
inner-help-move = "move A7" : un lien pour un nouveau téléphone. Le numéro est comparé de vive voix ; alors seulement le nouveau chat marche, et l'ancien finit sans un mot.

## Buttons

button-office-more = Plus ({ $page })
button-office-number = { $number } · { $code }
button-office-open = { $number }
button-office-refresh = Actualiser
button-office-board = Tableau
button-office-duty = Service
button-office-invite = Inviter
button-office-hand-back = Je passe la main
button-office-next = Personnes suivantes
button-office-yes-next = Oui, demander pour { $number }
button-office-confirm = Je sais que c'est la personne
button-office-close = C'est fini
button-office-terms = Accord
button-office-ladder = À qui on demande
button-office-heard = J'ai des nouvelles
button-office-pause = Une pause
button-office-move = Un nouveau téléphone
button-office-spoke = J'ai parlé à part
button-office-yes-spoke = Oui, librement
button-office-yes = Oui
button-office-yes-heard = Oui, j'ai entendu { $number }
button-office-same = Le même
button-office-differs = Différent
button-office-on = De service
button-office-off = Pas de service
button-office-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
