### What is said about sheets, which are locked on a phone for a few people, and about the keys that open
### them. What begins with "inner-" was asked for, and appears after "open"; all else is outer words.
### What the office types stands in English everywhere. No message is longer than 350 characters.

## To whoever writes a sheet

sheet-open = وقتی کسی پیش شما نیست، نخستین کلید پایین را بزنید. آنچه آنجا می‌نویسید روی تلفن خودتان قفل می‌شود؛ فقط کسانی که شما انتخاب می‌کنید بازش می‌کنند.
sheet-by-file = برگه جای دیگری نوشته و قفل می‌شود، و اینجا مثل یک فایل پیوست می‌شود.
sheet-nobody = هنوز نمی‌شود: هیچ‌کس در دفتر کلید ندارد. لطفاً با دفتر حرف بزنید.
sheet-there = دربارهٔ برگهٔ شما. لطفاً وقتی کسی پیش شما نیست باز کنید.
sheet-part = { $have } از { $of }. برای بعدی، نخستین کلید پایین را بزنید.
sheet-kept = نگه داشته شد { $at }، برای { $count } نفر. برای مقایسهٔ حرف‌ها "برگه من" بفرستید.
sheet-kept-part = بخش { $section } نگه داشته شد { $at }، برای { $count } نفر. یکی دیگر هم هست؟ نخستین کلید پایین را بزنید. اگر نه، 0 بفرستید.
sheet-none = اینجا برگه‌ای از شما نیست.
sheet-withdrawn = پس گرفته شد. از حالا به هیچ‌کس داده نمی‌شود؛ { $until } پاک می‌شود. برای برگرداندنش "نگه داشتن برگه" بفرستید.
sheet-back = دوباره نگه داشته شد، همان‌طور که بود.
sheet-keys = این کلیدهای آشنایان شماست برای کپی کردن، هر کدام با حرف‌هایش. حرف‌ها را با صدا مقایسه کنید.
sheet-fault-not-a-sheet = این برگه را نمی‌شود نگه داشت. لطفاً یک بار دیگر در صفحه قفلش کنید، فقط با کلیدهایی که با ⁨age1pq1⁩ شروع می‌شوند.
sheet-fault-too-long = زیادی بلند است. لطفاً کمتر بنویسید، یا هر بخش را برگه‌ای جدا کنید.
sheet-fault-too-few = هیچ‌کس نمی‌توانست بازش کند. لطفاً یک بار دیگر قفلش کنید.
sheet-fault-strange = بیشتر از کسانی که اینجا می‌شناسیم می‌توانستند بازش کنند. لطفاً یک بار دیگر قفلش کنید، فقط برای کسانی که نام برده شده‌اند.
attach-it-anew = لطفاً خودتان اینجا پیوست کنید: آنچه عوض یا بازفرستاده شده حساب نیست.

inner-section =
    { $section ->
        [0] همهٔ برگه
        [1] با چه کسی تماس گرفته شود
        [2] وکیل
        [3] سلامتی
        [4] خانواده
        [5] پرسش‌ها
        [6] به دیگران چه می‌شود گفت
       *[7] وقتی نیستید
    }
inner-sheet-kept = { inner-section }: از { $at }، برای { $count } نفر.
inner-sheet-anew = از آن وقت کلید کسی عوض شده. لطفاً از نو قفلش کنید.
inner-sheet-gone = { inner-section }: پس گرفته شد { $at }؛ پاک می‌شود { $until }.
inner-sheet-compare = بگذارید هر کدام از این‌ها حرف‌هایش را با صدا برایتان بخواند. اگر یکی نبود، به دفتر بگویید.
inner-sheet-letters = { $who }: { $letters }
inner-sheet-key = { $recipient }

button-sheet-withdraw = پس گرفتن برگه‌ام
button-sheet-keep = نگه داشتن برگه‌ام
button-sheet-keys = کلیدهای آشنایانم

## To whoever has a key of their own

own-key-first = وقتی کسی پیش شما نیست، نخستین کلید پایین را بزنید. کلیدی می‌سازد که با آن هر چه را برای شماست باز می‌کنید.
own-key-there = کلید شما از { DATE($at) } اینجاست. حرف‌هایش: { $letters }. برای هر که پرسید بلند بخوانید، هرگز ننویسید. با نخستین کلید پایین یکی دیگر می‌سازید.
own-key-kept = نگه داشته شد. حرف‌هایش: { $letters }. برای هر که پرسید بلند بخوانید.
own-key-no-page = از اینجا نمی‌شود. لطفاً با دفتر حرف بزنید.
own-key-none = اینجا کلیدی از شما نیست.
own-key-sure = آن وقت چیزی که برایش قفل شده دیگر به شما داده نمی‌شود. کنار برود؟
own-key-gone = انجام شد. دیگر به کار نمی‌رود.
own-key-put-away = کلید پایین برداشته شد. برای داشتن دوباره‌اش "کلید من" بفرستید.
own-key-fault-own-half = این همان نیمه‌ای بود که هیچ‌کس دیگر نباید ببیند؛ دیگر به کار نمی‌آید. لطفاً یکی تازه بسازید و نیمه‌ای را بفرستید که با ⁨age1pq1⁩ شروع می‌شود.
own-key-fault-other-kind = این کلید از نوع دیگری است. باید با ⁨age1pq1⁩ شروع شود.
own-key-fault-no-key = این کلید نیست، یا همه‌اش نیست. باید با ⁨age1pq1⁩ شروع شود.
key-page-read = باز کردن
button-own-key-drop = کنار گذاشتن کلیدم
button-own-key-yes = بله، کنار برود

# What stands in a trial sheet, before the number, and what is answered to it.
trial-title = برگه‌ای برای امتحان
trial-inside = اتفاقی نیفتاده. این فقط نشان می‌دهد که کلیدتان هنوز آنچه را برای شماست باز می‌کند. لطفاً این شماره را در گفتگویی که برگه از آن آمد بنویسید:
trial-right = ثبت شد. کلیدتان بازش می‌کند.
trial-other = این شماره نبود. لطفاً تازه‌ترین برگه را یک بار دیگر ببینید. اگر دیگر باز نمی‌شود، "کلید من" بفرستید.

## The keys of the office

inner-office-key = { $code }: { $letters }، از { DATE($at) }
inner-office-key-proven = { $code }: { $letters }، از { DATE($at) }، آخرین امتحان { DATE($proven) }
inner-office-key-unproven = از { $code } سه بار خواسته شد این کلید را امتحان کند، و شماره‌ای نرسید.
inner-office-key-none = { $code }: بی کلید
inner-page-key = صفحه تا { DATE($until) }: ⁨{ $letters }⁩
inner-page-keys = صفحه حروف خود را به کسی نشان می‌دهد که نشانی‌اش را بدون دکمهٔ گفتگو باز کند. باید از همین‌ها باشد.
inner-office-keys = این حرف‌ها را با صدا مقایسه کنید، هر کس با هر کس. ⁨"key"⁩: ساختن یکی روی تلفن. ⁨"keys add age1pq1…"⁩: یکی که ابزار ⁨age⁩ ساخته. ⁨"keys drop"⁩: بی کلید.
office-key-told = { $code } کلید دیگری دارد. حرف‌ها را با صدا مقایسه کنید: ⁨"keys"⁩ بفرستید.
office-key-gone-told = { $code } دیگر کلید ندارد.

## Sheets in the office

office-form-sheet = مال چه کسی؟ مثلاً بفرستید: ⁨sheet A7⁩.
office-form-release = مال چه کسی، و برای چه کسی؟ مثلاً بفرستید: ⁨release A7 B2⁩. فقط دو بخش: ⁨release A7 B2 1 3⁩. آنچه پیش‌تر عوض شده هم: ⁨release A7 B2 earlier⁩.
inner-office-sheet-none = { $code }: برگه‌ای نیست.
inner-office-sheet = { $code } · { $section }: { inner-section }، از { $at }، برای { $count } نفر.
inner-office-sheet-anew = { $section }: از آن وقت کلیدی عوض شده.
inner-office-sheet-replaced = { $section }: عوض شد { $at }، پاک می‌شود { $until }. تا آن وقت: ⁨"release { $code } B2 earlier"⁩.
inner-office-sheet-withdrawn = { $section }: پس گرفته شد { $at }. به هیچ‌کس داده نمی‌شود.
inner-office-sheet-seized = { $section }: { $at } از آن تلفن وقتی دست کس دیگری بود فرستاده شد. حساب نیست و به هیچ‌کس داده نمی‌شود.
inner-office-release-all =
    { $earlier ->
        [yes] همهٔ برگهٔ { $code }، آنچه پیش‌تر عوض شده هم، به { $who }؟ آنچه خوانده شد پس گرفته نمی‌شود.
       *[no] همهٔ برگهٔ { $code } به { $who }؟ آنچه خوانده شد پس گرفته نمی‌شود.
    }
inner-office-release =
    { $earlier ->
        [yes] از { $code } بخش‌های { $sections }، آنچه پیش‌تر عوض شده هم، به { $who }؟ آنچه خوانده شد پس گرفته نمی‌شود.
       *[no] از { $code } بخش‌های { $sections } به { $who }؟ آنچه خوانده شد پس گرفته نمی‌شود.
    }
office-release-who = { $code }: کسی به این نام نیست.
office-release-no-key = { $who } کلید ندارد و نمی‌تواند چیزی باز کند.
office-release-nothing = { $code }: چیزی برای دادن نیست.
office-released = حالا به { $who } می‌رسد. اگر برای آن کلید قفل نشده باشد، آنجا باز نمی‌شود.
office-released-told = { $code }: برگه‌ای به { $who } می‌رسد، از { $by }.
office-not-released = چیزی داده نشد.
button-office-yes-release = بله، به { $who } بدهید

## A question before an end

inner-question = { $number } · { $code }: اول با صدا چیزی بپرسید که فقط { $code } می‌داند. پرسش‌ها را برای خودتان بفرستید، یکی را بپرسید، بعد بگویید چه شد.
inner-question-no-key = شما کلید ندارید و پرسش‌ها را باز نمی‌کنید: ⁨"key"⁩ بفرستید، یا بگذارید کس دیگری از دفتر بپرسد.
office-question-sent = حالا می‌رسد. ذخیره کنید، بعد باز کنید.
office-question-wrong = ثبت شد؛ چیزی تمام نشد. دیگران در دفتر خبر می‌شوند. آن تلفن دست کس دیگری است؟ ⁨"seized { $code }"⁩ بفرستید.
office-question-wrong-told = { $number } · { $code }: { $by } می‌گوید جوابی درست نبود. پیش از هر کاری باز کنید.
button-office-question-send = پرسش‌ها را برایم بفرستید
button-office-question-voice = درست بود، و صدا را می‌شناسم
button-office-question-right = جواب درست بود
button-office-question-wrong = درست نبود

## Help

inner-help-sheets = ⁨sheet A7⁩: چه نگه داشته شده · ⁨release A7 B2⁩: دادن به کسی · ⁨keys⁩: حرف‌ها برای مقایسه · ⁨wrote A7⁩: آنچه با یادداشت‌ها آمد · ⁨numbers⁩: پیش از انتخابشان چه بگویید. بیشتر درباره هر کدام: ⁨"/help release"⁩.
inner-help-sheet = ⁨"sheet A7"⁩: کدام بخش‌های برگه نگه داشته شده، از کی و برای چند نفر، و چه چیزی در 72 ساعت گذشته عوض یا پس گرفته شده. اینجا هیچ‌کس بی کلید آن را نمی‌خواند.
inner-help-release = ⁨"release A7 B2"⁩، یا یکی از آشنایانش، با نام یا با شماره‌ی ⁨"who A7"⁩: برگه به او می‌رسد، اگر کلید دارد. ⁨"release A7 B2 2 3"⁩: این بخش‌ها. ⁨"release A7 B2 earlier"⁩: آنچه در 72 ساعت گذشته عوض شده هم.
inner-help-keys = ⁨"keys"⁩: حرف‌های هر کلید دفتر، برای مقایسه با صدا. ⁨"key"⁩: ساختن یکی روی تلفن. ⁨"keys add age1pq1…"⁩: یکی که ابزار ⁨age⁩ روی رایانهٔ خودتان ساخته. ⁨"keys drop"⁩.
