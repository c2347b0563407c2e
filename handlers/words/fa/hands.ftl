### What is read and said when somebody's phone is in other hands, and of the two equal buttons. As in
### coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words in quotes
### are typed as they stand here; no message is longer than 350 characters.

button-other-hands = بله، و تلفن دست کس دیگری است
notice-alarm-other-hands = { $number } · { $subject }. پیش از هر کاری باز کنید.
notice-seized-lapses = { $subject }: چیزی { $until } تمام می‌شود. لطفاً باز کنید.
inner-alarm-other-hands = { $subject }، { level-word }: یکی از آشنایان می‌گوید، { $since }، که آن تلفن دست کس دیگری است.
inner-do-other-hands = بردارید. با کسی که نوشته حرف بزنید. اگر ممکن است چنین باشد، بفرستید ⁨"seized { $subject }"⁩: هر چه آن تلفن بفرستد اجباری حساب می‌شود. به آن زنگ نزنید و ننویسید.
inner-person-seized = آن تلفن تا { $until } در دست کس دیگری حساب می‌شود. برای ادامه: ⁨"seized { $subject }"⁩. وقتی برگشت: ⁨"free { $subject }"⁩. از راه دیگری بپرسید.
office-form-seized = تلفن چه کسی؟ مثلاً بفرستید: ⁨seized A7⁩.
office-form-free = تلفن چه کسی؟ مثلاً بفرستید: ⁨free A7⁩.
office-seized-noted = ثبت شد: { $code }، تا { $until }. شش ساعت پیش از آن دوباره از شما می‌پرسیم. با ⁨"free { $code }"⁩ تمام می‌شود.
office-seized-told = { $code }: خبر تازه از { $by }. لطفاً باز کنید.
office-freed = ثبت شد: { $code }، مثل قبل. آنچه باز است باز می‌ماند.
office-not-seized = { $code }: چیزی نیست که تمام شود.
office-form-pair = مال چه کسی، و کدام؟ مثلاً بفرستید: ⁨pair A7 2⁩. عدد، شماره دکمه‌ای است که معنای برعکس دارد.
office-pair-noted = برای { $code } ثبت شد، از همین حالا. دیگران در دفتر این را می‌شنوند، نه این که کدام است.
office-pair-told = { $code }: دو دکمه را { $by } از نو تعیین کرد.
office-pair-not-agreed = { $code } دو دکمه ندارد.
inner-help-seized = ⁨"seized A7"⁩: آن تلفن دست کس دیگری است. مثل همیشه جواب می‌گیرد، و هر چه بفرستد 72 ساعت اجباری حساب می‌شود؛ برای ادامه دوباره بفرستید. ⁨"free A7"⁩: تلفن برگشته است.
inner-help-pair = ⁨"pair A7 2"⁩: کدام یک از دو دکمه یکسان اجباری است، چنان که با صدا قرار گذاشته‌اید. فوراً حساب می‌شود. هرگز آن را برای ⁨A7⁩ ننویسید.
office-form-wrote = حرف‌های چه کسی؟ مثلا بفرستید: ⁨wrote A7⁩.
office-wrote-not-open = درباره { $code } چیزی باز نیست. آنچه با یادداشت آمده فقط آن وقت نشان داده می‌شود.
inner-wrote-nothing = { $code } با یادداشت‌های آخر چیزی ننوشته است.
inner-wrote = { $code }، { $at }: «{ $text }»
button-office-wrote = آنچه نوشته شده
inner-help-wrote = ⁨"wrote A7"⁩: آنچه A7 با یادداشت‌های آخر نوشته، و جایی که فرستاده شده باشد. فقط تا وقتی چیزی درباره A7 باز است. شاید زیر فشار نوشته شده باشد: چیزی را ثابت نمی‌کند.

## On the board

inner-board-state =
    { $state ->
        [taken] { $code }: در دست دیگران است، یا می‌برندش.
        [raid] { $code }: کسی پشت در است.
       *[followed] { $code }: کسی دنبالش است.
    }
inner-board-seized = { $code }: آن تلفن تا { $until } در دست کس دیگری حساب می‌شود.
