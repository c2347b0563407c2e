### What arrives by itself, one sentence for every kind in rules/notices.py. These are outer words: a
### locked screen and a stranger's eye may read them. No name, no place, nothing of what this is for.
### No text is longer than 350 characters. A moment may be `20:00`, `пт 20:00` or `3 мая 20:00`: it
### stands alone or after "до" and "с". Who did something may be a code or "кто-то из близких": it is
### the subject of its sentence, or stands after a colon.

## How a moment is said

# $day is mon to sun, $clock is 20:00.
moment-in-week =
    { $day ->
        [mon] пн { $clock }
        [tue] вт { $clock }
        [wed] ср { $clock }
        [thu] чт { $clock }
        [fri] пт { $clock }
        [sat] сб { $clock }
       *[sun] вс { $clock }
    }
# $date is what `date` says.
moment-on-date = { $date } { $clock }
date =
    { $month ->
        [m1] { $day } янв
        [m2] { $day } фев
        [m3] { $day } мар
        [m4] { $day } апр
        [m5] { $day } мая
        [m6] { $day } июн
        [m7] { $day } июл
        [m8] { $day } авг
        [m9] { $day } сен
        [m10] { $day } окт
        [m11] { $day } ноя
       *[m12] { $day } дек
    }
# Roughly since when, with no hour. It follows "NAME: заметок нет".
since =
    { $when ->
        [today-night] с этой ночи
        [today-morning] с сегодняшнего утра
        [today-afternoon] с сегодняшнего обеда
        [today-evening] с сегодняшнего вечера
        [yesterday-night] с позапрошлой ночи
        [yesterday-morning] со вчерашнего утра
        [yesterday-afternoon] со вчерашнего обеда
        [yesterday-evening] со вчерашнего вечера
        [mon] с понедельника
        [tue] со вторника
        [wed] со среды
        [thu] с четверга
        [fri] с пятницы
        [sat] с субботы
       *[sun] с воскресенья
    }
since-date = с { $date }

## To somebody who sends notes

notice-nudge = Заметка, до { $due }.
notice-reminder = Ваша заметка ещё открыта. Пожалуйста, отправьте её до { $until }.
notice-receipt = Принято { $at }. Следующая до { $due }.
notice-receipt-no-due = Принято { $at }.
notice-too-early = Принято { $at }. Заметка { $due } ещё открыта.
notice-started = Спасибо. Первая заметка: до { $due }.
notice-break-set = Принято. Перерыв с этой минуты до { $until }. Следующая заметка: до { $due }.
notice-break-pending = Принято. Перерыв будет с { $from } до { $until }, если до его начала придут ваши заметки.
notice-break-over = Перерыв окончен. Следующая заметка: до { $due }.
notice-break-over-no-due = Перерыв окончен.
notice-change-set = Принято. Заметка { $due } остаётся как есть; новое начнётся после неё.
notice-change-set-no-due = Принято. Новое действует с этой минуты.
notice-change-pending = Принято. Новое начнётся с { $from }, если до тех пор придут ваши заметки. До тех пор всё остаётся как есть.
notice-change-dropped = Принято. Всё остаётся как было. Следующая заметка: до { $due }.
notice-change-dropped-no-due = Принято. Всё остаётся как было.
notice-change-refused = Сейчас это невозможно. Ничего не изменилось.
notice-change-refused-pause-too-short = Перерыв не может начаться раньше { $from }. Пожалуйста, выберите конец позже. Ничего не изменилось.
notice-change-refused-pause-too-long = Это слишком долго: самое позднее до { $limit }. Ничего не изменилось.
notice-change-refused-no-extension-left = Больше времени здесь нельзя. Остаётся { $until }. Пожалуйста, спросите офис.
notice-change-refused-extension-too-long =
    { $limit ->
        [one] Это слишком долго: { $limit } час за раз. Ничего не изменилось.
        [few] Это слишком долго: { $limit } часа за раз. Ничего не изменилось.
        [many] Это слишком долго: { $limit } часов за раз. Ничего не изменилось.
       *[other] Это слишком долго: { $limit } часа за раз. Ничего не изменилось.
    }
notice-leaving = Принято. Сначала с вами поговорит офис. Не позже { $until } всё будет стёрто. До тех пор заметки идут дальше.
notice-journey-begun = Принято. До { $until }. На месте отправьте 1, ещё на час: +1. Заметка { $waits } может подождать.
notice-journey-begun-no-waits = Принято. До { $until }. На месте отправьте 1, ещё на час: +1.
notice-journey-halfway = Половина позади. { $until } ещё верно? Если нет, отправьте +1.
notice-journey-extended = Принято. До { $until }.
notice-journey-late = { $eta } уже прошло. Отправьте 1 или +1.
notice-sos-noted = Принято { $at }. Спасибо.
notice-sos-seen = Прочитано { $at }.
notice-outage-over = Мы ничего не слышали с { $from } до { $to }. Заметки за это время засчитаны. Если отправить не вышло, пожалуйста, отправьте 1 до { $by }.

## To somebody who is asked

notice-ask = Есть что прочитать, пожалуйста, когда рядом никого нет.
notice-taken-contact = Этим уже занимаются. Вам сейчас ничего делать не нужно. Пожалуйста, держите телефон рядом.
notice-passed-on = Спасибо. Это передано; вам больше ничего делать не нужно.
notice-looking = Пришло сообщение, мы его смотрим. Пожалуйста, пока не звоните и не пишите.
notice-all-well = Всё хорошо. Спасибо. Больше ничего делать не нужно; пожалуйста, не пишите об этом.
notice-office-speaks = Сегодня с вами поговорит офис. Пожалуйста, подождите нас.
notice-it-is-over = Всё закончилось. Вам сейчас ничего делать не нужно. Спасибо.

## To the office. $number is the number by which it is taken, $subject a code name, $minutes how long it has run.

notice-alarm = { $number } · { $subject } · { $minutes } мин. Кто берёт?
notice-alarm-missed = { $number } · { $subject } · { $minutes } мин. Кто берёт?
notice-alarm-journey = { $number } · { $subject } · поездка · { $minutes } мин. Кто берёт?
notice-alarm-unheard = { $number } · { $subject } · мы не слышали · { $minutes } мин. Кто берёт?
notice-alarm-still-silent = { $number } · { $subject } · снова · { $minutes } мин. Кто берёт?
notice-alarm-sos = { $number } · { $subject } · сейчас · { $minutes } мин. Кто берёт?
notice-alarm-forced = { $number } · { $subject }. Откройте, прежде чем что-то делать.
notice-alarm-concern = { $number } · { $subject } · кто-то написал · { $minutes } мин. Кто берёт?
notice-alarm-locked = { $number } · { $subject }. Откройте, прежде чем что-то делать.
notice-alarm-seized = { $number } · { $subject }. Откройте, прежде чем что-то делать.
notice-alarm-warned = { $number } · { $subject }. Откройте, прежде чем что-то делать.
notice-alarm-drill = { $number } · { $subject } · проба. Кто берёт?
notice-taken = { $number }: этим занимается { $by }, до { $until }.
notice-free-again = { $number } снова свободно. Кто берёт?
notice-hold-over = { $number }: ваше время вышло, теперь спрашивают других. Вы продолжаете?
notice-found = { $number }: есть ответ, { $by }. Пожалуйста, откройте.
notice-sign-came = { $number }: пришла заметка, { $at }. Пожалуйста, откройте.
notice-still-silent = { $number } · { $subject } · пока ничего. Пожалуйста, откройте.
notice-news = { $number } · { $subject } · новое. Пожалуйста, откройте.
notice-nobody-told = { $number } · { $subject } · никому не удалось сообщить. Кто берёт?
notice-closing-asked = { $number }: { $by } ждёт вашего «да». Пожалуйста, откройте.
notice-confirming-asked = { $number }: { $by } ждёт и вашего слова. Пожалуйста, откройте.
notice-closed =
    { $outcome ->
        [safe] { $number }: закончено. Всё хорошо. Закрывает { $by }.
        [false-alarm] { $number }: закончено. Ничего не было. Закрывает { $by }.
       *[other] { $number }: здесь закончено. Спросите, пожалуйста: { $by }.
    }
notice-closed-no-by =
    { $outcome ->
        [safe] { $number }: закончено. Всё хорошо.
        [false-alarm] { $number }: закончено. Ничего не было.
       *[other] { $number }: здесь закончено. Пожалуйста, откройте.
    }
notice-drill-report = Проба { $number } закончена. Спросили: { $asked }. Ответили: { $answered }.
notice-subject-unreachable = { $subject }: чат для нас закрыт. Пожалуйста, откройте.
notice-contact-unreachable = { $subject }: здесь нет связи с кем-то из близких.
# To the one who named the person; $contact is the name they gave.
notice-contact-unreachable-own = { $contact }: здесь нет связи. Пожалуйста, поговорите с этим человеком или выберите другого. До тех пор мы спрашиваем вместо него офис.
notice-change-told = { $subject }: изменение, с { $from }. Пожалуйста, откройте.
notice-leaving-asked = { $subject } просит поговорить с вами наедине, до { $until }. Пожалуйста, откройте.
notice-left = { $subject } больше не участвует. Что мы хранили, стёрто.
notice-no-watch = { $subject }: заметок никто не ждёт. Пожалуйста, откройте.
notice-heard-told = { $subject }: есть вести, { $at }, записывает { $by }. Пожалуйста, откройте.
notice-refused = { $number }: сейчас это невозможно. Ничего не изменилось.
notice-refused-no-sign-yet = { $number }: пока никто ничего не слышал и не видел. Сначала отправьте "heard". Ничего не изменилось.
notice-refused-not-yours = { $number } не у вас. Ничего не изменилось.
notice-refused-needs-another = { $number }: спасибо. То же должен сказать ещё кто-то из офиса.
notice-refused-needs-voice = { $number }: спасибо. Кто-то из вас должен ещё узнать голос или увидеть человека.
notice-refused-close-it = { $number }: это заканчивают так: "close { $number }". Ничего не изменилось.
notice-refused-news = { $number }: новое. Пожалуйста, откройте. Ничего не изменилось.
notice-refused-only-coordinators = { $number }: это может только офис. Ничего не изменилось.

## What stands in the place of a name, where a name would say too much

one-of-their-people = кто-то из близких
somebody = кто-то

## Buttons

button-open = Открыть
button-take = Беру
button-not-me = Не я

## When something cannot be said in its own words, it must be heard all the same

notice-plain = Есть что прочитать. Пожалуйста, отправьте "открыть".
went-wrong = Здесь это не получилось. Пожалуйста, отправьте ещё раз или спросите офис.

## To somebody nobody knows; the operator chooses one of these for everybody

stranger-not-in-use = Этот чат не используется.
stranger-received = Получено.
stranger-nobody-here = Сейчас здесь никто не читает.

## Short answers of the router

not-understood = Не понимаю. Отправьте 0, чтобы увидеть, что можно отправить.
type-it-new = Пожалуйста, напишите заново: изменённое и пересланное не считается.
only-typed = Я читаю только написанное. Пожалуйста, напишите.
