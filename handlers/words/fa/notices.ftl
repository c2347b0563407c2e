### What arrives by itself, one sentence for every kind in rules/notices.py. These are outer words: a
### locked screen and a stranger's eye may read them. No name, no place, nothing of what this is for.
### No text is longer than 350 characters. Keep every variable in braces.
### What is read from the left (+1, words in Latin letters) stands between isolates, U+2068 and
### U+2069; a line that has no letters of ours outside them begins with U+200F.

## How a moment is said

# $day is mon to sun, $clock is 20:00.
moment-in-week =
    { $day ->
        [mon] دوشنبه { $clock }
        [tue] سه‌شنبه { $clock }
        [wed] چهارشنبه { $clock }
        [thu] پنج‌شنبه { $clock }
        [fri] جمعه { $clock }
        [sat] شنبه { $clock }
       *[sun] یکشنبه { $clock }
    }
# $date is what `date` says.
moment-on-date = ‏{ $date }، { $clock }
date =
    { $month ->
        [m1] { $day } ژانویه
        [m2] { $day } فوریه
        [m3] { $day } مارس
        [m4] { $day } آوریل
        [m5] { $day } مه
        [m6] { $day } ژوئن
        [m7] { $day } ژوئیه
        [m8] { $day } اوت
        [m9] { $day } سپتامبر
        [m10] { $day } اکتبر
        [m11] { $day } نوامبر
       *[m12] { $day } دسامبر
    }
# Roughly since when, with no hour. It follows "We have had no note from NAME".
since =
    { $when ->
        [today-night] از نیمه‌شب دیشب
        [today-morning] از امروز صبح
        [today-afternoon] از امروز بعدازظهر
        [today-evening] از امشب
        [yesterday-night] از نیمه‌شب پریشب
        [yesterday-morning] از دیروز صبح
        [yesterday-afternoon] از دیروز بعدازظهر
        [yesterday-evening] از سر شب دیروز
        [mon] از دوشنبه
        [tue] از سه‌شنبه
        [wed] از چهارشنبه
        [thu] از پنج‌شنبه
        [fri] از جمعه
        [sat] از شنبه
       *[sun] از یکشنبه
    }
since-date = از { $date }

## To somebody who sends notes

notice-nudge = یادداشت، تا { $due }.
notice-reminder = یادداشت شما هنوز باز است. لطفاً تا { $until } بفرستید.
notice-receipt = { $at } ثبت شد. بعدی تا { $due }.
notice-receipt-no-due = { $at } ثبت شد.
notice-too-early = { $at } ثبت شد. یادداشت { $due } هنوز باز است.
notice-started = ممنون. اولین یادداشت شما تا { $due }.
notice-break-set = ثبت شد. استراحت از همین حالا تا { $until }. یادداشت بعدی تا { $due }.
notice-break-pending = ثبت شد. اگر یادداشت‌های شما تا آن وقت برسد، استراحت { $from } شروع و { $until } تمام می‌شود.
notice-break-over = استراحت تمام شد. یادداشت بعدی تا { $due }.
notice-break-over-no-due = استراحت تمام شد.
notice-change-set = ثبت شد. یادداشت { $due } همان‌طور می‌ماند؛ آنچه تازه است بعد از آن حساب می‌شود.
notice-change-set-no-due = ثبت شد. آنچه تازه است از حالا حساب می‌شود.
notice-change-pending = ثبت شد. آنچه تازه است { $from } شروع می‌شود، اگر یادداشت‌های شما تا آن وقت برسد. تا آن وقت همه چیز همان‌طور می‌ماند.
notice-change-dropped = ثبت شد. همه چیز مثل قبل ماند. یادداشت بعدی تا { $due }.
notice-change-dropped-no-due = ثبت شد. همه چیز مثل قبل ماند.
notice-change-refused = این حالا ممکن نیست. چیزی عوض نشد.
notice-change-refused-pause-too-short = استراحت نمی‌تواند پیش از { $from } شروع شود. لطفاً پایان دیرتری انتخاب کنید. چیزی عوض نشد.
notice-change-refused-pause-too-long = خیلی طولانی است: حداکثر تا { $limit }. چیزی عوض نشد.
notice-change-refused-no-extension-left = اینجا وقت بیشتر ممکن نیست. { $until } می‌ماند. لطفاً از دفتر بپرسید.
notice-change-refused-extension-too-long =
    { $limit ->
        [one] خیلی طولانی است: هر بار { $limit } ساعت. چیزی عوض نشد.
       *[other] خیلی طولانی است: هر بار { $limit } ساعت. چیزی عوض نشد.
    }
notice-leaving = ثبت شد. اول دفتر با شما حرف می‌زند. حداکثر تا { $until } همه چیز پاک می‌شود. تا آن وقت یادداشت‌ها ادامه دارد.
notice-journey-begun = ثبت شد. تا { $until }. وقتی رسیدید 1 بفرستید، برای یک ساعت بیشتر ⁨+1⁩. یادداشت { $waits } می‌تواند صبر کند.
notice-journey-begun-no-waits = ثبت شد. تا { $until }. وقتی رسیدید 1 بفرستید، برای یک ساعت بیشتر ⁨+1⁩.
notice-journey-halfway = نیمه راه. { $until } هنوز درست است؟ اگر نه، ⁨+1⁩ بفرستید.
notice-journey-extended = ثبت شد. تا { $until }.
notice-journey-late = { $eta } گذشت. 1 یا ⁨+1⁩ بفرستید.
notice-sos-noted = { $at } ثبت شد. ممنون.
notice-sos-seen = { $at } دیده شد.
notice-outage-over = از { $from } تا { $to } چیزی به ما نمی‌رسید. یادداشت‌هایی که آن وقت فرستاده شد حساب شده است. اگر نتوانستید بفرستید، لطفاً تا { $by } عدد 1 را بفرستید.

## To somebody who is asked

notice-ask = چیزی برای خواندن هست؛ لطفاً وقتی تنها هستید.
notice-taken-contact = کسی دنبال کار است. حالا لازم نیست کاری بکنید. لطفاً تلفن نزدیکتان باشد.
notice-passed-on = ممنون. به دیگری سپرده شد؛ دیگر با شما نیست.
notice-looking = پیامی رسیده و داریم نگاه می‌کنیم. لطفاً فعلاً زنگ نزنید و چیزی ننویسید.
notice-all-well = همه چیز خوب است. ممنون. کار دیگری نیست؛ لطفاً درباره‌اش چیزی ننویسید.
notice-office-speaks = دفتر امروز با شما حرف می‌زند. لطفاً منتظر ما باشید.
notice-it-is-over = تمام شد. حالا لازم نیست کاری بکنید. ممنون.

## To the office. $number is the number by which it is taken, $subject a code name, $minutes how long it has run.

notice-alarm = { $number } · { $subject } · { $minutes } دقیقه. چه کسی برمی‌دارد؟
notice-alarm-missed = { $number } · { $subject } · { $minutes } دقیقه. چه کسی برمی‌دارد؟
notice-alarm-journey = { $number } · { $subject } · سفر · { $minutes } دقیقه. چه کسی برمی‌دارد؟
notice-alarm-unheard = { $number } · { $subject } · چیزی به ما نمی‌رسید · { $minutes } دقیقه. چه کسی برمی‌دارد؟
notice-alarm-still-silent = { $number } · { $subject } · دوباره · { $minutes } دقیقه. چه کسی برمی‌دارد؟
notice-alarm-sos = { $number } · { $subject } · همین حالا · { $minutes } دقیقه. چه کسی برمی‌دارد؟
notice-alarm-forced = { $number } · { $subject }. پیش از هر کاری باز کنید.
notice-alarm-concern = { $number } · { $subject } · کسی نوشت · { $minutes } دقیقه. چه کسی برمی‌دارد؟
notice-alarm-locked = { $number } · { $subject }. پیش از هر کاری باز کنید.
notice-alarm-seized = { $number } · { $subject }. پیش از هر کاری باز کنید.
notice-alarm-warned = { $number } · { $subject }. پیش از هر کاری باز کنید.
notice-alarm-drill = { $number } · { $subject } · تمرین. چه کسی برمی‌دارد؟
notice-taken = { $number } تا { $until } با { $by } است.
notice-free-again = { $number } دوباره با کسی نیست. چه کسی برمی‌دارد؟
notice-hold-over = { $number }: وقت شما تمام شد، حالا از دیگران می‌پرسیم. ادامه می‌دهید؟
notice-found = { $number }: جوابی از { $by }. لطفاً باز کنید.
notice-sign-came = { $number }: یادداشتی { $at } رسید. لطفاً باز کنید.
notice-still-silent = { $number } · { $subject } · هنوز هیچ. لطفاً باز کنید.
notice-news = { $number } · { $subject } · خبر تازه. لطفاً باز کنید.
notice-nobody-told = { $number } · { $subject } · نشد به کسی خبر داد. چه کسی برمی‌دارد؟
notice-closing-asked = { $number }: { $by } از شما بله می‌خواهد. لطفاً باز کنید.
notice-confirming-asked = { $number }: { $by } حرف شما را هم می‌خواهد. لطفاً باز کنید.
notice-closed =
    { $outcome ->
        [safe] { $number } تمام شد. همه چیز خوب است. از { $by }.
        [false-alarm] { $number } تمام شد. چیزی نبود. از { $by }.
       *[other] { $number } اینجا تمام شد. لطفاً با { $by } حرف بزنید.
    }
notice-closed-no-by =
    { $outcome ->
        [safe] { $number } تمام شد. همه چیز خوب است.
        [false-alarm] { $number } تمام شد. چیزی نبود.
       *[other] { $number } اینجا تمام شد. لطفاً بازش کنید.
    }
notice-drill-report = تمرین { $number } تمام شد: از { $asked } نفر پرسیدیم، { $answered } نفر جواب دادند.
notice-subject-unreachable = { $subject }: گفتگو به روی ما بسته است. لطفاً باز کنید.
notice-contact-unreachable = { $subject }: به یکی از آشنایان اینجا دسترسی نیست.
# To the one who named the person; $contact is the name they gave.
notice-contact-unreachable-own = اینجا به { $contact } دسترسی نداریم. لطفاً با او حرف بزنید، یا کس دیگری انتخاب کنید. تا آن وقت به جایش از دفتر می‌پرسیم.
notice-change-told = { $subject }: یک تغییر، از { $from }. لطفاً باز کنید.
notice-leaving-asked = { $subject } می‌خواهد تا { $until } تنها با شما حرف بزند. لطفاً باز کنید.
notice-left = { $subject } دیگر شرکت ندارد. آنچه نگه داشته بودیم پاک شد.
notice-no-watch = { $subject }: یادداشتی خواسته نمی‌شود. لطفاً باز کنید.
notice-heard-told = { $subject }: یادداشت با صدا در { $at }، از { $by }. لطفاً باز کنید.
notice-refused = { $number }: این حالا ممکن نیست. چیزی عوض نشد.
notice-refused-no-sign-yet = { $number }: هنوز چیزی شنیده یا دیده نشده. اول ⁨"heard"⁩ بفرستید. چیزی عوض نشد.
notice-refused-not-yours = { $number } با شما نیست. چیزی عوض نشد.
notice-refused-needs-another = { $number }: ممنون. یک نفر دیگر از دفتر هم باید بگوید.
notice-refused-needs-voice = { $number }: ممنون. یکی از شما باید صدا را هم بشناسد یا او را دیده باشد.
notice-refused-close-it = { $number }: این با ⁨"close { $number }"⁩ تمام می‌شود. چیزی عوض نشد.
notice-refused-news = { $number }: خبر تازه. لطفاً باز کنید. چیزی عوض نشد.
notice-refused-only-coordinators = { $number }: فقط دفتر می‌تواند. چیزی عوض نشد.

## What stands in the place of a name, where a name would say too much

one-of-their-people = یکی از آشنایان
somebody = کسی

## Buttons

button-open = باز کردن
button-take = برمی‌دارم
button-not-me = من نه

## When something cannot be said in its own words, it must be heard all the same

notice-plain = چیزی برای خواندن هست. لطفاً "باز" بفرستید.
went-wrong = اینجا نشد. لطفاً یک بار دیگر بفرستید، یا از دفتر بپرسید.

## To somebody nobody knows; the operator chooses one of these for everybody

stranger-not-in-use = این گفتگو استفاده نمی‌شود.
stranger-received = رسید.
stranger-nobody-here = فعلاً اینجا کسی نمی‌خواند.

## Short answers of the router

not-understood = متوجه نشدم. برای دیدن آنچه می‌شود فرستاد، 0 بفرستید.
type-it-new = لطفاً از نو بنویسید: آنچه ویرایش یا بازفرستاده شود حساب نیست.
only-typed = فقط نوشته را می‌خوانم. لطفاً بنویسید.
