### What is said with somebody who sends notes, in answer to them. Outer words: a stranger's eye may
### read them. No text is longer than 350 characters. 1 is always a note, 2 always a call for help,
### whatever question is open. Nothing tells anybody's sex, where French can avoid it.

## The keys under the chat. Each begins with its digit; the word is one that can also be typed.

key-note = 1 note
key-help = 2 aide
key-break = 3 pause
key-trip = 4 trajet

## Joining, in parts

enrol-number = Bonjour. Dites ce numéro à la personne qui vous a donné le lien : { $number }. Si le sien est différent, fermez ce chat.
enrol-note = Vous envoyez une petite note aux heures que vous choisissez. Si elle ne vient pas, nous vous le rappelons ; puis notre bureau et les proches que vous avez nommés essaient de savoir pourquoi.
enrol-may-fail = Nous pouvons échouer. Gardez aussi vos autres plans.
enrol-kept = Nous gardons, sous clé : un surnom, vos heures, vos proches, quand des notes sont venues. Vous pouvez cesser : nous parlons d'abord avec vous, en 72 heures au plus.
enrol-seen = Telegram sait que vous utilisez ce chat, et quand, et lit chaque mot écrit ici. On peut l'obliger à le dire. Qui tient votre téléphone le voit aussi. N'écrivez ni noms, ni lieux, ni projets. Si cela seul pouvait vous nuire, il y a d'autres façons.
enrol-own = Ce compte Telegram est-il à vous seulement ? 1: oui. 2: non, d'autres l'utilisent aussi.
enrol-join = Personne ne peut vous obliger. Voulez-vous ? 1: oui. 2: pas maintenant. 3: demandez-moi quand il n'y a personne.
enrol-another-way = Merci. Rien n'a été gardé. Dites-le à la personne qui vous a donné le lien ; il y a d'autres façons.
enrol-shared = Alors une note d'ici pourrait venir de n'importe qui. Rien n'a été gardé. Dites-le à la personne qui vous a donné le lien ; il y a d'autres façons.
enrol-not-now = Merci. Rien n'a été gardé. Le lien reste bon un moment, si vous le voulez.
enrol-alone = Envoyez "suivant" quand personne n'est près de vous.
enrol-agreed = Merci. Rien ne commence encore. Lisez d'abord ce qui se passe, et quand.
enrol-terms = Voici ce que nous convenons. Toutes les heures sont les vôtres.
enrol-practice = Jusqu'à { $until }, c'est un essai : seul notre bureau l'apprend.
enrol-begin = Commencer maintenant ? 1: oui. 2: pas maintenant. Si quelque chose ne convient pas, parlez d'abord avec le bureau.
enrol-later = Rien n'a commencé. Envoyez 1 quand vous voulez continuer.
link-over = Ce lien n'est plus bon. Veuillez en demander un nouveau.

## What happens if no note comes. Each line is one moment, at the earliest.

preview-by = Note avant { $due }. Si rien ne vient :
preview-reminder = { $at } : nous vous le rappelons.
preview-reminder-again = { $at } : nous vous le rappelons encore.
preview-duty = { $at } : nous demandons à qui est de service dans notre bureau.
preview-second = { $at } : nous demandons à une deuxième personne de notre bureau.
preview-two = { $at } : nous demandons à deux personnes de notre bureau.
preview-all = { $at } : nous demandons à tout notre bureau.
preview-near = { $at } : nous demandons à qui habite près, parmi vos proches.
preview-first = { $at } : nous demandons à la première personne de vos proches.
preview-next = { $at } : nous demandons à la deuxième personne de vos proches.
preview-others = { $at } : nous demandons aux autres de vos proches.
preview-lawyer = { $at } : nous demandons à votre avocat ou avocate.
preview-family = { $at } : nous demandons à votre famille.
preview-one = { $at } : nous demandons à quelqu'un parmi vos proches, comme convenu.
preview-found = Dès que quelqu'un sait que vous allez bien, c'est fini.

# $from and $to are times of day, like 07:00.
awake = Quelqu'un de notre bureau est réveillé de { $from } à { $to }.
awake-always = Quelqu'un de notre bureau est réveillé jour et nuit.

## Where things stand

status-late = La note de { $due } est ouverte. Si rien ne vient avant { $until } :
status-open = La note de { $due } est ouverte. Veuillez envoyer 1.
status-resting = Aucune note n'est demandée maintenant. Veuillez parler avec le bureau.
status-trip = En trajet jusqu'à { $until }.
status-terms = Le nouveau commence { $from }, si vos notes arrivent d'ici là.
status-keep = Envoyez "garder" pour tout laisser comme c'est.
status-practice = Jusqu'à { $until }, c'est un essai : seul notre bureau l'apprend.

menu-keys = 1 note, 2 aide, 3 pause, 4 trajet. Envoyez 0 pour le reste.
menu-notes = 1: une note. 2: aide. 3: une pause. 4: un trajet. 5: ce qui se passe si rien ne vient. 6: vos proches. 7: langue. Ou écrivez : j'y suis, +1, reprendre, garder, inviter, retirer, feuille, nouveaux numéros, mes boutons, stop.

## Notes, trips, breaks

note-not-begun = Rien n'a encore commencé. Envoyez "suivant" pour lire ce qui se passe, et quand ; puis vous dites si cela commence.
note-other-way = Une note écrite ici ne compte pas pour vous. Veuillez l'envoyer comme convenu.
moment-not-read = Je n'ai pas compris. Envoyez une heure comme 18:30 ou demain 9, ou une durée, comme +3. Ou "annuler".
moment-past = C'est passé. Veuillez envoyer une heure plus tardive.
unchanged = Tout reste comme avant.

trip-until = Jusqu'à quand ? Envoyez une heure comme 18:30, ou combien d'heures, comme +3.
trip-running = Vous êtes en trajet jusqu'à { $until }. Envoyez 1 quand vous y êtes, +1 pour une heure de plus.
trip-note-first = Votre note est encore ouverte. Veuillez envoyer d'abord 1, puis 4.
trip-none = Vous n'êtes pas en trajet. Envoyez 4 pour en commencer un.
trip-too-late = Plus de temps n'est plus possible. Veuillez envoyer 1 dès que vous pouvez.
trip-too-long = C'est trop long : au plus jusqu'à { $limit }. Veuillez envoyer une heure plus proche.

break-until = Jusqu'à quand ? Envoyez un jour et une heure, comme demain 9 ou ven 20:00, ou combien de jours, comme 2j.
break-now = Vous avez une pause jusqu'à { $until }. Envoyez "reprendre" pour la finir maintenant.
break-coming = Une pause commence { $from }, si vos notes arrivent d'ici là, et finit { $until }. Envoyez "garder" pour tout laisser comme c'est.
break-none = Il n'y a pas de pause à finir.
keep-nothing = Aucun changement n'est en attente.

## Stopping

leaving-sure = Vous pouvez cesser. Le bureau parle d'abord avec vous ; après { $hours } heures au plus, tout est effacé. D'ici là, les notes continuent. 8: oui, cesser. 9: non.
leaving-asked = Vous avez demandé de cesser : au plus tard { $until }, tout est effacé. D'ici là, les notes continuent. Envoyez "garder" pour rester.
# The last thing that is said. $at and $until are dates.
erased = C'est fait, { DATE($at) }. Ce que nous gardions est effacé ; les vieilles copies sont illisibles dès le { DATE($until) }. Nous gardons seulement que quelqu'un a cessé. Telegram et votre téléphone gardent leur part : veuillez effacer ce chat. Reçu { $receipt }.

## One's people

people-nobody = Vous n'avez encore nommé personne ; on demande au bureau seul. Envoyez "inviter" pour nommer quelqu'un.
# $place is a number, $nick the name that was given.
people-name = { $place }. { $nick }
people-line =
    { $place }. { $nick }, { $part ->
        [near] habite près
        [lawyer] avocat(e)
        [family] famille
       *[friend] ami(e)
    } : { $standing ->
        [invited] pas encore de réponse
        [agreed] a dit oui
        [doubted] on ne lui demande rien
        [proven] tout est prêt
       *[unreachable] pas joignable
    }
people-enough = Vous avez déjà nommé { $count } personnes. Retirez d'abord quelqu'un : envoyez "retirer".
invite-name = Comment appelez-vous cette personne ici ? Un surnom est mieux. Personne d'autre ne le lit que cette personne, si vous l'utilisez avec elle, et le bureau.
invite-name-unfit = Veuillez envoyer un nom de { $limit } lettres au plus, qui commence par une lettre. Ou "annuler".
invite-name-taken = Vous avez déjà quelqu'un de ce nom. Veuillez envoyer un autre nom.
invite-part = Qui est-ce ? 3: habite près, peut regarder. 4: ami ou amie. 5: avocat ou avocate. 6: famille.
part-near = Habite près
part-friend = Ami(e)
part-lawyer = Avocat(e)
part-family = Famille
invite-language = Dans quelle langue lui écrire ? Appuyez sur une langue, ou envoyez son numéro, compté à partir de { $first }.
invite-aloud = Dites ceci à voix haute, de préférence en personne : "Si je ne donne plus de nouvelles, ce chat peut vous demander si vous en avez. Vous répondez seulement. Mon numéro est { $number } ; si le vôtre est différent, ne continuez pas."
invite-until = Puis donnez-lui le lien qui suit. Il est pour une seule personne, bon jusqu'à { $until }. N'écrivez pas le numéro.
invite-link = { $link }
invite-accepted = Quelqu'un parmi vos proches a dit oui. Envoyez 6 pour voir.
invite-declined = Quelqu'un parmi vos proches a dit non. Veuillez choisir quelqu'un d'autre : envoyez "inviter".
invite-other-number = Quelqu'un a ouvert votre lien, et le numéro ne correspondait pas. Le lien est fermé. Veuillez parler avec la personne que vous vouliez.
remove-who = À qui ne faut-il plus demander ? Appuyez sur un nom, ou envoyez son numéro. On ne lui dit rien.
removed = Noté. Dès maintenant, on ne lui demande plus ; à sa place, on demande au bureau.
part-told = Quelqu'un parmi vos proches a cessé. Veuillez choisir quelqu'un d'autre : envoyez "inviter". D'ici là, nous demandons au bureau à sa place.

## Language. The names stand in their own language everywhere: do not translate them.

language-which = Quelle langue ? Appuyez sur une langue, ou envoyez son numéro, compté à partir de { $first }.
language-not-known = Je ne connais pas cette langue. Veuillez appuyer sur une langue, ou envoyer "annuler".
language-set = Dès maintenant, nous écrivons en français.
language-ar = العربية
language-en = English
language-es = Español
language-fa = فارسی
language-fr = Français
language-ru = Русский

## Questions with a short answer

yes-or-no = Veuillez répondre oui ou non.
choose-one = Appuyez sur un de ces boutons, ou envoyez son numéro. Ou "annuler".

## Buttons. What they say can also be typed: each stands in understood.ftl as well.

button-next = Suivant
button-yes = Oui
button-no = Non
button-not-now = Pas maintenant
button-alone = Demandez-moi quand il n'y a personne
button-understand = Je comprends
button-another-way = Autre façon
button-there = J'y suis
button-more-time = +1
button-resume = Reprendre
button-keep = Garder
button-invite = Inviter
button-remove = Retirer
