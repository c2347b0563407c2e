### What terms say of ways to send a note, of questions and of sheets, and what a house must have for
### them. As in coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words
### in quotes are typed as they stand here; no message is longer than 350 characters.

inner-terms-ways = Заметки: { $ways }.
inner-terms-question = Кто подтверждает, сначала задаёт голосом вопрос из листа.
inner-terms-place = Страница в телефоне спрашивает место; оно уходит, только если нажать.
inner-terms-rung-sheet = { $number }: { $whom }; ждать { $wait }. У кого из них есть ключ, получит из листа: { $sections }.
inner-terms-how-more = Как приходят заметки: "terms { $code } ways page card", также pair, tap. Вопрос перед подтверждением: "terms { $code } question on". Место на странице, только по нажатию: "terms { $code } place on".
inner-order-how-more = Что из листа уходит с шагом: "order { $code } 1: duty 30; 2: all 30 sheet call health". Также lawyer, family, questions, told, list или all. Получает только тот, у кого есть ключ.
office-way-tap = одно нажатие
office-way-pair = одна из двух кнопок
office-way-card = число на бумаге
office-way-sealed = код на странице
office-way-heard = голосом
office-sheet-0 = всё
office-sheet-1 = кому звонить
office-sheet-2 = адвокат
office-sheet-3 = здоровье
office-sheet-4 = семья
office-sheet-5 = вопросы
office-sheet-6 = что можно рассказать
office-sheet-7 = что сделать
office-fault-sheet = { $number }: какая часть листа — "{ $word }"?
office-fault-no-page = Здесь нет страницы, а коды без неё не работают.
office-fault-no-cards = Для заметок остались только числа на бумаге, и ни одного не напечатано. Сначала напечатайте их или подключите страницу.
office-fault-high-without-horn = "high" требует другого пути, по которому зовут офис. Его сначала настраивает тот, кто ведёт сервер.
preview-sheet = С { $at }: часть вашего листа, если вы его написали, тем из них, у кого есть ключ.
office-invite-high = "high" здесь пока нельзя: нужна страница или числа на бумаге и другой путь к офису.
