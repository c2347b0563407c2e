### What is read and said when somebody's phone is in other hands, and of the two equal buttons. As in
### coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words in quotes
### are typed as they stand here; no message is longer than 350 characters.

button-other-hands = Да, и телефон у кого-то другого
notice-alarm-other-hands = { $number } · { $subject }. Откройте, прежде чем что-то делать.
notice-seized-lapses = { $subject }: кое-что кончается { $until }. Пожалуйста, откройте.
inner-alarm-other-hands = { $subject }, { level-word }: кто-то из близких говорит, { $since }, что телефон у кого-то другого.
inner-do-other-hands = Возьмите это на себя. Поговорите с тем, кто написал. Если это возможно, отправьте "seized { $subject }": всё с этого телефона будет считаться принуждением. Не звоните и не пишите туда.
inner-person-seized = Телефон считается в чужих руках до { $until }. Продлить: "seized { $subject }". Когда он вернётся: "free { $subject }". Спрашивайте другим путём.
office-form-seized = Чей телефон? Отправьте, например: seized A7.
office-form-free = Чей телефон? Отправьте, например: free A7.
office-seized-noted = Принято: { $code }, до { $until }. За шесть часов до этого вас спросят снова. Закончить: "free { $code }".
office-seized-told = { $code }: новое от { $by }. Пожалуйста, откройте.
office-freed = Принято: { $code }, как раньше. Что открыто, остаётся открытым.
office-not-seized = { $code }: заканчивать нечего.
office-form-pair = Чья и какая? Отправьте, например: pair A7 2. Число — номер кнопки, которая значит обратное.
office-pair-noted = Принято: { $code }, с этой минуты. Остальные в офисе узнают об этом, но не какая.
office-pair-told = { $code }: две кнопки заново назначены, { $by }.
office-pair-not-agreed = { $code }: двух кнопок нет.
inner-help-seized = "seized A7": телефон в чужих руках. Ему отвечают как всегда, а всё, что он пришлёт, 72 часа считается принуждением; отправьте ещё раз, чтобы продлить. "free A7": телефон вернулся.
inner-help-pair = "pair A7 2": какая из двух одинаковых кнопок значит принуждение, как договорились голосом. Действует сразу. Никогда не пишите этого A7.
office-form-wrote = Чьи слова? Отправьте, например: wrote A7.
office-wrote-not-open = О { $code } ничего не открыто. То, что пришло с заметкой, видно только тогда.
inner-wrote-nothing = { $code }: с последними заметками ничего не написано.
inner-wrote = { $code }, { $at }: «{ $text }»
button-office-wrote = Что было написано
inner-help-wrote = "wrote A7": что A7 пишет с последними заметками, и место, если оно пришло. Только пока о A7 что-то открыто. Это могло быть написано по принуждению: это ничего не доказывает.

## On the board

inner-board-state =
    { $state ->
        [taken] { $code }: удерживают или уводят.
        [raid] { $code }: кто-то у двери.
       *[followed] { $code }: кто-то ходит следом.
    }
inner-board-seized = { $code }: телефон считается в чужих руках до { $until }.
