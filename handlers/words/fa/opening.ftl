### What appears only after "open", in the place of the outer words, and goes again after 30 minutes.
### These are inner words. All parts of one message together stay under 350 characters.
### What is read from the left (commands) stands between isolates, U+2068 and U+2069; a line that has
### no letters of ours outside them begins with U+200F.

nothing-to-read = حالا چیزی برای خواندن نیست.
# What stands there again when the inner words have gone.
folded = چیزی برای خواندن هست؛ لطفاً وقتی تنها هستید.
folded-alarm = ‏{ $number } · { $subject }
folded-person = ‏{ $subject }
button-again = دوباره

## To somebody who is asked. $nick is the name by which they know the person.

inner-ask =
    { SINCE($since) } یادداشتی از { $nick } به ما نرسیده است. بیشتر وقت‌ها باتری خالی است. لطفاً به { $nick } زنگ نزنید و ننویسید، آنجا نروید، به کسی نگویید. فقط می‌پرسیم: از آن وقت { $nick } را دیده‌اید یا از او شنیده‌اید؟

    اگر نمی‌توانید، از دیگران می‌پرسیم.
inner-ask-sos =
    { $nick } از ما کمک خواسته است. لطفاً به { $nick } زنگ نزنید و ننویسید، آنجا نروید، به کسی نگویید. فقط می‌پرسیم: { SINCE($since) } { $nick } را دیده‌اید یا از او شنیده‌اید؟

    اگر نمی‌توانید، از دیگران می‌پرسیم.
inner-ask-drill =
    این تمرین است؛ اتفاقی نیفتاده. اگر واقعی بود، حالا می‌پرسیدیم { $nick } را دیده‌اید یا از او شنیده‌اید. لطفاً یکی از این‌ها را فشار دهید، مثل وقتی که واقعی باشد.
inner-with-you = تا { $until } با شماست. درباره { $nick } چه فهمیدید؟ لطفاً تنها آنجا نروید.

button-seen = بله، دیده یا شنیده‌ام
button-can-help = نه، ولی می‌توانم کمک کنم
button-cannot-now = الان نمی‌توانم
button-found-safe = دیده یا شنیده‌ام، حالش خوب است
button-cannot-reach = جواب نمی‌دهد
button-in-danger = چیزی عادی نیست
button-hand-back = پس می‌دهم

## To the office. $subject is the code name.

inner-alarm-missed = { $subject }، { level-word }: یادداشت نیامد، آخرین یادداشت { $last }.
inner-alarm-missed-no-last = { $subject }، { level-word }: یادداشت نیامد، پیش‌تر هم هیچ یادداشتی نیامده.
inner-alarm-journey = { $subject }، { level-word }: از سفر برنگشته، آخرین یادداشت { $last }.
inner-alarm-journey-no-last = { $subject }، { level-word }: از سفر برنگشته.
inner-alarm-unheard = { $subject }، { level-word }: وقتی چیزی به ما نمی‌رسید، یادداشت نیامد. شاید یادداشتی در راه باشد. آخرین یادداشت { $last }.
inner-alarm-unheard-no-last = { $subject }، { level-word }: وقتی چیزی به ما نمی‌رسید، یادداشت نیامد. شاید یادداشتی در راه باشد.
inner-alarm-sos = { $subject }، { level-word }: در { $since } کمک خواست.
inner-alarm-duress = { $subject } در { $since } علامت اجبار داد. شاید کسی آن تلفن را می‌خواند.
inner-alarm-concern = { $subject }، { level-word }: یکی از آشنایان نگران است، { $since }.
inner-alarm-locked = { $subject }: رمزهای نادرست زیاد، { $since }. شاید آن تلفن دست کس دیگری است.
inner-alarm-seized = { $subject }: آن تلفن از { $since } دست کس دیگری است. هر چه بفرستد اجباری حساب می‌شود.
inner-alarm-warned = { $subject } در { $since } یادداشتی فرستاد که می‌گوید مشکلی هست.
inner-state-followed = کسی دنبال اوست.
inner-state-raid = کسی پشت در است یا جایی نزدیک را می‌گردد.
inner-state-taken = او را نگه داشته‌اند یا می‌برند.
inner-alarm-drill = { $subject }: تمرین. اتفاقی نیفتاده.

inner-do-missed = اول: بردارید. به { $subject } زنگ نزنید.
inner-do-journey = اول: بردارید. به { $subject } زنگ نزنید.
inner-do-unheard = اول: بردارید. به { $subject } زنگ نزنید.
inner-do-sos = اول: بردارید. زنگ نزنید و ننویسید؛ گفتگو مثل همیشه جواب می‌دهد.
inner-do-duress = زنگ نزنید، ننویسید، نروید، منتشر نکنید، به خانواده نگویید؛ هرگز نشان ندهید که می‌دانید. گفتگو مثل همیشه جواب می‌دهد. بردارید؛ نفر دومی را با صدا بیدار کنید؛ قرار بگذارید که چه کسی چه می‌کند.
inner-do-concern = اول: بردارید. با کسی که نوشت حرف بزنید. به { $subject } زنگ نزنید.
inner-do-locked = زنگ نزنید، ننویسید، نروید؛ هرگز نشان ندهید که می‌دانید. بردارید؛ نفر دومی را با صدا بیدار کنید.
inner-do-drill = بردارید، مثل وقتی که واقعی باشد.

inner-still-silent = یادداشت بعدی هم نیامده است.
inner-sign-came = یادداشتی در { $at } رسید. هنوز چیزی را ثابت نمی‌کند: با { $subject } حرف بزنید، بعد ⁨"confirm { $number } voice"⁩ بفرستید.
inner-near = از { $near } بپرسید.
inner-publicity = انتشار: { $publicity }.
inner-proxy = فقط { $proxy } می‌تواند بپرسد، با داستان پوششی.
inner-held = تا { $until } با { $holder } است.
inner-next = از نفرات بعدی در { $at } می‌پرسیم.
inner-office-closes = فقط دفتر این را می‌بندد.
inner-closing = { $by } می‌خواهد ببندد: { $outcome ->
        [safe] خوب
        [false-alarm] اتفاقی نیفتاده بود
        [detained] بازداشت
        [harmed] آسیب
       *[unknown] نامعلوم
    }. اگر موافقید، با همان نتیجه ⁨"close { $number }"⁩ بفرستید.
inner-confirming = { $by } تأیید کرد. نفر دومی هم باید: ⁨"confirm { $number } voice"⁩.
inner-found =
    { $finding ->
        [safe] { $by } می‌گوید: دیده یا شنیده‌ام، حالش خوب است. این چیزی را تمام نمی‌کند: لطفاً مطمئن شوید.
        [cannot-reach] { $by } می‌گوید: جواب نمی‌دهد.
       *[in-danger] { $by } می‌گوید: چیزی عادی نیست.
    }
inner-closed =
    { $outcome ->
        [safe] { $number } · { $subject } بسته شد: خوب.
        [false-alarm] { $number } · { $subject } بسته شد: اتفاقی نیفتاده بود.
        [detained] { $number } · { $subject } بسته شد: بازداشت.
        [harmed] { $number } · { $subject } بسته شد: آسیب.
       *[unknown] { $number } · { $subject } بسته شد: نامعلوم.
    }

# $level goes along from the sentence that it stands in.
level-word =
    { $level ->
        [low] کم
        [medium] متوسط
       *[high] زیاد
    }

## About one person, to the office

inner-person-waiting = { $subject }: یادداشت بعدی تا { $due }. آخری { $last }.
inner-person-waiting-no-last = { $subject }: اولین یادداشت تا { $due }.
inner-person-late = { $subject }: یادداشت { $due } دیر شده است.
inner-person-missed = { $subject }: یادداشت { $due } نیامده است.
inner-person-break = { $subject }: در استراحت تا { $until }.
inner-person-resting = { $subject }: یادداشتی خواسته نمی‌شود. کسی باید تصمیم بگیرد: با { $subject } حرف بزنید، بعد ⁨resume⁩.
inner-person-unreachable = گفتگویش به روی ما بسته است: مسدود یا پاک شده. این هشدار نیست. هنوز منتظر یادداشت‌ها هستیم؛ راه دیگری به { $subject } پیدا کنید.
inner-person-change-terms = قرار تازه‌ای که ضعیف‌تر است { $from } شروع می‌شود. آزادانه انتخاب شده؟ با صدا بپرسید.
inner-person-change-pause = استراحتی { $from } شروع و { $until } تمام می‌شود. آزادانه انتخاب شده؟ با صدا بپرسید.
inner-person-leaving = { $subject } می‌خواهد برود، حداکثر تا { $until }. تنها با او حرف بزنید؛ بعد ⁨"spoke { $subject }"⁩ بفرستید.
inner-person-journey = در سفر تا { $until }.
