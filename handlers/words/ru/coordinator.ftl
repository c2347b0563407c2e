### What the office reads when it asks or is asked. Sentences and buttons whose id begins with "office-",
### "move-" or "button-" are outer words: a locked screen may show them. Those that begin with "inner-"
### were asked for, are protected, and go again after half an hour. No message is longer than 350
### characters. Words in quotes are typed as they stand here, in every language: keep them.
### $code, $subject and $by are code names like A7 or B2; $number is the number of an alarm.

office-folded = Здесь было что прочитать.
office-noted = Принято.
office-unchanged = Всё остаётся как было.
office-too-late = Этот вопрос уже прошёл. Пожалуйста, спросите заново.
office-too-long = Короче, пожалуйста: не больше { $limit } знаков.

## Who and which

office-nobody-called = Имени { $code } здесь нет. Отправьте "board", чтобы увидеть список.
office-not-yourself = Этого никто не делает для себя. Пожалуйста, попросите кого-то ещё из офиса.
office-sends-no-notes = { $code } не отправляет заметок.
office-no-such-number = { $given }: такого нет. Отправьте "board", чтобы увидеть список.
office-nothing-open = Ничего не открыто.
office-which-number = Что именно? Нажмите или отправьте номер: "{ $command } { $number }".
office-over = { $number }: уже закончено.
office-not-begun = { $code }: ещё не началось, заметок никто не ждёт.
office-not-here-yet = { $code }: ещё не здесь. Отправьте "invite { $code }" для новой ссылки.
office-here-already = { $code }: уже здесь. Новый телефон? Отправьте "move { $code }".

## An alarm

inner-office-free = Этим никто не занимается. Следующих спросят { $at }.
inner-office-asked = { $who }: сообщили { $at }.
inner-office-not-yet = { $who }: ещё не сообщили.
inner-office-not-reached = { $who }: нет связи.
inner-office-never-tell = Никогда не говорить: { $who }.
office-not-you = { $number }: принято, не вы. Спрашивают других.
office-not-with-you = { $number } не у вас. Ничего не изменилось.
office-next-sure = { $number }: спросить сейчас следующих? Прочитанное назад не взять.
office-next-asked = { $number }: сейчас спрашивают следующих.
office-form-worry = О ком? Отправьте, например: worry A7.
office-worry-noted = Принято. { $code }: теперь есть номер, спрашивают других из офиса. Близкие об этом не узнают.

## Making sure

office-close-it = { $number }: подтверждения здесь не нужно. Когда всё кончится, отправьте "close { $number }".
inner-office-confirm = { $number } · { $code }: как вы убедились, что это { $code }, и на свободе? 1: вы знаете голос. 2: вопрос, на который ответит только { $code }. 3: вы видели { $code }.
button-office-voice = По голосу
button-office-question = По вопросу
button-office-seen = При встрече

## Closing

inner-office-close-outcome = { $number } · { $code }: чем кончилось? 1: хорошо. 2: ничего не было. 3: кто-то удерживает. 4: раны или хуже. 5: неизвестно.
inner-office-close-reason = { $number }: в двух словах, почему? Хранится под замком, только для офиса.
inner-office-close-shorter = { $number }: короче, пожалуйста, не больше { $limit } знаков. Почему?
inner-office-close-sure =
    { $outcome ->
        [safe] { $number } · { $code }: хорошо.
        [false-alarm] { $number } · { $code }: ничего не было.
        [detained] { $number } · { $code }: кто-то удерживает.
        [harmed] { $number } · { $code }: раны или хуже.
       *[unknown] { $number } · { $code }: неизвестно.
    } Все, кого спрашивали, сейчас узнают, что всё кончено; больше никто не ищет. Назад этого не взять. Точно? 1: да. 2: нет.
office-not-closed = { $number } остаётся открытым.
button-office-safe = 1 Хорошо
button-office-false-alarm = 2 Ничего не было
button-office-detained = 3 Кто-то удерживает
button-office-harmed = 4 Раны или хуже
button-office-unknown = 5 Неизвестно
button-office-yes-close = Да, { $number }: закончено
button-office-no = Нет

## A note by voice

office-form-heard = Кого и как? Отправьте, например: heard A7 voice, или: heard A7 seen 19:50.
office-form-heard-when = Когда это было? Отправьте, например: heard { $code } voice 19:50, или 40m, или yesterday 19:50. Не раньше трёх дней назад.
office-heard-how = { $code }: откуда вести? 1: по голосу. 2: при встрече.
office-heard-noted = Принято: { $code }, { $at }.
office-heard-alone = Больше никому из офиса не удалось это показать. Пожалуйста, скажите кому-то.
office-heard-confirm = { $number } ещё открыто. Если в голосе нет сомнений, отправьте "confirm { $number } voice".

## The board

inner-board = Открыто: { $open }, ничьих: { $free }. Опаздывают: { $late }. Ждём: { $waiting }. Отдыхают: { $resting }.
inner-board-nobody-on-duty = Никто из тех, с кем есть связь, не дежурит. Отправьте "duty on".
inner-board-free = { $number } · { $code }: { $kind ->
        [missed] нет заметки
        [sos] просьба о помощи
        [duress] сначала откройте
        [concern] беспокойство
        [locked] сначала откройте
       *[drill] проба
    } с { $since }. Этим никто не занимается.
inner-board-held = { $number } · { $code }: { $kind ->
        [missed] нет заметки
        [sos] просьба о помощи
        [duress] сначала откройте
        [concern] беспокойство
        [locked] сначала откройте
       *[drill] проба
    } с { $since }. Этим занимается { $holder }, до { $until }.
inner-board-with-contact = { $number } · { $code }: { $kind ->
        [missed] нет заметки
        [sos] просьба о помощи
        [duress] сначала откройте
        [concern] беспокойство
        [locked] сначала откройте
       *[drill] проба
    } с { $since }. Узнаёт кто-то из близких, до { $until }.
inner-board-waiting = { $code }: заметка до { $due }.
inner-board-late = { $code }: опаздывает, { $due }.
inner-board-missed = { $code }: не пришла, { $due }.
inner-board-trip-waiting = { $code }: поездка до { $due }.
inner-board-trip-late = { $code }: поездка, опаздывает, { $due }.
inner-board-trip-missed = { $code }: поездка, нет возвращения, { $due }.
inner-board-break = { $code }: перерыв до { $until }.
inner-board-resting = { $code }: отдых, заметок никто не ждёт.
inner-board-not-begun = { $code }: не началось.
inner-board-closed = { $code }: чат для нас закрыт.
inner-board-lost =
    { $count ->
        [one] { $code }: нет связи с { $count } из близких.
        [few] { $code }: нет связи с { $count } из близких.
        [many] { $code }: нет связи с { $count } из близких.
       *[other] { $code }: нет связи с { $count } из близких.
    }
inner-board-pending = { $code }: изменение с { $at }.
inner-board-leaving = { $code }: хочет уйти, не позже { $at }.

## One person

office-form-who = Кто? Отправьте, например: who A7.
inner-who =
    { $code }, { $level ->
        [low] низкий уровень
        [medium] средний уровень
       *[high] высокий уровень
    }: { $standing ->
        [invited] есть приглашение, ещё не здесь
        [reading] читает, что это такое
        [leaving] хочет уйти
       *[agreed] участвует
    }.
inner-who-free = { $number } открыто; этим никто не занимается.
inner-who-held = { $number } открыто; этим кто-то занимается.
inner-who-not-begun = { $subject }: ещё не началось.
inner-who-nobody = Никто не назван; спрашивают только офис.
inner-who-contact =
    { $part ->
        [near] { $number }. Живёт рядом
        [lawyer] { $number }. Адвокат
        [family] { $number }. Семья
       *[friend] { $number }. Из друзей
    }: { $standing ->
        [invited] ответа ещё нет
        [doubted] назван, пока телефон был в чужих руках: никто не спрашивает
        [proven] всё готово
        [lost] нет связи
       *[agreed] есть согласие, пробы ещё не было
    }.
inner-who-key = { $number }: есть ключ, с { DATE($at) }
inner-who-key-proven = { $number }: есть ключ, проверен { DATE($at) }
inner-who-key-unproven = { $number }: трижды просили проверить ключ, и число не пришло.
office-form-pause = До каких пор? Отправьте, например: pause A7 3d, или: pause A7 fri 20:00, или: pause A7 off.
office-pause-until = { $code }, перерыв: надолго? Нажмите или отправьте, например: pause { $code } 3d.
office-pause-noted = Принято. { $code }: перерыв с { $from } до { $until }, если до его начала придут заметки. Офису сообщили.
office-form-resume = Кто? Отправьте, например: resume A7.
office-no-break = { $code }: нет перерыва, который можно закончить.
office-resumed = Принято. { $code }: следующая заметка до { $due }.
office-resumed-no-due = Принято. { $code }: перерыва больше нет.
office-form-spoke = С кем? Отправьте, например: spoke A7.
office-not-leaving = { $code } не просит уйти.
office-spoke-sure = Вы поговорили наедине ({ $code }), и это свободный выбор? Тогда всё, что хранится о { $code }, скоро будет стёрто навсегда. Если да, отправьте "spoke { $code } yes".
office-spoke-noted = Принято. { $code }: больше ничто не держит.

## Terms

office-form-terms = Чьи? Отправьте, например: terms A7. Чтобы изменить: terms A7 medium, или: terms A7 times 09:00 21:00 grace 30.
office-form-order = Чей? Отправьте, например: order A7. Чтобы изменить: order A7 1: first 30; 2: second duty 30; 3: all 30.
inner-terms-level =
    { $level ->
        [low] { $code }: низкий уровень (low).
        [medium] { $code }: средний уровень (medium).
       *[high] { $code }: высокий уровень (high).
    }
inner-terms-medium = Средний, насколько это сегодня возможно: заметка — одно нажатие; его может прочитать Telegram и сделать любой, у кого телефон.
inner-terms-times = Заметки: { $times }, время { $zone }.
inner-terms-every = Заметка каждые { $span }, между { $wake } и { $sleep }, время { $zone }.
inner-terms-season = С { $first } до { $last }: { $times }.
inner-terms-patience = Заметка считается за { $early } до срока. Запас { $grace }; напоминания { $reminders } мин.
inner-terms-rung = { $number }: { $whom }; ждать { $wait }.
inner-terms-hold = Кто берёт, у того это на { $hold }. Что ослабляет, ждёт { $cooling }.
inner-terms-pending = Другие условия начнутся с { $at }, если до тех пор придут заметки.
inner-terms-how = Чтобы изменить: "terms { $code } medium", "terms { $code } times 09:00 21:00", также: days mon-fri, every 6h 07:00-22:00, zone, grace 30, early 2h, nudge off, season 2026-03-01 2026-03-30 04:30 19:00, season off. Кого спрашивают: "order { $code }".
inner-order-how = Чтобы изменить: "order { $code } 1: first 30; 2: second duty 30; 3: all 30". Кто: duty (дежурит), another, two, all (офис), near (рядом), first, second, others (близкие), lawyer (адвокат), family (семья) или условное имя.
inner-terms-sure = { $code }: вот так? 1: да. 2: нет.
office-terms-noted = Принято, { $code }.
office-terms-first = Действует с первой заметки, { $code }.
office-terms-now = Действует с этой минуты; заметка { $due } остаётся как есть.
office-terms-now-no-due = Действует с этой минуты.
office-terms-later = Это ослабляет. Начнётся с { $at }, если до тех пор придут заметки; до тех пор всё остаётся как есть, и офису сообщили.
office-terms-after-open = Начнётся после заметки, которая сейчас открыта: { $code }.
office-minutes = { $count } мин
office-hours = { $count } ч
office-days = { $count } д
office-weekday =
    { $day ->
        [mon] пн
        [tue] вт
        [wed] ср
        [thu] чт
        [fri] пт
        [sat] сб
       *[sun] вс
    }
office-group-duty = кто дежурит
office-group-second = ещё кто-то из офиса
office-group-two = двое из офиса
office-group-all = все из офиса
office-group-near = кто живёт рядом
office-group-first-contact = первый из близких
office-group-second-contact = второй из близких
office-group-other-contacts = остальные близкие
office-group-lawyer = адвокат
office-group-family = семья
office-part-near = живёт рядом
office-part-friend = из друзей
office-part-lawyer = адвокат
office-part-family = семья
office-part-gone = кто уже не назван

## What is wrong with terms; all of it is said at once

office-fault-unreadable = Не могу прочитать "{ $word }" после "{ $key }".
office-fault-whom = { $number }: кто это, "{ $word }"?
office-fault-wait = { $number }: в конце должно стоять, сколько ждать, не больше 12 ч, например 30.
office-fault-rungs = Не больше { $limit } ступеней.
office-fault-no-ladder = Никого бы не спросили.
office-fault-empty-rung = Одна ступень никого не спрашивает.
office-fault-rung-without-wait = Одна ступень не ждёт.
office-fault-no-coordinator = Офис никогда не спрашивают.
office-fault-family-first = Семью никогда не спрашивают первой.
office-fault-grace-too-long = Запас слишком велик: не больше 12 ч и меньше, чем время между заметками.
office-fault-no-grace = Без запаса никому нельзя было бы напомнить.
office-fault-early-too-long = Одна заметка могла бы считаться за две.
office-fault-high-without-strong-way = "high" требует заметок, которых больше никто не отправит: коды на странице или числа на бумаге.
office-fault-ends-asleep = Последняя ступень пришлась бы на время, когда весь офис спит.
office-fault-no-way = Нет способа отправить заметку.
office-fault-reminder-after-grace = Одно напоминание приходит после запаса.
office-fault-unknown-zone = Такого пояса нет.
office-fault-no-times = Времени нет.
office-fault-no-weekdays = Дней недели нет.
office-fault-bad-weekday = Такого дня недели нет.
office-fault-duplicate-times = Одно время стоит дважды.
office-fault-zoned-time = У времени дня не должно быть своего пояса.
office-fault-uneven-time = Время задают целыми минутами.
office-fault-period-not-positive = "every" требует больше времени.
office-fault-period-too-long = "every" не больше недели.
office-fault-never-asleep = "every" требует двух разных часов, например 07:00-22:00.
office-fault-naive-moment = У этого времени нет пояса.
office-fault-season-backwards = Сезон кончается раньше, чем начинается.
office-fault-season-too-long = Сезон слишком длинный: не больше 366 дней.
office-fault-season-without-daily-times = Сезону нужно время на каждый день, а не "every".

## Inviting

office-invite-level = Как живёт этот человек? 1: низкий, работает открыто. 2: средний, кто-то ходит следом или желает зла. 3: высокий, в этом месяце могут увести или ранить.
office-invite-unknown = Не понимаю.
office-invite-nick = Как этого человека зовут близкие? Имя по своему выбору, лучше не настоящее, не больше { $limit } букв.
office-invite-language = На каком языке писать этому человеку? Нажмите язык или отправьте его номер.
office-invite-zone = Где живёт этот человек? Отправьте город или пояс, например: Dushanbe или Asia/Dushanbe.
office-invite-times = В какое время приходит заметка? Отправьте, например: 09:00 21:00. Или нажмите «Как обычно» ("usual").
office-invite-link = { $code }, для одного человека, до { $until }: { $link }
office-invite-number = Назовите это число вслух, лучше при встрече: { $number }. Это сообщение уйдёт через десять минут; ссылку передайте другим путём.
button-office-low = Низкий
button-office-medium = Средний
button-office-high = Высокий
button-office-usual = Как обычно
button-office-zone = { $zone }

## Joining the office

office-join-number = Здравствуйте. Тот, кто дал вам эту ссылку, назвал число { $number }? 1: да. 2: нет.
office-join-language = Какой язык? Нажмите или отправьте его номер.
office-join-work = Вы были бы в офисе: вас спросят, возможно, ночью, когда чья-то заметка не придёт, под условным именем. Что вы читаете здесь, только для вас; не копируйте.
office-join-kept = Мы храним под замком: номер вашего аккаунта, условное имя, ваш язык, ваши ответы и их время. Прекратить можно, как только дежурит кто-то другой.
office-join-seen = Telegram знает, что вы пользуетесь этим чатом и когда, и читает каждое слово. Его могут заставить рассказать. Видит это и тот, у кого ваш телефон. Не пишите имён и мест. Включите блокировку экрана, без показа текста.
office-join-join = Хотите? 1: да. 2: нет.
office-join-no = Спасибо. Ничего не сохранено. Пожалуйста, удалите этот чат.
office-join-done = Добро пожаловать. Ваше условное имя здесь { $code }. Отправьте "board", чтобы увидеть, как дела, "help", чтобы узнать, что можно отправить.
office-join-on-duty = Вы дежурите.
office-join-off-duty = Вы не дежурите. Отправьте "duty on", когда начнёте.
office-join-told = { $code }: теперь в офисе.

## Duty

office-form-duty = Отправьте: duty on, duty off, duty who. Чтобы передать: duty give B2.
office-duty-already = Вы уже дежурите.
office-duty-not = Вы не дежурите.
office-duty-on = Вы дежурите.
office-duty-off = Вы больше не дежурите. Спасибо.
office-duty-also = { $code } тоже дежурит.
office-duty-gone = { $code } больше не дежурит.
office-duty-holds = { $number } у вас. Сначала передайте другим: "handback { $number }". Или передайте всё: "duty give B2".
office-duty-last = Больше никто не дежурит. Сначала передайте, например: "duty give B2".
office-duty-cannot = { $code }: сейчас нельзя спросить.
office-duty-bound = { $number } у вас, и { $code } не может взять. Сначала передайте другим: "handback { $number }".
office-duty-offered = { $code }: спросили. До согласия дежурите вы.
office-duty-asked = { $code } просит вас принять дежурство и всё начатое. Открыто: { $open }. Да или нет? Можно также отправить "duty on".
office-duty-given = { $code } дежурит вместо вас. Спасибо.
office-duty-stays = { $code } дежурит. Вы тоже остаётесь: у вас есть то, что { $code } не может взять. Сначала передайте другим.
office-duty-declined = { $code } не может сейчас дежурить. Дежурите вы.
inner-duty-on = { $code }: дежурит.
inner-duty-off = { $code }: не дежурит.
inner-duty-lost = { $code }: из офиса, нет связи.
inner-duty-awake = Кто-то не спит с { $from } до { $to }, время { $zone }.

## A new phone

office-form-move = Чей? Отправьте, например: move A7.
office-move-link = { $code }: новый чат, до { $until }: { $link }
office-move-compare = Новый чат покажет число. Пусть { $code } назовёт его вам знакомым голосом: должно быть { $number }. Это сообщение уйдёт через десять минут.
office-move-heard = { $code }: новый чат открыт и показывает { $number }. Вы слышали это число знакомым голосом? Тогда нажмите «да» или отправьте "move { $code } { $number }". Старый чат тогда закончится.
office-move-nobody = { $code }: новый чат не ждёт. Отправьте "move { $code }" для ссылки.
office-move-other-number = Это не то число. Ничего не изменилось. Отправьте "move { $code }" для новой ссылки.
office-move-taken = Этот чат занят кем-то другим. Ничего не изменилось.
office-move-noted = Принято. { $code }: новый чат работает; старый закончился без слов.
office-move-told = { $code }: новый чат; число по голосу сверяет { $by }.
move-number = Здравствуйте. Назовите это число тому, кто дал вам ссылку: { $number }. Там такое же? 1: да. 2: нет.
move-stop = Пожалуйста, закройте этот чат и поговорите с тем, кто дал вам ссылку.
move-wait = Спасибо. Пожалуйста, подождите, пока здесь не появится, что всё работает.
move-here-already = Этот чат уже ваш. Ничего не изменилось.
move-other-chat = Этот чат занят другим. Пожалуйста, скажите тому, кто дал вам ссылку.
move-done = Этот чат теперь работает, как прежний. Пожалуйста, удалите прежний, где можете.

## Help

inner-help = board: как дела · open 12 · take 12 · handback 12 · next 12: спросить следующих · confirm 12 · close 12 · heard A7 voice · worry A7 · duty on, off, who, give B2
inner-help-more = who A7 · invite · terms A7 · order A7: кого спрашивают · pause A7 3d · resume A7 · spoke A7 · seized A7 · pair A7 2 · code A7 · move A7: новый телефон. Больше о каждом: "/help take".
inner-help-board = "board": все под условными именами, худшее сначала. "board 2": вторая страница.
inner-help-open = "open 12": что это и чего не делать. "alarm 12": также кого и когда спросили. Смотреть может любой из офиса, кроме того, о ком речь.
inner-help-take = "take 12": это у вас, и другие это видят. Держится какое-то время; возьмите ещё раз, чтобы продлить. "handback 12": сразу спрашивают следующих. "notme 12": сейчас не можете.
inner-help-next = "next 12": сейчас спрашивают следующих. Прочитанное назад не взять.
inner-help-confirm = "confirm 12 voice", или question, или seen: это точно тот человек, и на свободе. До этого должна прийти заметка или кто-то должен услышать голос: "heard A7 voice".
inner-help-close = "close 12": спросит, чем кончилось и почему, потом ещё раз. Иногда нужен ещё кто-то из офиса, кто отправит то же.
inner-help-heard = "heard A7 voice" или seen: заметка, за которую вы ручаетесь. Со временем: "heard A7 voice 19:50". Из поездки: "heard A7 seen there". Остальные из офиса это видят.
inner-help-worry = "worry A7": других из офиса просят позаботиться о ком-то, хотя заметка не опоздала. Близкие ничего не узнают.
inner-help-duty = "duty on", "duty off", "duty who". "duty give B2": спросят B2 и передадут то, что у вас. Последний не может уйти.
inner-help-who = "who A7": время, перерывы, кто из близких готов.
inner-help-invite = "invite": спросит всё нужное и даст ссылку для одного человека. Одной строкой: "invite medium ru Dushanbe 09:00 21:00 Nino". "invite A7": новая ссылка. "invite coordinator": для офиса.
inner-help-terms = "terms A7": о чём договорились. "terms A7 medium grace 30": изменить. Сначала это покажут. Что ослабляет, начнётся позже, и весь офис узнает.
inner-help-order = "order A7": кого спрашивают по очереди. "order A7 1: first 30; 2: second duty 30; 3: all 30": изменить. Числа — минуты.
inner-help-pause = "pause A7 3d": ваше «да» перерыву. Он начнётся после следующих заметок и кончится сам. "pause A7 off" или "resume A7": заметок снова ждут.
inner-help-spoke = "spoke A7": вы поговорили наедине с тем, кто хочет уйти. Без этого уход через 72 часа.
inner-help-move = "move A7": ссылка для нового телефона. Число сверяют голосом; только тогда новый чат заработает, а старый закончится без слов.

## Buttons

button-office-more = Ещё ({ $page })
button-office-number = { $number } · { $code }
button-office-open = { $number }
button-office-refresh = Обновить
button-office-board = Список
button-office-duty = Дежурство
button-office-invite = Пригласить
button-office-hand-back = Передать другим
button-office-next = Следующие люди
button-office-yes-next = Да, спросить: { $number }
button-office-confirm = Это точно тот человек
button-office-close = Закончено
button-office-terms = Условия
button-office-ladder = Кого спрашивают
button-office-heard = Есть вести
button-office-pause = Перерыв
button-office-move = Новый телефон
button-office-spoke = Разговор был
button-office-yes-spoke = Да, свободно
button-office-yes = Да
button-office-yes-heard = Да, число { $number }
button-office-same = То же
button-office-differs = Другое
button-office-on = Дежурю
button-office-off = Не дежурю
button-office-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
        [many] { $count } дней
       *[other] { $count } дня
    }
