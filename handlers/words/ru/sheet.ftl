### What is said about sheets, which are locked on a phone for a few people, and about the keys that open
### them. What begins with "inner-" was asked for, and appears after "open"; all else is outer words.
### What the office types stands in English everywhere. No message is longer than 350 characters.

## To whoever writes a sheet

sheet-open = Когда рядом никого не будет, нажмите первую кнопку внизу. То, что вы там напишете, запирается на вашем телефоне; открыть смогут только те, кого вы выберете.
sheet-by-file = Лист пишут в другом месте, запирают там и прикрепляют здесь файлом.
sheet-nobody = Пока нельзя: в офисе ни у кого нет ключа. Пожалуйста, поговорите с офисом.
sheet-there = О вашем листе. Пожалуйста, откройте, когда рядом никого не будет.
sheet-part = { $have } из { $of }. Для следующей нажмите первую кнопку внизу.
sheet-kept = Сохранён { $at }, ключей: { $count }. Отправьте "мой лист", чтобы сравнить буквы.
sheet-kept-part = Часть { $section } сохранена { $at }, ключей: { $count }. Есть ещё одна? Нажмите первую кнопку внизу. Если нет, отправьте 0.
sheet-none = Здесь нет вашего листа.
sheet-withdrawn = Отозван. Теперь его никто не получит; { $until } он будет стёрт. Чтобы вернуть, отправьте "оставить мой лист".
sheet-back = Снова сохранён, как был.
sheet-keys = Вот ключи ваших людей, чтобы их скопировать, каждый со своими буквами. Сравните буквы голосом.
sheet-fault-not-a-sheet = Такой лист сохранить нельзя. Пожалуйста, заприте его на странице ещё раз, только ключами, которые начинаются с age1pq1.
sheet-fault-too-long = Слишком длинно. Пожалуйста, напишите меньше или каждую часть отдельным листом.
sheet-fault-too-few = Его никто не смог бы открыть. Пожалуйста, заприте его ещё раз.
sheet-fault-strange = Его смогли бы открыть больше людей, чем мы здесь знаем. Пожалуйста, заприте его ещё раз, только для тех, кто назван.
attach-it-anew = Пожалуйста, прикрепите это здесь сами: изменённое и пересланное не считается.

inner-section =
    { $section ->
        [0] Весь лист
        [1] Кому звонить
        [2] Адвокат
        [3] Здоровье
        [4] Семья
        [5] Вопросы
        [6] Что можно рассказать другим
       *[7] Пока вас нет
    }
inner-sheet-kept = { inner-section }: с { $at }, ключей: { $count }.
inner-sheet-anew = С тех пор чей-то ключ изменился. Пожалуйста, заприте лист заново.
inner-sheet-gone = { inner-section }: отозвано { $at }; будет стёрто { $until }.
inner-sheet-compare = Пусть каждый из этих людей прочтёт вам свои буквы голосом. Если они не совпадут, скажите офису.
inner-sheet-letters = { $who }: { $letters }
inner-sheet-key = { $recipient }

button-sheet-withdraw = Отозвать мой лист
button-sheet-keep = Оставить мой лист
button-sheet-keys = Ключи моих людей

## To whoever has a key of their own

own-key-first = Когда рядом никого не будет, нажмите первую кнопку внизу. Она создаёт ключ, которым вы откроете то, что предназначено вам.
own-key-there = Ваш ключ здесь с { DATE($at) }. Его буквы: { $letters }. Читайте их вслух тем, кто спросит, никогда не пишите. Первой кнопкой внизу вы создадите другой.
own-key-kept = Сохранён. Его буквы: { $letters }. Читайте их вслух тем, кто спросит.
own-key-no-page = Отсюда это невозможно. Пожалуйста, поговорите с офисом.
own-key-none = Здесь нет вашего ключа.
own-key-sure = Тогда вам больше нельзя будет передать то, что заперто для него. Убрать?
own-key-gone = Готово. Он больше не используется.
own-key-put-away = Кнопка внизу убрана. Чтобы вернуть её, отправьте "мой ключ".
own-key-fault-own-half = Это была половина, которую больше никому видеть нельзя; она испорчена. Пожалуйста, создайте новый ключ и отправьте ту половину, что начинается с age1pq1.
own-key-fault-other-kind = Это ключ другого вида. Он должен начинаться с age1pq1.
own-key-fault-no-key = Это не ключ или не весь ключ. Он должен начинаться с age1pq1.
key-page-read = Открыть
button-own-key-drop = Убрать мой ключ
button-own-key-yes = Да, убрать

# What stands in a trial sheet, before the number, and what is answered to it.
trial-title = Лист на пробу
trial-inside = Ничего не случилось. Так видно лишь, что ваш ключ по-прежнему открывает то, что предназначено вам. Пожалуйста, напишите это число в чат, из которого пришёл лист:
trial-right = Принято. Ваш ключ его открывает.
trial-other = Это не то число. Пожалуйста, посмотрите ещё раз самый новый лист. Если он больше не открывается, отправьте "мой ключ".

## The keys of the office

inner-office-key = { $code }: { $letters }, с { DATE($at) }
inner-office-key-proven = { $code }: { $letters }, с { DATE($at) }, проверен { DATE($proven) }
inner-office-key-unproven = { $code }: трижды просили проверить этот ключ, и число не пришло.
inner-office-key-none = { $code }: ключа нет
inner-page-key = Страница, до { DATE($until) }: { $letters }
inner-page-keys = Страница показывает свои буквы тому, кто откроет её адрес без кнопки из чата. Они должны быть среди этих.
inner-office-keys = Сравните эти буквы голосом, каждый с каждым. "key": создать ключ на телефоне. "keys add age1pq1…": созданный программой age. "keys drop": без ключа.
office-key-told = У { $code } другой ключ. Сравните буквы голосом: отправьте "keys".
office-key-gone-told = У { $code } больше нет ключа.

## Sheets in the office

office-form-sheet = Чей? Отправьте, например: sheet A7.
office-form-release = Чей и кому? Отправьте, например: release A7 B2. Только две части: release A7 B2 1 3. И то, что заменено раньше: release A7 B2 earlier.
inner-office-sheet-none = { $code }: листа нет.
inner-office-sheet = { $code } · { $section }: { inner-section }, с { $at }, ключей: { $count }.
inner-office-sheet-anew = { $section }: с тех пор изменился ключ.
inner-office-sheet-replaced = { $section }: заменено { $at }, будет стёрто { $until }. До тех пор: "release { $code } B2 earlier".
inner-office-sheet-withdrawn = { $section }: отозвано { $at }. Никому не передаётся.
inner-office-sheet-seized = { $section }: отправлено { $at } с того телефона, когда он был в чужих руках. Не считается и никому не передаётся.
inner-office-release-all =
    { $earlier ->
        [yes] Всё от { $code }, и то, что заменено раньше, передать: { $who }? Прочитанное назад не взять.
       *[no] Всё от { $code } передать: { $who }? Прочитанное назад не взять.
    }
inner-office-release =
    { $earlier ->
        [yes] От { $code } части { $sections }, и то, что заменено раньше, передать: { $who }? Прочитанное назад не взять.
       *[no] От { $code } части { $sections } передать: { $who }? Прочитанное назад не взять.
    }
office-release-who = { $code }: такого имени нет.
office-release-no-key = { $who }: нет ключа, открыть ничего нельзя.
office-release-nothing = { $code }: передавать нечего.
office-released = Сейчас это получит { $who }. Если лист заперт не для этого ключа, там он не откроется.
office-released-told = { $code }: лист получит { $who }, передаёт { $by }.
office-not-released = Ничего не передано.
button-office-yes-release = Да, передать: { $who }

## A question before an end

inner-question = { $number } · { $code }: сначала спросите голосом то, на что ответит только { $code }. Отправьте себе вопросы, задайте один, потом скажите, как было.
inner-question-no-key = У вас нет ключа, и вопросы вы не откроете: отправьте "key", или пусть спросит кто-то ещё из офиса.
office-question-sent = Сейчас придёт. Сохраните, потом откройте.
office-question-wrong = Принято; ничего не закончено. Другим в офисе сообщили. Тот телефон в чужих руках? Отправьте "seized { $code }".
office-question-wrong-told = { $number } · { $code }: ответ был неверным, говорит { $by }. Откройте, прежде чем что-то делать.
button-office-question-send = Отправить мне вопросы
button-office-question-voice = Верно, и я знаю голос
button-office-question-right = Ответ был верным
button-office-question-wrong = Ответ был неверным

## Help

inner-help-sheets = sheet A7: что хранится · release A7 B2: передать кому-то · keys: буквы для сравнения · wrote A7: что пришло с заметками · numbers: что сказать, прежде чем их выберут. Больше о каждом: "/help release".
inner-help-sheet = "sheet A7": какие части листа хранятся, с каких пор и для скольких ключей, что заменено или отозвано за последние 72 часа. Без ключа здесь его никто не прочтёт.
inner-help-release = "release A7 B2" или кто-то из близких, по имени или по номеру из "who A7": лист идёт туда, если у того человека есть ключ. "release A7 B2 2 3": эти части. "release A7 B2 earlier": и то, что заменено за последние 72 часа.
inner-help-keys = "keys": буквы каждого ключа офиса, чтобы сравнить голосом. "key": создать ключ на телефоне. "keys add age1pq1…": созданный программой age на своём компьютере. "keys drop".
