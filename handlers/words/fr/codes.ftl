### What is said of codes and sheets without being asked. Outer words but for what begins with "inner-":
### that appears after "open". Words in quotes are typed as they stand here.

notice-sheet-anew = Veuillez écrire votre feuille à nouveau, et la refermer à clé : envoyez "feuille".
# To the office; whoever else holds a key reads no number and no name.
notice-sheet = { $number } · { $subject } : une feuille. Gardez-la là où vous ouvrez ces choses.
notice-sheet-no-number = Une feuille pour vous. Veuillez l'ouvrir quand il n'y a personne avec vous.
# To whoever looks on it is a sheet like any other.
notice-trial = Une feuille pour vous. Veuillez l'ouvrir quand il n'y a personne avec vous.
notice-codes-told = { $subject } : un changement, à l'instant. Veuillez ouvrir.
inner-codes-first = { $subject } a choisi des codes, ou qui tenait ce téléphone l'a fait. Si rien d'autre ne vient en cinq minutes, demandez de vive voix si c'était { $subject }. Sinon : "code { $subject }".
inner-codes-changed = { $subject } a changé les codes, avec l'ancien. Si rien d'autre ne vient en cinq minutes, demandez de vive voix si c'est un choix libre.
inner-codes-pair = { $subject } a fixé à nouveau les deux boutons égaux. Si rien d'autre ne vient en cinq minutes, demandez de vive voix si c'est un choix libre.
notice-key-unproven = { $subject } : à propos d'une clé. Veuillez ouvrir.
inner-key-unproven = On a demandé trois fois à { $subject } d'ouvrir une feuille d'essai, et aucun nombre n'est venu. Parlez avec { $subject } de vive voix. Quand { $subject } envoie "key", une autre feuille d'essai arrive ; si la clé est perdue, on en crée là une nouvelle.
inner-key-unproven-contact = On a demandé trois fois au numéro { $number } de "who { $subject }" d'ouvrir une feuille d'essai, et aucun nombre n'est venu. Parlez avec cette personne de vive voix. Quand elle envoie "key", une autre arrive ; si la clé est perdue, on en crée là une nouvelle, et on demande à { $subject } de fermer la feuille à nouveau.

## A coordinator lets somebody choose anew

office-form-code = Qui doit choisir à nouveau ? Envoyez par exemple : code A7.
office-code-no-page = { $code } ne peut rien choisir ici : il n'y a pas de page.
office-code-not-now = Pas maintenant pour { $code } : quelque chose est ouvert. Voyez d'abord "who { $code }".
office-code-noted = C'est noté : { $code } est prié de choisir à nouveau, jusqu'à { $until }. Ce qu'il y a compte d'ici là. Quand c'est fait, vous l'apprenez : demandez de vive voix qui c'était.
office-code-told = { $code } peut choisir à nouveau, dit { $by }. Veuillez ouvrir.
inner-help-code = "code A7" : A7 choisit des codes à nouveau sans l'ancien, dans la journée ; envoyez-le après avoir parlé avec A7. Ce que A7 a compte jusque-là. Quand c'est fait, vous l'apprenez : demandez de vive voix si c'était A7.
office-choices-say = Avant que { $code } ne choisisse, dites de vive voix, sans témoin, ce que chaque choix veut dire. Quoi dire : "/help numbers".
office-choices-none = { $code } n'a pas encore de numéro, et les notes de la page ne peuvent pas compter. Quand vous vous êtes parlé : "code { $code }".
inner-help-numbers = "/help numbers", à dire de vive voix, sans témoin : « Vous choisissez deux numéros sur votre téléphone. Le premier dit que vous êtes libre. Le second, qu'on vous force à l'envoyer. Les deux se ressemblent ; après le second nous savons, et n'appelons pas. Ne les dites à personne, à moi non plus. Essayez le second une fois, un jour convenu. »
inner-help-numbers-how = Ils se choisissent avant la première note, ou après "code A7". Deux boutons : convenez de vive voix lequel est celui de la contrainte, puis "pair A7 2". D'ici là, les deux comptent comme libres.
