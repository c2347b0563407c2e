### What arrives by itself, one sentence for every kind in rules/notices.py. These are outer words: a
### locked screen and a stranger's eye may read them. No name, no place, nothing of what this is for.
### No text is longer than 350 characters. Keep every variable in braces.
### What is read from the left (+1, words in Latin letters) stands between isolates, U+2068 and
### U+2069; a line that has no letters of ours outside them begins with U+200F.

## How a moment is said

# $day is mon to sun, $clock is 20:00.
moment-in-week =
    { $day ->
        [mon] الاثنين { $clock }
        [tue] الثلاثاء { $clock }
        [wed] الأربعاء { $clock }
        [thu] الخميس { $clock }
        [fri] الجمعة { $clock }
        [sat] السبت { $clock }
       *[sun] الأحد { $clock }
    }
# $date is what `date` says.
moment-on-date = ‏{ $date }، { $clock }
date =
    { $month ->
        [m1] { $day } يناير
        [m2] { $day } فبراير
        [m3] { $day } مارس
        [m4] { $day } أبريل
        [m5] { $day } مايو
        [m6] { $day } يونيو
        [m7] { $day } يوليو
        [m8] { $day } أغسطس
        [m9] { $day } سبتمبر
        [m10] { $day } أكتوبر
        [m11] { $day } نوفمبر
       *[m12] { $day } ديسمبر
    }
# Roughly since when, with no hour. It follows "We have had no note from NAME".
since =
    { $when ->
        [today-night] منذ الليلة الماضية
        [today-morning] منذ هذا الصباح
        [today-afternoon] منذ بعد ظهر اليوم
        [today-evening] منذ مساء اليوم
        [yesterday-night] منذ ليلة أول أمس
        [yesterday-morning] منذ صباح أمس
        [yesterday-afternoon] منذ بعد ظهر أمس
        [yesterday-evening] منذ مساء أمس
        [mon] منذ الاثنين
        [tue] منذ الثلاثاء
        [wed] منذ الأربعاء
        [thu] منذ الخميس
        [fri] منذ الجمعة
        [sat] منذ السبت
       *[sun] منذ الأحد
    }
since-date = منذ { $date }

## To somebody who sends notes

notice-nudge = ملاحظة، قبل { $due }.
notice-reminder = ملاحظتك ما زالت مفتوحة. الرجاء إرسالها قبل { $until }.
notice-receipt = سُجّل { $at }. التالية قبل { $due }.
notice-receipt-no-due = سُجّل { $at }.
notice-too-early = سُجّل { $at }. ملاحظة { $due } ما زالت مفتوحة.
notice-started = شكرًا. ملاحظتك الأولى قبل { $due }.
notice-break-set = سُجّل. استراحة من الآن حتى { $until }. الملاحظة التالية قبل { $due }.
notice-break-pending = سُجّل. تبدأ الاستراحة { $from }، إذا وصلت ملاحظاتك حتى ذلك الوقت، وتنتهي { $until }.
notice-break-over = انتهت الاستراحة. الملاحظة التالية قبل { $due }.
notice-break-over-no-due = انتهت الاستراحة.
notice-change-set = سُجّل. ملاحظة { $due } تبقى كما هي؛ والجديد يسري بعدها.
notice-change-set-no-due = سُجّل. الجديد يسري من الآن.
notice-change-pending = سُجّل. يبدأ الجديد { $from }، إذا وصلت ملاحظاتك حتى ذلك الوقت. وحتى ذلك الوقت يبقى كل شيء كما هو.
notice-change-dropped = سُجّل. بقي كل شيء كما كان. الملاحظة التالية قبل { $due }.
notice-change-dropped-no-due = سُجّل. بقي كل شيء كما كان.
notice-change-refused = هذا غير ممكن الآن. لم يتغير شيء.
notice-change-refused-pause-too-short = لا يمكن أن تبدأ الاستراحة قبل { $from }. الرجاء اختيار نهاية أبعد. لم يتغير شيء.
notice-change-refused-pause-too-long = هذا طويل جدًا: حتى { $limit } كحد أقصى. لم يتغير شيء.
notice-change-refused-no-extension-left = لا يمكن هنا وقت إضافي. يبقى { $until }. الرجاء سؤال المكتب.
notice-change-refused-extension-too-long =
    { $limit ->
        [zero] هذا طويل جدًا: { $limit } ساعة في كل مرة. لم يتغير شيء.
        [one] هذا طويل جدًا: ساعة واحدة ({ $limit }) في كل مرة. لم يتغير شيء.
        [two] هذا طويل جدًا: ساعتان ({ $limit }) في كل مرة. لم يتغير شيء.
        [few] هذا طويل جدًا: { $limit } ساعات في كل مرة. لم يتغير شيء.
        [many] هذا طويل جدًا: { $limit } ساعة في كل مرة. لم يتغير شيء.
       *[other] هذا طويل جدًا: { $limit } ساعة في كل مرة. لم يتغير شيء.
    }
notice-leaving = سُجّل. يتحدث المكتب معك أولًا. في { $until } على الأكثر يُمحى كل شيء. وحتى ذلك الوقت تستمر الملاحظات.
notice-journey-begun = سُجّل. حتى { $until }. عند الوصول الرجاء إرسال 1، ولساعة إضافية ⁨+1⁩. ملاحظة { $waits } يمكنها الانتظار.
notice-journey-begun-no-waits = سُجّل. حتى { $until }. عند الوصول الرجاء إرسال 1، ولساعة إضافية ⁨+1⁩.
notice-journey-halfway = نصف الطريق. هل { $until } ما زال مناسبًا؟ إن لم يكن، فالرجاء إرسال ⁨+1⁩.
notice-journey-extended = سُجّل. حتى { $until }.
notice-journey-late = مضى { $eta }. الرجاء إرسال 1 أو ⁨+1⁩.
notice-sos-noted = سُجّل { $at }. شكرًا.
notice-sos-seen = شوهد { $at }.
notice-outage-over = لم نكن نستقبل من { $from } إلى { $to }. الملاحظات المرسلة وقتها محسوبة. إن لم يكن الإرسال ممكنًا، فالرجاء إرسال 1 قبل { $by }.

## To somebody who is asked

notice-ask = هناك شيء للقراءة على انفراد، من فضلك.
notice-taken-contact = هناك من يهتم بالأمر. لا شيء مطلوب منك الآن. الرجاء إبقاء هاتفك قريبًا.
notice-passed-on = شكرًا. انتقل الأمر إلى غيرك؛ لم يعد عليك شيء.
notice-looking = وصلتنا رسالة وننظر فيها. الرجاء عدم الاتصال أو الكتابة الآن.
notice-all-well = كل شيء بخير. شكرًا. لا شيء آخر مطلوب؛ الرجاء عدم الكتابة عن هذا.
notice-office-speaks = سيتحدث المكتب معك اليوم. الرجاء انتظارنا.
notice-it-is-over = انتهى الأمر. لا شيء مطلوب منك الآن. شكرًا.

## To the office. $number is the number by which it is taken, $subject a code name, $minutes how long it has run.

notice-alarm = { $number } · { $subject } · { $minutes } د. من يستلم؟
notice-alarm-missed = { $number } · { $subject } · { $minutes } د. من يستلم؟
notice-alarm-journey = { $number } · { $subject } · رحلة · { $minutes } د. من يستلم؟
notice-alarm-unheard = { $number } · { $subject } · لم نكن نستقبل · { $minutes } د. من يستلم؟
notice-alarm-still-silent = { $number } · { $subject } · من جديد · { $minutes } د. من يستلم؟
notice-alarm-sos = { $number } · { $subject } · الآن · { $minutes } د. من يستلم؟
notice-alarm-forced = { $number } · { $subject }. الرجاء الفتح قبل فعل أي شيء.
notice-alarm-concern = { $number } · { $subject } · كتب أحدهم · { $minutes } د. من يستلم؟
notice-alarm-locked = { $number } · { $subject }. الرجاء الفتح قبل فعل أي شيء.
notice-alarm-seized = { $number } · { $subject }. الرجاء الفتح قبل فعل أي شيء.
notice-alarm-warned = { $number } · { $subject }. الرجاء الفتح قبل فعل أي شيء.
notice-alarm-drill = { $number } · { $subject } · تدريب. من يستلم؟
notice-taken = { $number } مع { $by } حتى { $until }.
notice-free-again = { $number } بلا أحد من جديد. من يستلم؟
notice-hold-over = { $number }: انتهى وقتك، ونسأل غيرك الآن. هل من استمرار؟
notice-found = { $number }: جواب من { $by }. الرجاء الفتح.
notice-sign-came = { $number }: وصلت ملاحظة في { $at }. الرجاء الفتح.
notice-still-silent = { $number } · { $subject } · لا شيء بعد. الرجاء الفتح.
notice-news = { $number } · { $subject } · جديد. الرجاء الفتح.
notice-nobody-told = { $number } · { $subject } · لم يمكن إبلاغ أحد. من يستلم؟
notice-closing-asked = { $number }: يُطلب منك قول نعم، من { $by }. الرجاء الفتح.
notice-confirming-asked = { $number }: تُطلب كلمتك أيضًا، من { $by }. الرجاء الفتح.
notice-closed =
    { $outcome ->
        [safe] انتهى { $number }. كل شيء بخير. من { $by }.
        [false-alarm] انتهى { $number }. لم يكن شيئًا. من { $by }.
       *[other] انتهى { $number } هنا. الرجاء التحدث مع { $by }.
    }
notice-closed-no-by =
    { $outcome ->
        [safe] انتهى { $number }. كل شيء بخير.
        [false-alarm] انتهى { $number }. لم يكن شيئًا.
       *[other] انتهى { $number } هنا. الرجاء فتحه.
    }
notice-drill-report = انتهى التدريب { $number }. عدد من سُئلوا: { $asked }، عدد من أجابوا: { $answered }.
notice-subject-unreachable = { $subject }: المحادثة مغلقة أمامنا. الرجاء الفتح.
notice-contact-unreachable = { $subject }: لا يمكن الوصول هنا إلى أحد المعارف.
# To the one who named the person; $contact is the name they gave.
notice-contact-unreachable-own = لا يمكننا الوصول هنا إلى { $contact }. الرجاء التحدث مباشرة، أو اختيار شخص آخر. وحتى ذلك الوقت نسأل المكتب بدلًا من ذلك.
notice-change-told = { $subject }: تغيير، من { $from }. الرجاء الفتح.
notice-leaving-asked = { $subject }: طلب حديث معك على انفراد، قبل { $until }. الرجاء الفتح.
notice-left = { $subject }: مغادرة. مُحي ما كنا نحفظه.
notice-no-watch = { $subject }: لا تُطلب أي ملاحظة. الرجاء الفتح.
notice-heard-told = { $subject }: ملاحظة بالصوت في { $at }، من { $by }. الرجاء الفتح.
notice-refused = { $number }: هذا غير ممكن الآن. لم يتغير شيء.
notice-refused-no-sign-yet = { $number }: لم يُسمع أو يُرَ شيء بعد. الرجاء إرسال ⁨"heard"⁩ أولًا. لم يتغير شيء.
notice-refused-not-yours = { $number } ليس معك. لم يتغير شيء.
notice-refused-needs-another = { $number }: شكرًا. يجب أن يقوله أيضًا شخص آخر من المكتب.
notice-refused-needs-voice = { $number }: شكرًا. يجب أيضًا أن يعرف أحدكم الصوت أو يكون قد رأى الشخص.
notice-refused-close-it = { $number }: هذا يُنهى بـ ⁨"close { $number }"⁩. لم يتغير شيء.
notice-refused-news = { $number }: جديد. الرجاء الفتح. لم يتغير شيء.
notice-refused-only-coordinators = { $number }: المكتب وحده يستطيع ذلك. لم يتغير شيء.

## What stands in the place of a name, where a name would say too much

one-of-their-people = أحد المعارف
somebody = أحدهم

## Buttons

button-open = فتح
button-take = أستلم
button-not-me = ليس أنا

## When something cannot be said in its own words, it must be heard all the same

notice-plain = هناك شيء للقراءة، من فضلك. الرجاء إرسال "فتح".
went-wrong = لم ينجح هذا هنا. الرجاء إرساله مرة أخرى، أو سؤال المكتب.

## To somebody nobody knows; the operator chooses one of these for everybody

stranger-not-in-use = هذه المحادثة غير مستخدمة.
stranger-received = وصلت الرسالة.
stranger-nobody-here = لا أحد يقرأ هنا حاليًا.

## Short answers of the router

not-understood = لم أفهم ذلك. لمعرفة ما يمكن إرساله: 0.
type-it-new = الرجاء كتابته من جديد: ما عُدّل أو أُعيد توجيهه لا يُحسب.
only-typed = أقرأ المكتوب فقط. الرجاء كتابته.
