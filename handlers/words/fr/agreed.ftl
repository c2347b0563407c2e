### What terms say of ways to send a note, of questions and of sheets, and what a house must have for
### them. As in coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words
### in quotes are typed as they stand here; no message is longer than 350 characters.

inner-terms-ways = Notes par : { $ways }.
inner-terms-question = Qui confirme pose d’abord une question de la feuille, de vive voix.
inner-terms-place = La page du téléphone demande le lieu ; il ne part que si l’on appuie.
inner-terms-rung-sheet = { $number } : { $whom } ; attendre { $wait }. Qui parmi eux a une clé reçoit de la feuille : { $sections }.
inner-terms-how-more = Par où viennent les notes : "terms { $code } ways page card", aussi pair, tap. Une question avant de confirmer : "terms { $code } question on". Le lieu sur la page, seulement si l’on appuie : "terms { $code } place on".
inner-order-how-more = Ce qui sort de la feuille avec une étape : "order { $code } 1: duty 30; 2: all 30 sheet call health". Aussi lawyer, family, questions, told, list, ou all. Seul qui a une clé le reçoit.
office-way-tap = une pression
office-way-pair = l’un de deux boutons
office-way-card = un numéro sur papier
office-way-sealed = un code sur la page
office-way-heard = de vive voix
office-sheet-0 = tout
office-sheet-1 = qui appeler
office-sheet-2 = l’avocat
office-sheet-3 = santé
office-sheet-4 = famille
office-sheet-5 = les questions
office-sheet-6 = ce qui peut être dit
office-sheet-7 = ce qu’il y a à faire
office-fault-sheet = { $number } : quelle partie de la feuille est "{ $word }" ?
office-fault-no-page = Il n’y a pas de page ici, et les codes en ont besoin.
office-fault-no-cards = Pour les notes il ne reste que des numéros sur papier, et aucun n’est imprimé. Faites-en imprimer, ou faites mettre la page.
office-fault-high-without-horn = "high" a besoin d’une autre voie par laquelle on appelle le bureau. Qui tient ceci doit d’abord la mettre en place.
preview-sheet = Dès { $at } : une partie de votre feuille, si vous en avez écrit une, à ceux d’entre eux qui ont une clé.
office-invite-high = "high" n’est pas encore possible ici : il faut la page ou des numéros sur papier, et une autre voie vers le bureau.
