### What the office reads when it asks or is asked. Sentences and buttons whose id begins with "office-",
### "move-" or "button-" are outer words: a locked screen may show them. Those that begin with "inner-"
### were asked for, are protected, and go again after half an hour. No message is longer than 350
### characters. Words in quotes are typed as they stand here, in every language: keep them.
### $code, $subject and $by are code names like A7 or B2; $number is the number of an alarm.
### What is read from the left (commands) stands between isolates, U+2068 and U+2069; a line that has
### no letters of ours outside them begins with U+200F.

office-folded = اینجا چیزی برای خواندن بود.
office-noted = ثبت شد.
office-unchanged = همه چیز مثل قبل ماند.
office-too-late = آن پرسش تمام شده است. لطفاً از نو بپرسید.
office-too-long = لطفاً کوتاه‌تر: حداکثر { $limit } حرف.

## Who and which

office-nobody-called = اینجا کسی به نام { $code } نیست. برای فهرست ⁨"board"⁩ بفرستید.
office-not-yourself = کسی این را برای خودش انجام نمی‌دهد. لطفاً از یک نفر دیگر دفتر بخواهید.
office-sends-no-notes = { $code } یادداشت نمی‌فرستد.
office-no-such-number = { $given } وجود ندارد. برای فهرست ⁨"board"⁩ بفرستید.
office-nothing-open = چیزی باز نیست.
office-which-number = کدام؟ فشار دهید، یا شماره‌اش را بفرستید: ⁨"{ $command } { $number }"⁩.
office-over = { $number } تمام شده است.
office-not-begun = { $code } هنوز شروع نکرده است: یادداشتی خواسته نمی‌شود.
office-not-here-yet = { $code } هنوز نیامده است. برای پیوند تازه ⁨"invite { $code }"⁩ بفرستید.
office-here-already = { $code } از قبل اینجاست. تلفن تازه؟ ⁨"move { $code }"⁩ بفرستید.

## An alarm

inner-office-free = با کسی نیست. از نفرات بعدی در { $at } می‌پرسیم.
inner-office-asked = { $who }: در { $at } باخبر شد.
inner-office-not-yet = { $who }: هنوز باخبر نشده.
inner-office-not-reached = { $who }: دسترسی نیست.
inner-office-never-tell = هرگز نگویید به: { $who }.
office-not-you = { $number }: ثبت شد، شما نه. از دیگران می‌پرسیم.
office-not-with-you = { $number } با شما نیست. چیزی عوض نشد.
office-next-sure = { $number }: حالا از نفرات بعدی بپرسیم؟ آنچه بخوانند پس گرفتنی نیست.
office-next-asked = { $number }: حالا از نفرات بعدی می‌پرسیم.
office-form-worry = درباره چه کسی؟ مثلاً بفرستید: ⁨worry A7⁩.
office-worry-noted = ثبت شد. { $code } حالا شماره دارد، و از دیگران در دفتر می‌پرسیم. هیچ‌یک از آشنایان باخبر نمی‌شود.

## Making sure

office-close-it = { $number } تأیید کسی را نمی‌خواهد. وقتی تمام شد، ⁨"close { $number }"⁩ بفرستید.
inner-office-confirm = { $number } · { $code }: از کجا مطمئن شدید که { $code } است، و آزاد؟ 1: صدا را می‌شناسید. 2: پرسشی که فقط { $code } جوابش را دارد. 3: { $code } را دیده‌اید.
button-office-voice = با صدا
button-office-question = با پرسش
button-office-seen = دیده شد

## Closing

inner-office-close-outcome = { $number } · { $code }: چطور تمام شد؟ 1: خوب. 2: اتفاقی نیفتاده بود. 3: در دست کسی. 4: آسیب، یا بدتر. 5: نامعلوم.
inner-office-close-reason = { $number }: چرا، در چند کلمه؟ قفل‌شده می‌ماند، فقط برای دفتر.
inner-office-close-shorter = { $number }: لطفاً کوتاه‌تر، حداکثر { $limit } حرف. چرا؟
inner-office-close-sure =
    { $outcome ->
        [safe] { $number } · { $code }: خوب.
        [false-alarm] { $number } · { $code }: اتفاقی نیفتاده بود.
        [detained] { $number } · { $code }: در دست کسی.
        [harmed] { $number } · { $code }: آسیب، یا بدتر.
       *[unknown] { $number } · { $code }: نامعلوم.
    } همه کسانی که پرسیده شدند حالا می‌شنوند که تمام شد؛ دیگر کسی پرس‌وجو نمی‌کند. پس گرفتنی نیست. مطمئنید؟ 1: بله. 2: نه.
office-not-closed = { $number } باز می‌ماند.
button-office-safe = 1 خوب
button-office-false-alarm = 2 اتفاقی نیفتاده بود
button-office-detained = 3 در دست کسی
button-office-harmed = 4 آسیب، یا بدتر
button-office-unknown = 5 نامعلوم
button-office-yes-close = بله، { $number } تمام شد
button-office-no = نه

## A note by voice

office-form-heard = چه کسی، و چطور؟ مثلاً بفرستید: ⁨heard A7 voice⁩، یا: ⁨heard A7 seen 19:50⁩.
office-form-heard-when = کی بود؟ مثلاً بفرستید: ⁨heard { $code } voice 19:50⁩، یا ⁨40m⁩، یا ⁨yesterday 19:50⁩. حداکثر سه روز پیش.
office-heard-how = خبر { $code } چطور رسید؟ 1: با صدا. 2: دیده شد.
office-heard-noted = ثبت شد: { $code }، { $at }.
office-heard-alone = نشد این را به کس دیگری در دفتر نشان داد. لطفاً به کسی بگویید.
office-heard-confirm = { $number } هنوز باز است. اگر از صدا مطمئنید، ⁨"confirm { $number } voice"⁩ بفرستید.

## The board

inner-board = باز: { $open }، بی‌کس: { $free }. دیر: { $late }. منتظر: { $waiting }. بی‌یادداشت: { $resting }.
inner-board-nobody-on-duty = کسی که در دسترس باشد سر نوبت نیست. ⁨"duty on"⁩ بفرستید.
inner-board-free = { $number } · { $code }: { $kind ->
        [missed] یادداشت نیامد
        [sos] کمک خواست
        [duress] اول باز کنید
        [concern] نگرانی
        [locked] اول باز کنید
       *[drill] تمرین
    } از { $since }. با کسی نیست.
inner-board-held = { $number } · { $code }: { $kind ->
        [missed] یادداشت نیامد
        [sos] کمک خواست
        [duress] اول باز کنید
        [concern] نگرانی
        [locked] اول باز کنید
       *[drill] تمرین
    } از { $since }. تا { $until } با { $holder }.
inner-board-with-contact = { $number } · { $code }: { $kind ->
        [missed] یادداشت نیامد
        [sos] کمک خواست
        [duress] اول باز کنید
        [concern] نگرانی
        [locked] اول باز کنید
       *[drill] تمرین
    } از { $since }. یکی از آشنایان تا { $until } نگاه می‌کند.
inner-board-waiting = { $code }: یادداشت تا { $due }.
inner-board-late = { $code }: دیر، { $due }.
inner-board-missed = { $code }: نیامد، { $due }.
inner-board-trip-waiting = { $code }: سفر تا { $due }.
inner-board-trip-late = { $code }: سفر، دیر، { $due }.
inner-board-trip-missed = { $code }: سفر، نیامد، { $due }.
inner-board-break = { $code }: استراحت تا { $until }.
inner-board-resting = { $code }: یادداشتی خواسته نمی‌شود.
inner-board-not-begun = { $code }: شروع نکرده است.
inner-board-closed = { $code }: گفتگو به روی ما بسته است.
inner-board-lost =
    { $count ->
        [one] { $code }: به { $count } نفر از آشنایان دسترسی نیست.
       *[other] { $code }: به { $count } نفر از آشنایان دسترسی نیست.
    }
inner-board-pending = { $code }: یک تغییر از { $at }.
inner-board-leaving = { $code }: می‌خواهد برود، حداکثر تا { $at }.

## One person

office-form-who = چه کسی؟ مثلاً بفرستید: ⁨who A7⁩.
inner-who =
    { $standing ->
        [invited] { $code }، { $level }: دعوت شده، هنوز نیامده.
        [reading] { $code }، { $level }: می‌خواند که چیست.
        [leaving] { $code }، { $level }: می‌خواهد برود.
       *[agreed] { $code }، سطح: { $level }.
    }
inner-who-free = { $number } باز است؛ با کسی نیست.
inner-who-held = { $number } باز است؛ با کسی هست.
inner-who-not-begun = { $subject } هنوز شروع نکرده است.
inner-who-nobody = از کسی نام برده نشده؛ فقط از دفتر می‌پرسیم.
inner-who-contact =
    ‏{ $part ->
        [near] { $number }. نزدیک
        [lawyer] { $number }. وکیل
        [family] { $number }. خانواده
       *[friend] { $number }. دوست
    }: { $standing ->
        [invited] هنوز جواب نداده
        [doubted] وقتی گوشی دست دیگران بود نام برده شد: کسی از او نمی‌پرسد
        [proven] آماده
        [lost] دسترسی نیست
       *[agreed] پذیرفته، هنوز آزمایش نشده
    }.
inner-who-key = { $number }: کلید دارد، از { DATE($at) }
inner-who-key-proven = { $number }: کلید دارد، آخرین امتحان { DATE($at) }
inner-who-key-unproven = { $number }: سه بار خواسته شد کلید را امتحان کند، و شماره‌ای نرسید.
office-form-pause = تا کی؟ مثلاً بفرستید: ⁨pause A7 3d⁩، یا: ⁨pause A7 fri 20:00⁩، یا: ⁨pause A7 off⁩.
office-pause-until = استراحتی برای { $code }: چه مدت؟ یکی را فشار دهید، یا مثلاً بفرستید: ⁨pause { $code } 3d⁩.
office-pause-noted = ثبت شد. اگر یادداشت‌ها تا آن وقت برسد، استراحت { $code } در { $from } شروع و { $until } تمام می‌شود. به دفتر گفته می‌شود.
office-form-resume = چه کسی؟ مثلاً بفرستید: ⁨resume A7⁩.
office-no-break = { $code } استراحتی ندارد که تمام شود.
office-resumed = ثبت شد. { $code }: یادداشت بعدی تا { $due }.
office-resumed-no-due = ثبت شد. { $code } دیگر استراحتی ندارد.
office-form-spoke = با چه کسی؟ مثلاً بفرستید: ⁨spoke A7⁩.
office-not-leaving = { $code } نخواسته است برود.
office-spoke-sure = با { $code } تنها حرف زده‌اید، و { $code } آزادانه این را می‌خواهد؟ پس هر چه از { $code } نگه داشته‌ایم به‌زودی و برای همیشه پاک می‌شود. اگر چنین است، ⁨"spoke { $code } yes"⁩ بفرستید.
office-spoke-noted = ثبت شد. دیگر چیزی جلوی رفتن { $code } را نمی‌گیرد.

## Terms

office-form-terms = قرار چه کسی؟ مثلاً بفرستید: ⁨terms A7⁩. برای تغییر: ⁨terms A7 medium⁩، یا: ⁨terms A7 times 09:00 21:00 grace 30⁩.
office-form-order = برای چه کسی؟ مثلاً بفرستید: ⁨order A7⁩. برای تغییر: ⁨order A7 1: first 30; 2: second duty 30; 3: all 30⁩.
inner-terms-level =
    { $level ->
        [low] { $code }: کم.
        [medium] { $code }: متوسط.
       *[high] { $code }: زیاد.
    }
inner-terms-medium = متوسط، تا جایی که امروز می‌شود: یادداشت یک فشار است، که تلگرام می‌تواند بخواند و هر کس تلفن را در دست دارد می‌تواند بفرستد.
inner-terms-times = یادداشت‌ها در { $times }، به وقت { $zone }.
inner-terms-every = هر { $span } یک یادداشت، بین { $wake } و { $sleep }، به وقت { $zone }.
inner-terms-season = از { $first } تا { $last }: { $times }.
inner-terms-patience = یادداشت از { $early } زودتر حساب است. مهلت { $grace }؛ یادآوری { $reminders } دقیقه.
inner-terms-rung = { $number }: { $whom }؛ انتظار { $wait }.
inner-terms-hold = هر کس بردارد { $hold } با اوست. آنچه ضعیف می‌کند { $cooling } صبر می‌کند.
inner-terms-pending = قرار دیگری { $at } شروع می‌شود، اگر یادداشت‌ها تا آن وقت برسد.
inner-terms-how = برای تغییر: ⁨"terms { $code } medium"⁩، ⁨"terms { $code } times 09:00 21:00"⁩، همچنین: ⁨days mon-fri, every 6h 07:00-22:00, zone, grace 30, early 2h, nudge off, season 2026-03-01 2026-03-30 04:30 19:00, season off⁩. از چه کسانی می‌پرسیم: ⁨"order { $code }"⁩.
inner-order-how = برای تغییر: ⁨"order { $code } 1: first 30; 2: second duty 30; 3: all 30"⁩. چه کسی: ⁨duty, another, two, all, near, first, second, others, lawyer, family⁩، یا یک نام رمزی.
inner-terms-sure = { $code }: همین‌طور؟ 1: بله. 2: نه.
office-terms-noted = برای { $code } ثبت شد.
office-terms-first = از اولین یادداشت { $code } برقرار است.
office-terms-now = از حالا برقرار است؛ یادداشت { $due } همان‌طور می‌ماند.
office-terms-now-no-due = از حالا برقرار است.
office-terms-later = این ضعیف می‌کند. { $at } شروع می‌شود، اگر یادداشت‌ها تا آن وقت برسد؛ تا آن وقت همه چیز همان‌طور می‌ماند، و به دفتر گفته می‌شود.
office-terms-after-open = بعد از یادداشت { $code } که حالا باز است شروع می‌شود.
office-minutes = { $count } دقیقه
office-hours = { $count } ساعت
office-days = { $count } روز
office-weekday =
    { $day ->
        [mon] دوشنبه
        [tue] سه‌شنبه
        [wed] چهارشنبه
        [thu] پنج‌شنبه
        [fri] جمعه
        [sat] شنبه
       *[sun] یکشنبه
    }
office-group-duty = نوبت
office-group-second = یک نفر دیگر از دفتر
office-group-two = دو نفر از دفتر
office-group-all = همه دفتر
office-group-near = نزدیک
office-group-first-contact = اولین آشنا
office-group-second-contact = دومین آشنا
office-group-other-contacts = آشنایان دیگر
office-group-lawyer = وکیل
office-group-family = خانواده
office-part-near = نزدیک
office-part-friend = دوست
office-part-lawyer = وکیل
office-part-family = خانواده
office-part-gone = کسی که دیگر نامش اینجا نیست

## What is wrong with terms; all of it is said at once

office-fault-unreadable = نمی‌توانم ⁨"{ $word }"⁩ را بعد از ⁨"{ $key }"⁩ بخوانم.
office-fault-whom = { $number }: ⁨"{ $word }"⁩ کیست؟
office-fault-wait = { $number }: باید با مدت انتظار تمام شود، حداکثر 12 ساعت، مثلاً 30.
office-fault-rungs = حداکثر { $limit } گام.
office-fault-no-ladder = از کسی پرسیده نمی‌شود.
office-fault-empty-rung = گامی از کسی نمی‌پرسد.
office-fault-rung-without-wait = گامی انتظار ندارد.
office-fault-no-coordinator = هرگز از دفتر پرسیده نمی‌شود.
office-fault-family-first = هرگز اول از خانواده پرسیده نمی‌شود.
office-fault-grace-too-long = مهلت خیلی طولانی است: حداکثر 12 ساعت، و کوتاه‌تر از فاصله.
office-fault-no-grace = بدون مهلت نمی‌شود به کسی یادآوری کرد.
office-fault-early-too-long = یک یادداشت ممکن است دو بار حساب شود.
office-fault-high-without-strong-way = ⁨"high"⁩ یادداشت‌هایی می‌خواهد که کس دیگری نتواند بفرستد: کد در صفحه، یا عدد روی کاغذ.
office-fault-ends-asleep = گام آخر وقتی می‌رسد که کسی در دفتر بیدار نیست.
office-fault-no-way = راهی برای فرستادن یادداشت نیست.
office-fault-reminder-after-grace = یک یادآوری بعد از مهلت می‌آید.
office-fault-unknown-zone = چنین منطقه زمانی نیست.
office-fault-no-times = وقتی نوشته نشده است.
office-fault-no-weekdays = روزی نوشته نشده است.
office-fault-bad-weekday = چنین روزی نیست.
office-fault-duplicate-times = یک وقت دو بار نوشته شده است.
office-fault-zoned-time = ساعت نباید منطقه زمانی خودش را داشته باشد.
office-fault-uneven-time = وقت‌ها دقیقه کامل است.
office-fault-period-not-positive = ⁨"every"⁩ مدت طولانی‌تری می‌خواهد.
office-fault-period-too-long = ⁨"every"⁩ حداکثر یک هفته است.
office-fault-never-asleep = ⁨"every"⁩ دو ساعت متفاوت می‌خواهد، مثل ⁨07:00-22:00⁩.
office-fault-naive-moment = آن وقت منطقه زمانی ندارد.
office-fault-season-backwards = دوره‌ای پیش از شروعش تمام می‌شود.
office-fault-season-too-long = دوره‌ای خیلی طولانی است: حداکثر 366 روز.
office-fault-season-without-daily-times = دوره ساعت‌های روزانه می‌خواهد، نه ⁨"every"⁩.

## Inviting

office-invite-level = چطور زندگی می‌کند؟ 1: کم، آشکارا کار می‌کند. 2: متوسط، کسی دنبالش است یا بدش را می‌خواهد. 3: زیاد، ممکن است همین ماه او را ببرند یا آسیب بزنند.
office-invite-unknown = متوجه نشدم.
office-invite-nick = آشنایان چه صدایش می‌کنند؟ نامی به انتخاب خودش، بهتر است نام واقعی نباشد، حداکثر { $limit } حرف.
office-invite-language = به چه زبانی برایش بنویسیم؟ یکی را فشار دهید، یا شماره‌اش را بفرستید.
office-invite-zone = کجا زندگی می‌کند؟ شهر یا منطقه زمانی بفرستید، مثلاً: ⁨Dushanbe⁩، یا ⁨Asia/Dushanbe⁩.
office-invite-times = در چه وقت‌هایی یادداشت می‌فرستد؟ مثلاً بفرستید: ⁨09:00 21:00⁩. یا همیشگی را فشار دهید (⁨"usual"⁩).
office-invite-link = { $code }، برای یک نفر، تا { $until }: { $link }
office-invite-number = این عدد را بلند بگویید، بهتر است رودررو: { $number }. این پیام تا ده دقیقه دیگر می‌رود؛ پیوند را از راه دیگری بدهید.
button-office-low = کم
button-office-medium = متوسط
button-office-high = زیاد
button-office-usual = همیشگی
button-office-zone = ‏{ $zone }

## Joining the office

office-join-number = سلام. آیا کسی که این پیوند را داد گفت { $number }؟ 1: بله. 2: نه.
office-join-language = کدام زبان؟ یکی را فشار دهید، یا شماره‌اش را بفرستید.
office-join-work = یکی از افراد دفتر می‌شوید: وقتی یادداشت کسی نمی‌رسد، شاید شب، از شما می‌پرسیم، با نام رمزی. آنچه اینجا می‌خوانید فقط برای شماست؛ از آن رونوشت نگیرید.
office-join-kept = قفل‌شده نگه می‌داریم: شماره حساب شما، یک نام رمزی، زبانتان، و اینکه چه جواب دادید و کی. هر وقت کس دیگری سر نوبت است می‌توانید تمام کنید.
office-join-seen = تلگرام می‌داند که از این گفتگو استفاده می‌کنید، و کی، و هر کلمه را می‌خواند. ممکن است وادارش کنند به دیگران بگوید. هر کس تلفن شما را در دست دارد هم همین‌طور. نام و جا ننویسید. قفل صفحه بگذارید، و پیش‌نمایش پیام را ببندید.
office-join-join = می‌پذیرید؟ 1: بله. 2: نه.
office-join-no = ممنون. چیزی نگه داشته نشد. لطفاً این گفتگو را پاک کنید.
office-join-done = خوش آمدید. نام رمزی شما اینجا { $code } است. برای دیدن وضع ⁨"board"⁩ بفرستید، برای آنچه می‌شود فرستاد ⁨"help"⁩.
office-join-on-duty = نوبت با شماست.
office-join-off-duty = نوبت با شما نیست. وقتی بود ⁨"duty on"⁩ بفرستید.
office-join-told = { $code } به دفتر آمد.

## Duty

office-form-duty = بفرستید: ⁨duty on, duty off, duty who⁩. برای سپردن: ⁨duty give B2⁩.
office-duty-already = نوبت از قبل با شماست.
office-duty-not = نوبت با شما نیست.
office-duty-on = نوبت با شماست.
office-duty-off = نوبت شما تمام شد. ممنون.
office-duty-also = { $code } هم سر نوبت است.
office-duty-gone = نوبت { $code } تمام شد.
office-duty-holds = { $number } با شماست. اول پس بدهید: ⁨"handback { $number }"⁩. یا همه را بسپارید: ⁨"duty give B2"⁩.
office-duty-last = کس دیگری سر نوبت نیست. اول بسپارید، مثلاً: ⁨"duty give B2"⁩.
office-duty-cannot = حالا نمی‌شود از { $code } پرسید.
office-duty-bound = { $number } با شماست، و { $code } نمی‌تواند آن را بردارد. اول پس بدهید: ⁨"handback { $number }"⁩.
office-duty-offered = از { $code } می‌پرسیم. تا بله نگوید نوبت با شماست.
office-duty-asked = { $code } می‌خواهد نوبت، و آنچه با { $code } است، با شما باشد. باز: { $open }. بله یا نه؟ می‌توانید ⁨"duty on"⁩ هم بفرستید.
office-duty-given = { $code } به جای شما سر نوبت است. ممنون.
office-duty-stays = { $code } سر نوبت است. شما هم می‌مانید: چیزی با شماست که { $code } نمی‌تواند بردارد. اول آن را پس بدهید.
office-duty-declined = { $code } حالا نمی‌تواند نوبت را بگیرد. نوبت با شما می‌ماند.
inner-duty-on = { $code }: سر نوبت.
inner-duty-off = { $code }: بیرون از نوبت.
inner-duty-lost = { $code }: از دفتر، دسترسی نیست.
inner-duty-awake = از { $from } تا { $to } کسی بیدار است، به وقت { $zone }.

## A new phone

office-form-move = برای چه کسی؟ مثلاً بفرستید: ⁨move A7⁩.
office-move-link = گفتگوی تازه برای { $code }، تا { $until }: { $link }
office-move-compare = گفتگوی تازه عددی نشان می‌دهد. بگذارید { $code } آن را با صدایی که می‌شناسید بگوید: باید { $number } باشد. این پیام تا ده دقیقه دیگر می‌رود.
office-move-heard = گفتگوی تازه { $code } باز است و { $number } را نشان می‌دهد. این عدد را از { $code }، با صدایی که می‌شناسید، شنیده‌اید؟ پس بله را فشار دهید، یا ⁨"move { $code } { $number }"⁩ بفرستید. آن وقت گفتگوی قبلی تمام می‌شود.
office-move-nobody = گفتگوی تازه‌ای از { $code } منتظر نیست. برای پیوند ⁨"move { $code }"⁩ بفرستید.
office-move-other-number = عدد این نیست. چیزی عوض نشد. برای پیوند تازه ⁨"move { $code }"⁩ بفرستید.
office-move-taken = آن گفتگو را کس دیگری استفاده می‌کند. چیزی عوض نشد.
office-move-noted = ثبت شد. { $code } گفتگوی تازه دارد؛ قبلی بدون هیچ حرفی تمام شد.
office-move-told = { $code } گفتگوی تازه دارد؛ { $by } عدد را با صدا سنجید.
move-number = سلام. این عدد را به کسی که پیوند را داد بگویید: { $number }. عدد او همین است؟ 1: بله. 2: نه.
move-stop = لطفاً این گفتگو را ببندید، و با کسی که پیوند را داد حرف بزنید.
move-wait = ممنون. لطفاً صبر کنید تا اینجا بخوانید که کار می‌کند.
move-here-already = این گفتگو از قبل مال شماست. چیزی عوض نشد.
move-other-chat = این گفتگو برای چیز دیگری استفاده می‌شود. لطفاً به کسی که پیوند را داد بگویید.
move-done = این گفتگو حالا کار می‌کند، مثل آن یکی. لطفاً هر جا می‌شود آن یکی را پاک کنید.

## Help

inner-help = ⁨board⁩: وضع · ⁨open 12 · take 12 · handback 12 · next 12⁩: پرسیدن از نفرات بعدی · ⁨confirm 12 · close 12 · heard A7 voice · worry A7 · duty on, off, who, give B2⁩
inner-help-more = ⁨who A7 · invite · terms A7 · order A7⁩: از چه کسانی می‌پرسیم · ⁨pause A7 3d · resume A7 · spoke A7 · seized A7 · pair A7 2 · code A7 · move A7⁩: تلفن تازه. بیشتر درباره هر کدام: ⁨"/help take"⁩.
inner-help-board = ⁨"board"⁩: همه با نام رمزی، بدترین اول. ⁨"board 2"⁩: صفحه دوم.
inner-help-open = ⁨"open 12"⁩: چیست و چه نباید کرد. ⁨"alarm 12"⁩: همچنین از چه کسانی پرسیدیم، و کی. هر کس در دفتر می‌تواند نگاه کند، جز کسی که درباره اوست.
inner-help-take = ⁨"take 12"⁩: با شماست، و دیگران می‌بینند. تا مدتی می‌ماند؛ برای نگه داشتن دوباره بردارید. ⁨"handback 12"⁩: فوراً از نفرات بعدی می‌پرسیم. ⁨"notme 12"⁩: الان نمی‌توانید.
inner-help-next = ⁨"next 12"⁩: حالا از نفرات بعدی می‌پرسیم. آنچه بخوانند پس گرفتنی نیست.
inner-help-confirm = ⁨"confirm 12 voice"⁩، یا ⁨question⁩، یا ⁨seen⁩: مطمئنید که خود اوست، و آزاد. پیش از آن باید یادداشتی رسیده باشد، یا صدایش شنیده شده باشد: ⁨"heard A7 voice"⁩.
inner-help-close = ⁨"close 12"⁩: می‌پرسد چطور تمام شد و چرا، بعد یک بار دیگر. بعضی‌ها نفر دومی از دفتر می‌خواهد که همان را بفرستد.
inner-help-heard = ⁨"heard A7 voice"⁩، یا ⁨seen⁩: یادداشتی که شما ضامنش هستید. با ساعت: ⁨"heard A7 voice 19:50"⁩. از سفر: ⁨"heard A7 seen there"⁩. دیگران در دفتر می‌بینند.
inner-help-worry = ⁨"worry A7"⁩: از دیگران در دفتر می‌خواهیم دنبال کار کسی باشند، با آنکه یادداشتی دیر نشده. آشنایان چیزی نمی‌شنوند.
inner-help-duty = ⁨"duty on"⁩، ⁨"duty off"⁩، ⁨"duty who"⁩. ⁨"duty give B2"⁩: از ⁨B2⁩ می‌پرسیم، و آنچه با شماست به او می‌رسد. نفر آخر نمی‌تواند برود.
inner-help-who = ⁨"who A7"⁩: وقت‌ها، استراحت‌ها، کدام آشنا آماده است.
inner-help-invite = ⁨"invite"⁩: هر چه لازم است می‌پرسد، بعد پیوندی برای یک نفر می‌دهد. در یک خط: ⁨"invite medium ru Dushanbe 09:00 21:00 Nino"⁩. ⁨"invite A7"⁩: پیوند تازه. ⁨"invite coordinator"⁩: برای دفتر.
inner-help-terms = ⁨"terms A7"⁩: قرار چیست. ⁨"terms A7 medium grace 30"⁩: برای تغییر. اول نشان داده می‌شود. آنچه ضعیف می‌کند دیرتر شروع می‌شود، و به همه دفتر گفته می‌شود.
inner-help-order = ⁨"order A7"⁩: از چه کسانی می‌پرسیم، یکی پس از دیگری. ⁨"order A7 1: first 30; 2: second duty 30; 3: all 30"⁩: برای تغییر. عددها دقیقه است.
inner-help-pause = ⁨"pause A7 3d"⁩: بله شما به یک استراحت. بعد از یادداشت‌های بعدی شروع می‌شود و خودش تمام می‌شود. ⁨"pause A7 off"⁩ یا ⁨"resume A7"⁩: دوباره یادداشت می‌خواهیم.
inner-help-spoke = ⁨"spoke A7"⁩: با کسی که می‌خواهد برود تنها حرف زده‌اید. بدون آن، بعد از 72 ساعت آزاد است.
inner-help-move = ⁨"move A7"⁩: پیوندی برای تلفن تازه. عدد با صدا سنجیده می‌شود؛ فقط آن وقت گفتگوی تازه کار می‌کند، و قبلی بدون هیچ حرفی تمام می‌شود.

## Buttons

button-office-more = بیشتر ({ $page })
button-office-number = ‏{ $number } · { $code }
button-office-open = { $number }
button-office-refresh = تازه کردن
button-office-board = تابلو
button-office-duty = نوبت
button-office-invite = دعوت
button-office-hand-back = پس می‌دهم
button-office-next = نفرات بعدی
button-office-yes-next = بله، برای { $number } بپرسید
button-office-confirm = از او مطمئنم
button-office-close = تمام شد
button-office-terms = قرار
button-office-ladder = از چه کسانی می‌پرسیم
button-office-heard = شنیده یا دیده شد
button-office-pause = استراحت
button-office-move = تلفن تازه
button-office-spoke = با او حرف زدم
button-office-yes-spoke = بله، آزادانه
button-office-yes = بله
button-office-yes-heard = بله، { $number } را شنیدم
button-office-same = همان
button-office-differs = متفاوت
button-office-on = شروع نوبت
button-office-off = پایان نوبت
button-office-days =
    { $count ->
        [one] { $count } روز
       *[other] { $count } روز
    }
