### What is said with somebody who sends notes, in answer to them. Outer words: a stranger's eye may
### read them. No text is longer than 350 characters. Keep every variable in braces, and every digit:
### 1 is always a note, 2 always a call for help, whatever question is open.
### What is read from the left (+1) stands between isolates, U+2068 and U+2069; a line that has no
### letters of ours outside them begins with U+200F.

## The keys under the chat. Each begins with its digit; the word is one that can also be typed.

key-note = 1 یادداشت
key-help = 2 کمک
key-break = 3 استراحت
key-trip = 4 سفر

## Joining, in parts

enrol-number = سلام. این عدد را به کسی که دعوتتان کرد بگویید: { $number }. اگر عدد او فرق دارد، این گفتگو را ببندید.
enrol-note = در وقت‌هایی که خودتان انتخاب می‌کنید یادداشت کوتاهی می‌فرستید. اگر نرسد، یادآوری می‌کنیم؛ بعد دفتر ما و کسانی که نام برده‌اید می‌کوشند بفهمند چرا.
enrol-may-fail = ممکن است از ما هم برنیاید. برنامه‌های دیگرتان را نگه دارید.
enrol-kept = قفل‌شده نگه می‌داریم: یک نام مستعار، وقت‌های شما، آشنایان شما، و اینکه یادداشت‌ها کی رسید. می‌توانید تمام کنید: اول با شما حرف می‌زنیم، حداکثر 72 ساعت.
enrol-seen = تلگرام می‌داند که از این گفتگو استفاده می‌کنید، و کی، و هر کلمه‌ای را که اینجا نوشته شود می‌خواند. ممکن است وادارش کنند به دیگران بگوید. هر کس تلفن شما را در دست دارد هم همین‌طور. نام، جا یا برنامه ننویسید. اگر همین هم می‌تواند به شما آسیب بزند، راه‌های دیگری هست.
enrol-own = این حساب تلگرام فقط مال شماست؟ 1: بله. 2: نه، دیگران هم استفاده می‌کنند.
enrol-join = هیچ‌کس حق ندارد شما را وادار کند. می‌پذیرید؟ 1: بله. 2: الان نه. 3: وقتی تنها هستم از من بپرسید.
enrol-another-way = ممنون. چیزی نگه داشته نشد. لطفاً به کسی که دعوتتان کرد بگویید؛ راه‌های دیگری هست.
enrol-shared = پس یادداشت از اینجا می‌تواند از هر کسی باشد. چیزی نگه داشته نشد. لطفاً به کسی که دعوتتان کرد بگویید؛ راه‌های دیگری هست.
enrol-not-now = ممنون. چیزی نگه داشته نشد. اگر خواستید، پیوند تا مدتی کار می‌کند.
enrol-alone = وقتی تنها هستید "بعدی" بفرستید.
enrol-agreed = ممنون. هنوز چیزی شروع نمی‌شود. لطفاً اول بخوانید چه می‌شود، و کی.
enrol-terms = قرار ما این است. همه وقت‌ها به وقت شماست.
enrol-practice = تا { $until } تمرین است: فقط دفتر ما باخبر می‌شود.
enrol-begin = حالا شروع شود؟ 1: بله. 2: الان نه. اگر چیزی مناسب نیست، اول با دفتر حرف بزنید.
enrol-later = چیزی شروع نشده است. وقتی خواستید ادامه دهید، 1 بفرستید.
link-over = این پیوند دیگر کار نمی‌کند. لطفاً پیوند تازه‌ای بخواهید.

## What happens if no note comes. Each line is one moment, at the earliest.

preview-by = یادداشت تا { $due }. اگر نرسد:
preview-reminder = { $at }: یادآوری می‌کنیم.
preview-reminder-again = { $at }: دوباره یادآوری می‌کنیم.
preview-duty = { $at }: از کسی می‌پرسیم که در دفتر ما نوبت اوست.
preview-second = { $at }: از نفر دومی در دفترمان می‌پرسیم.
preview-two = { $at }: از دو نفر در دفترمان می‌پرسیم.
preview-all = { $at }: از همه در دفترمان می‌پرسیم.
preview-near = { $at }: از آشنایی که نزدیک شماست می‌پرسیم.
preview-first = { $at }: از اولین آشنای شما می‌پرسیم.
preview-next = { $at }: از دومین آشنای شما می‌پرسیم.
preview-others = { $at }: از آشنایان دیگر شما می‌پرسیم.
preview-lawyer = { $at }: از وکیل شما می‌پرسیم.
preview-family = { $at }: از خانواده شما می‌پرسیم.
preview-one = { $at }: طبق قرار، از یکی از آشنایان شما می‌پرسیم.
preview-found = همین که کسی ببیند حالتان خوب است، تمام می‌شود.

# $from and $to are times of day, like 07:00.
awake = کسی در دفتر ما از { $from } تا { $to } بیدار است.
awake-always = کسی در دفتر ما شب و روز بیدار است.

## Where things stand

status-late = یادداشت { $due } باز است. اگر تا { $until } نرسد:
status-open = یادداشت { $due } باز است. لطفاً 1 بفرستید.
status-resting = حالا یادداشتی خواسته نمی‌شود. لطفاً با دفتر حرف بزنید.
status-trip = در سفر تا { $until }.
status-terms = آنچه تازه است { $from } شروع می‌شود، اگر یادداشت‌های شما تا آن وقت برسد.
status-keep = برای اینکه همه چیز همین‌طور بماند، "نگه داشتن" بفرستید.
status-practice = تا { $until } تمرین است: فقط دفتر ما باخبر می‌شود.

menu-keys = 1 یادداشت، 2 کمک، 3 استراحت، 4 سفر. برای بقیه 0 بفرستید.
menu-notes = 1: یادداشت. 2: کمک. 3: استراحت. 4: سفر. 5: اگر یادداشتی نرسد چه می‌شود. 6: آشنایان شما. 7: زبان. یا بنویسید: رسیدم، ⁨+1⁩، از سرگیری، نگه داشتن، دعوت، برداشتن، برگه، عددهای تازه، دکمه‌های من، توقف.

## Notes, trips, breaks

note-not-begun = هنوز چیزی شروع نشده است. برای خواندن اینکه چه می‌شود و کی، "بعدی" بفرستید؛ بعد خودتان می‌گویید شروع شود یا نه.
note-other-way = یادداشتی که اینجا نوشته شود برای شما حساب نیست. لطفاً همان‌طور که قرار گذاشتیم بفرستید.
moment-not-read = متوجه نشدم. وقتی مثل 18:30 یا فردا 9 بفرستید، یا مدتی مثل ⁨+3⁩. یا "لغو".
moment-past = آن وقت گذشته است. لطفاً وقت دیرتری بفرستید.
unchanged = همه چیز مثل قبل ماند.

trip-until = تا کی؟ وقتی مثل 18:30 بفرستید، یا چند ساعت، مثل ⁨+3⁩.
trip-running = تا { $until } در سفر هستید. وقتی رسیدید 1 بفرستید، برای یک ساعت بیشتر ⁨+1⁩.
trip-note-first = یادداشت شما هنوز باز است. لطفاً اول 1 بفرستید، بعد 4.
trip-none = در سفر نیستید. برای شروع، 4 بفرستید.
trip-too-late = دیگر وقت بیشتر ممکن نیست. لطفاً هر چه زودتر 1 بفرستید.
trip-too-long = خیلی طولانی است: حداکثر تا { $limit }. لطفاً وقت زودتری بفرستید.

break-until = تا کی؟ روز و ساعت بفرستید، مثل فردا 9 یا جمعه 20:00، یا چند روز، مثل 2 روز.
break-now = تا { $until } در استراحت هستید. برای پایان همین حالا "از سرگیری" بفرستید.
break-coming = اگر یادداشت‌های شما تا آن وقت برسد، استراحت { $from } شروع و { $until } تمام می‌شود. برای اینکه همه چیز همین‌طور بماند، "نگه داشتن" بفرستید.
break-none = استراحتی نیست که تمام شود.
keep-nothing = تغییری در انتظار نیست.

## Stopping

leaving-sure = می‌توانید تمام کنید. اول دفتر با شما حرف می‌زند؛ حداکثر بعد از { $hours } ساعت همه چیز پاک می‌شود. تا آن وقت یادداشت‌ها ادامه دارد. 8: بله، تمام. 9: نه.
leaving-asked = خواسته‌اید تمام کنید: حداکثر تا { $until } همه چیز پاک می‌شود. تا آن وقت یادداشت‌ها ادامه دارد. برای ماندن "نگه داشتن" بفرستید.
# The last thing that is said. $at and $until are dates.
erased = انجام شد، { DATE($at) }. آنچه نگه داشته بودیم پاک شد؛ نسخه‌های کهنه از { DATE($until) } خواندنی نیست. فقط نگه می‌داریم که کسی رفت. تلگرام و تلفن شما سهم خود را نگه می‌دارند: لطفاً این گفتگو را پاک کنید. رسید { $receipt }.

## One's people

people-nobody = هنوز از کسی نام نبرده‌اید؛ فقط از دفتر می‌پرسیم. برای نام بردن، "دعوت" بفرستید.
# $place is a number, $nick the name that was given.
people-name = ‏{ $place }. { $nick }
people-line =
    ‏{ $place }. { $nick }، { $part ->
        [near] نزدیک
        [lawyer] وکیل
        [family] خانواده
       *[friend] دوست
    }: { $standing ->
        [invited] هنوز جوابی نیست
        [agreed] پذیرفته
        [doubted] کسی از او نمی‌پرسد
        [proven] آماده
       *[unreachable] دسترسی نیست
    }
people-enough = از { $count } نفر نام برده‌اید. اول یکی را بردارید: "برداشتن" بفرستید.
invite-name = این فرد را اینجا چه می‌نامید؟ نام مستعار بهتر است. جز دفتر و خود او، اگر با او به کار ببرید، کسی آن را نمی‌خواند.
invite-name-unfit = لطفاً نامی با حداکثر { $limit } حرف بفرستید که با حرف شروع شود. یا "لغو".
invite-name-taken = کسی به این نام دارید. لطفاً نام دیگری بفرستید.
invite-part = او کیست؟ 3: نزدیک است و می‌تواند سر بزند. 4: دوست. 5: وکیل. 6: خانواده.
part-near = نزدیک زندگی می‌کند
part-friend = دوست
part-lawyer = وکیل
part-family = خانواده
invite-language = به چه زبانی برایش بنویسیم؟ یکی را فشار دهید، یا شماره‌اش را بفرستید، شمارش از { $first }.
invite-aloud = این را بلند بگویید، بهتر است رودررو: "اگر از من خبری نبود، شاید این گفتگو بپرسد از من خبر داری یا نه. فقط جواب بده. عدد من { $number } است؛ اگر عدد تو فرق داشت، ادامه نده."
invite-until = بعد پیوندی را که می‌آید به او بدهید. برای یک نفر است، تا { $until }. عدد را ننویسید.
invite-link = { $link }
invite-accepted = یکی از آشنایان شما پذیرفت. برای دیدن 6 بفرستید.
invite-declined = یکی از آشنایان شما نپذیرفت. لطفاً کس دیگری انتخاب کنید: "دعوت" بفرستید.
invite-other-number = کسی پیوند شما را باز کرد و عدد یکی نبود. پیوند بسته شد. لطفاً با کسی که منظورتان بود حرف بزنید.
remove-who = دیگر از چه کسی نپرسیم؟ نامی را فشار دهید، یا شماره‌اش را بفرستید. به او گفته نمی‌شود.
removed = ثبت شد. از حالا از او نمی‌پرسیم؛ به جایش از دفتر می‌پرسیم.
part-told = یکی از آشنایان شما کنار رفت. لطفاً کس دیگری انتخاب کنید: "دعوت" بفرستید. تا آن وقت به جایش از دفتر می‌پرسیم.

## Language. The names stand in their own language everywhere: do not translate them.

language-which = کدام زبان؟ یکی را فشار دهید، یا شماره‌اش را بفرستید، شمارش از { $first }.
language-not-known = این زبان را نمی‌شناسم. لطفاً یکی را فشار دهید، یا "لغو" بفرستید.
language-set = از حالا به فارسی می‌نویسیم.
language-ar = العربية
language-en = English
language-es = Español
language-fa = فارسی
language-fr = Français
language-ru = Русский

## Questions with a short answer

yes-or-no = لطفاً بله یا نه بگویید.
choose-one = لطفاً یکی از این‌ها را فشار دهید، یا شماره‌اش را بفرستید. یا "لغو".

## Buttons. What they say can also be typed: each stands in understood.ftl as well.

button-next = بعدی
button-yes = بله
button-no = نه
button-not-now = الان نه
button-alone = وقتی تنها هستم از من بپرسید
button-understand = فهمیدم
button-another-way = راه دیگر
button-there = رسیدم
button-more-time = ⁨+1⁩
button-resume = از سرگیری
button-keep = نگه داشتن
button-invite = دعوت
button-remove = برداشتن
