### What appears only after "open", in the place of the outer words, and goes again after 30 minutes.
### These are inner words. All parts of one message together stay under 350 characters.

nothing-to-read = Сейчас читать нечего.
# What stands there again when the inner words have gone.
folded = Есть что прочитать, пожалуйста, когда рядом никого нет.
folded-alarm = { $number } · { $subject }
folded-person = { $subject }
button-again = Снова

## To somebody who is asked. $nick is the name by which they know the person.

inner-ask =
    { $nick }: заметок нет { SINCE($since) }. Часто это просто севшая батарея. Пожалуйста, не звоните и не пишите туда, не ходите, никому не говорите. Мы только спрашиваем: были ли у вас с тех пор вести от этого человека?

    Если вы не можете, мы спросим других.
inner-ask-sos =
    { $nick } просит нас о помощи. Пожалуйста, не звоните и не пишите туда, не ходите, никому не говорите. Мы только спрашиваем: были ли у вас { SINCE($since) } вести от этого человека?

    Если вы не можете, мы спросим других.
inner-ask-drill =
    Это проба; ничего не случилось. Будь это всерьёз, мы спросили бы, есть ли вести: { $nick }. Пожалуйста, нажмите одну из кнопок, как нажали бы тогда.
inner-with-you = Это у вас до { $until }. Что удалось узнать: { $nick }? Пожалуйста, не ходите туда без спутников.

button-seen = Да, есть вести
button-can-help = Нет, но могу помочь
button-cannot-now = Сейчас не могу
button-found-safe = Есть вести, всё хорошо
button-cannot-reach = Нет ответа
button-in-danger = Что-то не так
button-hand-back = Передать другим

## To the office. $subject is the code name.

inner-alarm-missed = { $subject }, { level-word }: заметка не пришла, последняя { $last }.
inner-alarm-missed-no-last = { $subject }, { level-word }: заметка не пришла, раньше не было ни одной.
inner-alarm-journey = { $subject }, { level-word }: нет возвращения из поездки, последняя заметка { $last }.
inner-alarm-journey-no-last = { $subject }, { level-word }: нет возвращения из поездки.
inner-alarm-unheard = { $subject }, { level-word }: заметка не пришла, пока мы не слышали. Возможно, она ждёт. Последняя { $last }.
inner-alarm-unheard-no-last = { $subject }, { level-word }: заметка не пришла, пока мы не слышали. Возможно, она ждёт.
inner-alarm-sos = { $subject }, { level-word }: просьба о помощи, { $since }.
inner-alarm-duress = { $subject }: знак принуждения, { $since }. Возможно, телефон читают.
inner-alarm-concern = { $subject }, { level-word }: кто-то из близких беспокоится, { $since }.
inner-alarm-locked = { $subject }: слишком много неверных кодов, { $since }. Возможно, телефон у кого-то другого.
inner-alarm-seized = { $subject }: телефон в чужих руках, { $since }. Всё, что он пришлёт, считается принуждением.
inner-alarm-warned = { $subject }: пришла заметка, { $since }: что-то не так.
inner-state-followed = За этим человеком следят.
inner-state-raid = Кто-то у двери или обыскивает место рядом.
inner-state-taken = Этого человека удерживают или уводят.
inner-alarm-drill = { $subject }: проба. Ничего не случилось.

inner-do-missed = Сначала возьмите это на себя. Не звоните: { $subject }.
inner-do-journey = Сначала возьмите это на себя. Не звоните: { $subject }.
inner-do-unheard = Сначала возьмите это на себя. Не звоните: { $subject }.
inner-do-sos = Сначала возьмите это на себя. Не звоните и не пишите; чат отвечает как всегда.
inner-do-duress = Не звоните, не пишите, не ходите, не публикуйте; семье ни слова; не показывайте, что знаете. Чат отвечает как всегда. Берите; разбудите голосом кого-то из офиса; поделите дела.
inner-do-concern = Сначала возьмите это на себя. Поговорите с тем, кто написал. Не звоните: { $subject }.
inner-do-locked = Не звоните, не пишите, не ходите; никогда не показывайте, что знаете. Возьмите это; разбудите голосом кого-то из офиса.
inner-do-drill = Возьмите это на себя, как взяли бы тогда.

inner-still-silent = Следующая заметка тоже не пришла.
inner-sign-came = Пришла заметка, { $at }. Она ничего не доказывает: поговорите сами ({ $subject }), потом "confirm { $number } voice".
inner-near = Спросите: { $near }.
inner-publicity = Огласка: { $publicity }.
inner-proxy = Спрашивает только { $proxy }, с условленным поводом.
inner-held = Занимается { $holder }, до { $until }.
inner-next = Следующие люди: { $at }.
inner-office-closes = Закрывает это только офис.
inner-closing = { $by } хочет закрыть: { $outcome ->
        [safe] в порядке
        [false-alarm] ничего не было
        [detained] задержание
        [harmed] пострадал человек
       *[unknown] неизвестно
    }. Согласны: "close { $number }" с тем же исходом.
inner-confirming = { $by } подтверждает. Нужен ещё кто-то: "confirm { $number } voice".
inner-found =
    { $finding ->
        [safe] { $by }: есть вести, всё хорошо. Это ещё не конец: убедитесь.
        [cannot-reach] { $by }: нет ответа.
       *[in-danger] { $by }: что-то не так.
    }
inner-closed =
    { $outcome ->
        [safe] { $number } · { $subject }: закрыто, в порядке.
        [false-alarm] { $number } · { $subject }: закрыто, ничего не было.
        [detained] { $number } · { $subject }: закрыто, задержание.
        [harmed] { $number } · { $subject }: закрыто, пострадал человек.
       *[unknown] { $number } · { $subject }: закрыто, неизвестно.
    }

# $level goes along from the sentence that it stands in.
level-word =
    { $level ->
        [low] низкий уровень
        [medium] средний уровень
       *[high] высокий уровень
    }

## About one person, to the office

inner-person-waiting = { $subject }: следующая заметка до { $due }. Последняя { $last }.
inner-person-waiting-no-last = { $subject }: первая заметка до { $due }.
inner-person-late = { $subject }: заметка { $due } опаздывает.
inner-person-missed = { $subject }: заметка { $due } не пришла.
inner-person-break = { $subject }: перерыв до { $until }.
inner-person-resting = { $subject }: заметок никто не ждёт. Кто-то должен решить: поговорите ({ $subject }), потом верните заметки.
inner-person-unreachable = { $subject }: чат для нас закрыт, заблокирован или удалён. Это не тревога. Заметок мы ждём по-прежнему; найдите другой путь.
inner-person-change-terms = Новые, более слабые условия начнутся с { $from }. Это свободный выбор? Спросите голосом.
inner-person-change-pause = Перерыв с { $from } до { $until }. Это свободный выбор? Спросите голосом.
inner-person-leaving = { $subject } хочет уйти, не позже { $until }. Поговорите наедине; потом отправьте "spoke { $subject }".
inner-person-journey = В поездке до { $until }.
