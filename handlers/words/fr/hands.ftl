### What is read and said when somebody's phone is in other hands, and of the two equal buttons. As in
### coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words in quotes
### are typed as they stand here; no message is longer than 350 characters.

button-other-hands = Oui, et quelqu'un d'autre a le téléphone
notice-alarm-other-hands = { $number } · { $subject }. Ouvrez avant de faire quoi que ce soit.
notice-seized-lapses = { $subject } : quelque chose finit { $until }. Veuillez ouvrir.
inner-alarm-other-hands = { $subject }, { level-word } : quelqu'un parmi ses proches dit, { $since }, qu'une autre personne a ce téléphone.
inner-do-other-hands = Prenez-le. Parlez avec qui a écrit. Si c'est possible, envoyez "seized { $subject }" : ce que ce téléphone envoie compte alors comme forcé. N'y appelez pas, n'y écrivez pas.
inner-person-seized = Ce téléphone compte comme en d'autres mains jusqu'à { $until }. Pour prolonger : "seized { $subject }". Quand il est rendu : "free { $subject }". Demandez par une autre voie.
office-form-seized = Le téléphone de qui ? Envoyez par exemple : seized A7.
office-form-free = Le téléphone de qui ? Envoyez par exemple : free A7.
office-seized-noted = C'est noté : { $code }, jusqu'à { $until }. Six heures avant, on vous demande à nouveau. Cela finit par "free { $code }".
office-seized-told = { $code } : du nouveau de { $by }. Veuillez ouvrir.
office-freed = C'est noté : { $code }, comme avant. Ce qui est ouvert reste ouvert.
office-not-seized = { $code } : rien à finir.
office-form-pair = De qui, et lequel ? Envoyez par exemple : pair A7 2. Le nombre est celui du bouton qui veut dire le contraire.
office-pair-noted = C'est noté pour { $code }, dès maintenant. Le reste du bureau l'apprend, sans savoir lequel.
office-pair-told = { $code } : les deux boutons ont été fixés à nouveau par { $by }.
office-pair-not-agreed = { $code } n'a pas deux boutons.
inner-help-seized = "seized A7" : ce téléphone est en d'autres mains. On lui répond comme toujours, et ce qu'il envoie compte comme forcé, 72 heures ; envoyez-le à nouveau pour prolonger. "free A7" : il est rendu.
inner-help-pair = "pair A7 2" : lequel des deux boutons égaux est le forcé, convenu de vive voix. Cela compte aussitôt. Ne l'écrivez jamais à A7.
office-form-wrote = De qui ? Envoyez par exemple : wrote A7.
office-wrote-not-open = Rien n’est ouvert au sujet de { $code }. Ce qui accompagnait une note ne se montre qu’alors.
inner-wrote-nothing = { $code } n’a rien écrit avec les dernières notes.
inner-wrote = { $code }, { $at } : « { $text } »
button-office-wrote = Ce qui était écrit
inner-help-wrote = "wrote A7" : ce que A7 a écrit avec les dernières notes, et un lieu s’il a été envoyé. Seulement tant que quelque chose est ouvert au sujet de A7. Cela a pu être écrit sous la contrainte : cela ne prouve rien.

## On the board

inner-board-state =
    { $state ->
        [taken] { $code } : tenu, ou emmené.
        [raid] { $code } : quelqu'un à la porte.
       *[followed] { $code } : suivi.
    }
inner-board-seized = { $code } : ce téléphone compte comme en d'autres mains jusqu'à { $until }.
