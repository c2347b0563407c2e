### What the office reads when it asks or is asked. Sentences and buttons whose id begins with "office-",
### "move-" or "button-" are outer words: a locked screen may show them. Those that begin with "inner-"
### were asked for, are protected, and go again after half an hour. No message is longer than 350
### characters. Words in quotes are typed as they stand here, in every language: keep them.
### $code, $subject and $by are code names like A7 or B2; $number is the number of an alarm.
### What is read from the left (commands) stands between isolates, U+2068 and U+2069; a line that has
### no letters of ours outside them begins with U+200F.

office-folded = كان هنا شيء للقراءة.
office-noted = سُجّل.
office-unchanged = بقي كل شيء كما كان.
office-too-late = انتهى وقت هذا السؤال. الرجاء السؤال من جديد.
office-too-long = الرجاء الاختصار: عدد الحروف { $limit } على الأكثر.

## Who and which

office-nobody-called = لا أحد هنا باسم { $code }. للقائمة: ⁨"board"⁩.
office-not-yourself = لا أحد يفعل ذلك لنفسه. الرجاء طلبه من شخص آخر في المكتب.
office-sends-no-notes = لا ملاحظات من { $code }.
office-no-such-number = لا يوجد { $given }. للقائمة: ⁨"board"⁩.
office-nothing-open = لا شيء مفتوح.
office-which-number = أي واحد؟ الرجاء الضغط عليه، أو إرسال رقمه: ⁨"{ $command } { $number }"⁩.
office-over = انتهى { $number }.
office-not-begun = { $code }: لم تبدأ الملاحظات بعد، ولا تُطلب أي ملاحظة.
office-not-here-yet = { $code }: لم يتم الانضمام بعد. لرابط جديد: ⁨"invite { $code }"⁩.
office-here-already = { $code } هنا من قبل. هاتف جديد؟ ⁨"move { $code }"⁩.

## An alarm

inner-office-free = لم يستلمه أحد. نسأل التالين في { $at }.
inner-office-asked = { $who }: أُبلغ { $at }.
inner-office-not-yet = { $who }: لم يُبلغ بعد.
inner-office-not-reached = { $who }: لا يمكن الوصول.
inner-office-never-tell = ممنوع إخبار: { $who }.
office-not-you = { $number }: سُجّل، لست المطلوب. نسأل غيرك.
office-not-with-you = { $number } ليس معك. لم يتغير شيء.
office-next-sure = { $number }: هل نسأل التالين الآن؟ ما قرؤوه لا يمكن سحبه.
office-next-asked = { $number }: نسأل التالين الآن.
office-form-worry = على من؟ مثال: ⁨worry A7⁩.
office-worry-noted = سُجّل. { $code } له رقم الآن، ونسأل آخرين في المكتب. لا أحد من المعارف يسمع بذلك.

## Making sure

office-close-it = { $number } لا يحتاج إلى تأكيد أحد. عند انتهائه: ⁨"close { $number }"⁩.
inner-office-confirm = { $number } · { $code }: كيف تأكدت أن هذا { $code }، وبحرية؟ 1: صوت معروف لك. 2: سؤال لا جواب عنه إلا عند { $code }. 3: رأيت { $code } بعينك.
button-office-voice = بالصوت
button-office-question = بسؤال
button-office-seen = بالرؤية

## Closing

inner-office-close-outcome = { $number } · { $code }: كيف انتهى؟ 1: بخير. 2: لم يحدث شيء. 3: في يد أحد. 4: أذى أو أسوأ. 5: غير معروف.
inner-office-close-reason = { $number }: لماذا، بكلمات قليلة؟ يُحفظ تحت قفل، للمكتب وحده.
inner-office-close-shorter = { $number }: الرجاء الاختصار، عدد الحروف { $limit } على الأكثر. لماذا؟
inner-office-close-sure =
    { $outcome ->
        [safe] { $number } · { $code }: بخير.
        [false-alarm] { $number } · { $code }: لم يحدث شيء.
        [detained] { $number } · { $code }: في يد أحد.
        [harmed] { $number } · { $code }: أذى أو أسوأ.
       *[unknown] { $number } · { $code }: غير معروف.
    } كل من سُئل يسمع الآن أن الأمر انتهى؛ ولا يستمر أحد في السؤال. لا يمكن التراجع عن ذلك. هل هذا أكيد؟ 1: نعم. 2: لا.
office-not-closed = { $number } يبقى مفتوحًا.
button-office-safe = 1 بخير
button-office-false-alarm = 2 لم يحدث شيء
button-office-detained = 3 في يد أحد
button-office-harmed = 4 أذى أو أسوأ
button-office-unknown = 5 غير معروف
button-office-yes-close = نعم، انتهى { $number }
button-office-no = لا

## A note by voice

office-form-heard = مَن، وكيف؟ مثال: ⁨heard A7 voice⁩، أو: ⁨heard A7 seen 19:50⁩.
office-form-heard-when = متى كان ذلك؟ مثال: ⁨heard { $code } voice 19:50⁩، أو ⁨40m⁩، أو ⁨yesterday 19:50⁩. ثلاثة أيام إلى الوراء على الأكثر.
office-heard-how = كيف وصل خبر { $code }؟ 1: بالصوت. 2: بالرؤية.
office-heard-noted = سُجّل: { $code }، { $at }.
office-heard-alone = لم يمكن عرض هذا على شخص آخر في المكتب. الرجاء إخبار أحد.
office-heard-confirm = { $number } ما زال مفتوحًا. إن كان الصوت مؤكدًا: ⁨"confirm { $number } voice"⁩.

## The board

inner-board = المفتوح: { $open }، بلا أحد: { $free }. المتأخر: { $late }. المنتظر: { $waiting }. بلا ملاحظات: { $resting }.
inner-board-nobody-on-duty = لا أحد في المناوبة يمكن الوصول إليه. الرجاء إرسال ⁨"duty on"⁩.
inner-board-free = { $number } · { $code }: { $kind ->
        [missed] لا ملاحظة
        [sos] طلب مساعدة
        [duress] الفتح أولًا
        [concern] قلق
        [locked] الفتح أولًا
       *[drill] تدريب
    } منذ { $since }. لم يستلمه أحد.
inner-board-held = { $number } · { $code }: { $kind ->
        [missed] لا ملاحظة
        [sos] طلب مساعدة
        [duress] الفتح أولًا
        [concern] قلق
        [locked] الفتح أولًا
       *[drill] تدريب
    } منذ { $since }. مع { $holder } حتى { $until }.
inner-board-with-contact = { $number } · { $code }: { $kind ->
        [missed] لا ملاحظة
        [sos] طلب مساعدة
        [duress] الفتح أولًا
        [concern] قلق
        [locked] الفتح أولًا
       *[drill] تدريب
    } منذ { $since }. أحد المعارف ينظر فيه، حتى { $until }.
inner-board-waiting = { $code }: ملاحظة قبل { $due }.
inner-board-late = { $code }: متأخرة، { $due }.
inner-board-missed = { $code }: غائبة، { $due }.
inner-board-trip-waiting = { $code }: رحلة حتى { $due }.
inner-board-trip-late = { $code }: رحلة، متأخرة، { $due }.
inner-board-trip-missed = { $code }: رحلة، غائبة، { $due }.
inner-board-break = { $code }: استراحة حتى { $until }.
inner-board-resting = { $code }: لا تُطلب أي ملاحظة.
inner-board-not-begun = { $code }: لم تبدأ الملاحظات.
inner-board-closed = { $code }: المحادثة مغلقة أمامنا.
inner-board-lost =
    { $count ->
        [zero] { $code }: لا يمكن الوصول إلى { $count } من المعارف.
        [one] { $code }: لا يمكن الوصول إلى { $count } من المعارف.
        [two] { $code }: لا يمكن الوصول إلى { $count } من المعارف.
        [few] { $code }: لا يمكن الوصول إلى { $count } من المعارف.
        [many] { $code }: لا يمكن الوصول إلى { $count } من المعارف.
       *[other] { $code }: لا يمكن الوصول إلى { $count } من المعارف.
    }
inner-board-pending = { $code }: تغيير من { $at }.
inner-board-leaving = { $code }: طلب مغادرة، في { $at } على الأكثر.

## One person

office-form-who = مَن؟ مثال: ⁨who A7⁩.
inner-who =
    { $standing ->
        [invited] { $code }، { $level }: وصلت الدعوة، ولم يتم الانضمام بعد.
        [reading] { $code }، { $level }: في قراءة الشرح.
        [leaving] { $code }، { $level }: طلب مغادرة.
       *[agreed] { $code }، المستوى: { $level }.
    }
inner-who-free = { $number } مفتوح؛ لم يستلمه أحد.
inner-who-held = { $number } مفتوح؛ استلمه أحدهم.
inner-who-not-begun = { $subject }: لم تبدأ الملاحظات بعد.
inner-who-nobody = لا أسماء؛ نسأل المكتب وحده.
inner-who-contact =
    ‏{ $part ->
        [near] { $number }. قريب السكن
        [lawyer] { $number }. محامٍ
        [family] { $number }. عائلة
       *[friend] { $number }. صديق
    }: { $standing ->
        [invited] لا جواب بعد
        [doubted] سُمّي والهاتف في أيدٍ أخرى: لا يُسأل
        [proven] جاهز
        [lost] لا يمكن الوصول إليه
       *[agreed] وافق، ولم يُجرَّب بعد
    }.
inner-who-key = { $number }: لديه مفتاح، منذ { DATE($at) }
inner-who-key-proven = { $number }: لديه مفتاح، جُرّب آخر مرة { DATE($at) }
inner-who-key-unproven = { $number }: طُلبت ثلاث مرات تجربة المفتاح، ولم يصل أي رقم.
office-form-pause = حتى متى؟ مثال: ⁨pause A7 3d⁩، أو: ⁨pause A7 fri 20:00⁩، أو: ⁨pause A7 off⁩.
office-pause-until = استراحة لـ { $code }: كم المدة؟ الرجاء الضغط على واحدة، أو إرسال مثلًا: ⁨pause { $code } 3d⁩.
office-pause-noted = سُجّل. تبدأ استراحة { $code } { $from }، إذا وصلت الملاحظات حتى ذلك الوقت، وتنتهي { $until }. ونُبلغ المكتب.
office-form-resume = مَن؟ مثال: ⁨resume A7⁩.
office-no-break = { $code }: لا استراحة لإنهائها.
office-resumed = سُجّل. { $code }: الملاحظة التالية قبل { $due }.
office-resumed-no-due = سُجّل. { $code }: لا استراحة بعد الآن.
office-form-spoke = مع من؟ مثال: ⁨spoke A7⁩.
office-not-leaving = { $code }: لا طلب مغادرة.
office-spoke-sure = هل تحدثت مع { $code } على انفراد، وهذه رغبة { $code } بحرية؟ عندئذ يُمحى قريبًا كل ما نحفظه عن { $code }، إلى الأبد. إن كان كذلك: ⁨"spoke { $code } yes"⁩.
office-spoke-noted = سُجّل. لم يعد شيء يمنع مغادرة { $code }.

## Terms

office-form-terms = لمن؟ مثال: ⁨terms A7⁩. للتغيير: ⁨terms A7 medium⁩، أو: ⁨terms A7 times 09:00 21:00 grace 30⁩.
office-form-order = لمن؟ مثال: ⁨order A7⁩. للتغيير: ⁨order A7 1: first 30; 2: second duty 30; 3: all 30⁩.
inner-terms-level =
    { $level ->
        [low] { $code }: منخفض.
        [medium] { $code }: متوسط.
       *[high] { $code }: عالٍ.
    }
inner-terms-medium = متوسط بقدر الممكن اليوم: الملاحظة ضغطة واحدة، يقدر تيليجرام على قراءتها، ويقدر من يمسك الهاتف على إرسالها.
inner-terms-times = الملاحظات في { $times }، بتوقيت { $zone }.
inner-terms-every = ملاحظة كل { $span }، بين { $wake } و { $sleep }، بتوقيت { $zone }.
inner-terms-season = من { $first } إلى { $last }: { $times }.
inner-terms-patience = تُحسب الملاحظة المبكرة حتى { $early }. المهلة { $grace }؛ التذكير { $reminders } د.
inner-terms-rung = { $number }: { $whom }؛ انتظار { $wait }.
inner-terms-hold = من يستلمه يبقى معه { $hold }. وما يُضعف ينتظر { $cooling }.
inner-terms-pending = يبدأ اتفاق آخر { $at }، إذا وصلت الملاحظات حتى ذلك الوقت.
inner-terms-how = للتغيير: ⁨"terms { $code } medium"⁩، ⁨"terms { $code } times 09:00 21:00"⁩، وأيضًا: ⁨days mon-fri, every 6h 07:00-22:00, zone, grace 30, early 2h, nudge off, season 2026-03-01 2026-03-30 04:30 19:00, season off⁩. ومن نسأل: ⁨"order { $code }"⁩.
inner-order-how = للتغيير: ⁨"order { $code } 1: first 30; 2: second duty 30; 3: all 30"⁩. من نسأل: ⁨duty, another, two, all, near, first, second, others, lawyer, family⁩، أو اسم رمزي.
inner-terms-sure = { $code }: هكذا؟ 1: نعم. 2: لا.
office-terms-noted = سُجّل لـ { $code }.
office-terms-first = يسري من أول ملاحظة لـ { $code }.
office-terms-now = يسري من الآن؛ ملاحظة { $due } تبقى كما هي.
office-terms-now-no-due = يسري من الآن.
office-terms-later = هذا يُضعف. يبدأ { $at }، إذا وصلت الملاحظات حتى ذلك الوقت؛ وحتى ذلك الوقت يبقى كل شيء كما هو، ونُبلغ المكتب.
office-terms-after-open = يبدأ بعد ملاحظة { $code } المفتوحة الآن.
office-minutes = { $count } د
office-hours =
    { $count ->
        [zero] { $count } ساعة
        [one] { $count } ساعة
        [two] ساعتان ({ $count })
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
office-days =
    { $count ->
        [zero] { $count } يوم
        [one] { $count } يوم
        [two] يومان ({ $count })
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
office-weekday =
    { $day ->
        [mon] الاثنين
        [tue] الثلاثاء
        [wed] الأربعاء
        [thu] الخميس
        [fri] الجمعة
        [sat] السبت
       *[sun] الأحد
    }
office-group-duty = المناوبة
office-group-second = شخص آخر من المكتب
office-group-two = شخصان من المكتب
office-group-all = كل المكتب
office-group-near = قريب السكن
office-group-first-contact = الأول من المعارف
office-group-second-contact = الثاني من المعارف
office-group-other-contacts = باقي المعارف
office-group-lawyer = محامٍ
office-group-family = عائلة
office-part-near = قريب السكن
office-part-friend = صديق
office-part-lawyer = محامٍ
office-part-family = عائلة
office-part-gone = شخص لم يعد اسمه هنا

## What is wrong with terms; all of it is said at once

office-fault-unreadable = لا أستطيع قراءة ⁨"{ $word }"⁩ بعد ⁨"{ $key }"⁩.
office-fault-whom = { $number }: من هو ⁨"{ $word }"⁩؟
office-fault-wait = { $number }: يجب أن ينتهي بمدة الانتظار، 12 ساعة على الأكثر، مثلًا 30.
office-fault-rungs = عدد الخطوات { $limit } على الأكثر.
office-fault-no-ladder = لن يُسأل أحد.
office-fault-empty-rung = خطوة لا تسأل أحدًا.
office-fault-rung-without-wait = خطوة بلا انتظار.
office-fault-no-coordinator = المكتب لا يُسأل أبدًا.
office-fault-family-first = العائلة لا تُسأل أولًا أبدًا.
office-fault-grace-too-long = المهلة طويلة جدًا: 12 ساعة على الأكثر، وأقصر من الفاصل.
office-fault-no-grace = بلا مهلة لا يمكن تذكير أحد.
office-fault-early-too-long = قد تُحسب ملاحظة واحدة مرتين.
office-fault-high-without-strong-way = ⁨"high"⁩ يحتاج إلى ملاحظات لا يقدر غيره على إرسالها: رموز على الصفحة، أو أرقام على ورق.
office-fault-ends-asleep = الخطوة الأخيرة تأتي حين لا يكون أحد في المكتب مستيقظًا.
office-fault-no-way = لا توجد طريقة لإرسال ملاحظة.
office-fault-reminder-after-grace = تذكير يأتي بعد المهلة.
office-fault-unknown-zone = لا توجد منطقة زمنية كهذه.
office-fault-no-times = لا توجد أوقات.
office-fault-no-weekdays = لا توجد أيام.
office-fault-bad-weekday = لا يوجد يوم كهذا.
office-fault-duplicate-times = وقت مكتوب مرتين.
office-fault-zoned-time = لا يجوز أن يحمل الوقت منطقة زمنية خاصة به.
office-fault-uneven-time = الأوقات دقائق كاملة.
office-fault-period-not-positive = ⁨"every"⁩ يحتاج إلى مدة أطول.
office-fault-period-too-long = ⁨"every"⁩ أسبوع على الأكثر.
office-fault-never-asleep = ⁨"every"⁩ يحتاج إلى ساعتين مختلفتين، مثل ⁨07:00-22:00⁩.
office-fault-naive-moment = هذا الوقت بلا منطقة زمنية.
office-fault-season-backwards = موسم ينتهي قبل أن يبدأ.
office-fault-season-too-long = موسم طويل جدًا: 366 يومًا على الأكثر.
office-fault-season-without-daily-times = الموسم يحتاج إلى أوقات يومية، لا إلى ⁨"every"⁩.

## Inviting

office-invite-level = كيف الظروف؟ 1: منخفض، العمل علني. 2: متوسط، هناك من يتتبع أو يريد السوء. 3: مرتفع، قد يُؤخذ أو يُؤذى هذا الشهر.
office-invite-unknown = لم أفهم ذلك.
office-invite-nick = ما الاسم عند المعارف؟ اسم من الاختيار الشخصي، ويفضل ألا يكون الحقيقي، عدد حروفه { $limit } على الأكثر.
office-invite-language = بأي لغة نكتب؟ الرجاء الضغط على لغة، أو إرسال رقمها.
office-invite-zone = أين السكن؟ الرجاء إرسال مدينة أو منطقة زمنية، مثلًا: ⁨Dushanbe⁩، أو ⁨Asia/Dushanbe⁩.
office-invite-times = في أي أوقات ترسل الملاحظات؟ مثال: ⁨09:00 21:00⁩. أو الضغط على المعتاد (⁨"usual"⁩).
office-invite-link = { $code }، لشخص واحد، حتى { $until }: { $link }
office-invite-number = الرجاء قول هذا الرقم بصوت مسموع، والأفضل وجهًا لوجه: { $number }. تزول هذه الرسالة بعد عشر دقائق؛ ويُعطى الرابط من طريق آخر.
button-office-low = منخفض
button-office-medium = متوسط
button-office-high = مرتفع
button-office-usual = المعتاد
button-office-zone = ‏{ $zone }

## Joining the office

office-join-number = مرحبًا. هل قال لك من أعطاك هذا الرابط الرقم { $number }؟ 1: نعم. 2: لا.
office-join-language = أي لغة؟ الرجاء الضغط على لغة، أو إرسال رقمها.
office-join-work = مكانك مع ناس المكتب: نسألك، ربما ليلًا، عندما لا تصل ملاحظة من أحدهم، باسمه الرمزي. ما تقرؤه هنا لك وحدك؛ الرجاء عدم نسخه.
office-join-kept = نحفظ، تحت قفل: رقم حسابك، واسمًا رمزيًا، ولغتك، وبماذا أجبت ومتى. يمكنك التوقف كلما كان غيرك في المناوبة.
office-join-seen = يعرف تيليجرام استخدامك لهذه المحادثة، ومتى، ويقرأ كل كلمة. وقد يُجبر على إخبار غيره. وكذلك من يمسك هاتفك. الرجاء عدم كتابة أسماء أو أماكن. الرجاء استعمال قفل الشاشة، وإخفاء معاينة الرسائل.
office-join-join = هل لنا موافقتك؟ 1: نعم. 2: لا.
office-join-no = شكرًا. لم نحفظ شيئًا. الرجاء حذف هذه المحادثة.
office-join-done = أهلًا بك. اسمك الرمزي هنا { $code }. لمعرفة الوضع: ⁨"board"⁩، ولما يمكن إرساله: ⁨"help"⁩.
office-join-on-duty = المناوبة عليك.
office-join-off-duty = المناوبة ليست عليك. لبدئها: ⁨"duty on"⁩.
office-join-told = { $code } في المكتب الآن.

## Duty

office-form-duty = الرجاء إرسال: ⁨duty on, duty off, duty who⁩. للتسليم: ⁨duty give B2⁩.
office-duty-already = المناوبة عليك من قبل.
office-duty-not = المناوبة ليست عليك.
office-duty-on = المناوبة عليك.
office-duty-off = انتهت مناوبتك. شكرًا.
office-duty-also = { $code } في المناوبة أيضًا.
office-duty-gone = { $code } خارج المناوبة.
office-duty-holds = { $number } معك. الرجاء أولًا إعادته: ⁨"handback { $number }"⁩. أو تسليم الكل: ⁨"duty give B2"⁩.
office-duty-last = لا أحد غيرك في المناوبة. الرجاء أولًا تسليمها، مثلًا: ⁨"duty give B2"⁩.
office-duty-cannot = لا يمكن سؤال { $code } الآن.
office-duty-bound = { $number } معك، ولا يمكن لـ { $code } استلامه. الرجاء أولًا إعادته: ⁨"handback { $number }"⁩.
office-duty-offered = نسأل { $code }. وحتى تصل كلمة نعم تبقى المناوبة عليك.
office-duty-asked = طلب من { $code }: استلام المناوبة، وما هو مع { $code }. المفتوح: { $open }. نعم أم لا؟ يمكن أيضًا إرسال ⁨"duty on"⁩.
office-duty-given = { $code } في المناوبة بدلًا منك. شكرًا.
office-duty-stays = { $code } في المناوبة. وتبقى عليك أيضًا: معك شيء لا يمكن لـ { $code } استلامه. الرجاء إعادته أولًا.
office-duty-declined = لا يمكن لـ { $code } استلام المناوبة الآن. تبقى المناوبة عليك.
inner-duty-on = { $code }: في المناوبة.
inner-duty-off = { $code }: خارج المناوبة.
inner-duty-lost = { $code }: من المكتب، لا يمكن الوصول.
inner-duty-awake = هناك من هو مستيقظ من { $from } إلى { $to }، بتوقيت { $zone }.

## A new phone

office-form-move = لمن؟ مثال: ⁨move A7⁩.
office-move-link = محادثة جديدة لـ { $code }، حتى { $until }: { $link }
office-move-compare = المحادثة الجديدة تعرض رقمًا. يجب أن يقوله لك { $code }، بصوت تعرفه أذنك: الرقم { $number }. تزول هذه الرسالة بعد عشر دقائق.
office-move-heard = محادثة { $code } الجديدة مفتوحة وتعرض { $number }. هل سمعت هذا الرقم من { $code }، بصوت تعرفه أذنك؟ عندئذ: نعم، أو ⁨"move { $code } { $number }"⁩. وتنتهي المحادثة القديمة.
office-move-nobody = لا محادثة جديدة لـ { $code } في الانتظار. لرابط: ⁨"move { $code }"⁩.
office-move-other-number = ليس هذا هو الرقم. لم يتغير شيء. لرابط جديد: ⁨"move { $code }"⁩.
office-move-taken = هذه المحادثة يستخدمها شخص آخر. لم يتغير شيء.
office-move-noted = سُجّل. صارت المحادثة الجديدة لـ { $code }؛ وانتهت القديمة بلا كلام.
office-move-told = { $code }: محادثة جديدة؛ قارن { $by } الرقم بالصوت.
move-number = مرحبًا. الرجاء قول هذا الرقم لمن أعطاك الرابط: { $number }. هل الرقم عنده هو نفسه؟ 1: نعم. 2: لا.
move-stop = الرجاء إغلاق هذه المحادثة، والتحدث مع من أعطاك الرابط.
move-wait = شكرًا. الرجاء الانتظار حتى يُكتب هنا أنها تعمل.
move-here-already = هذه المحادثة لك من قبل. لم يتغير شيء.
move-other-chat = هذه المحادثة مستخدمة لشيء آخر. الرجاء إخبار من أعطاك الرابط.
move-done = هذه المحادثة تعمل الآن، كما كانت الأخرى. الرجاء حذف الأخرى حيث يمكن.

## Help

inner-help = ⁨board⁩: الوضع · ⁨open 12 · take 12 · handback 12 · next 12⁩: سؤال التالين · ⁨confirm 12 · close 12 · heard A7 voice · worry A7 · duty on, off, who, give B2⁩
inner-help-more = ⁨who A7 · invite · terms A7 · order A7⁩: من نسأل · ⁨pause A7 3d · resume A7 · spoke A7 · seized A7 · pair A7 2 · code A7 · move A7⁩: هاتف جديد. للمزيد عن كل واحد: ⁨"/help take"⁩.
inner-help-board = ⁨"board"⁩: الكل بأسمائهم الرمزية، الأسوأ أولًا. ⁨"board 2"⁩: الصفحة الثانية.
inner-help-open = ⁨"open 12"⁩: ما هو، وما الممنوع. ⁨"alarm 12"⁩: وأيضًا من سُئل ومتى. يحق لكل من في المكتب النظر، إلا من يخصه الأمر.
inner-help-take = ⁨"take 12"⁩: هو معك، والآخرون يرون ذلك. لمدة محدودة؛ وللإبقاء عليه يُعاد استلامه. ⁨"handback 12"⁩: نسأل التالين فورًا. ⁨"notme 12"⁩: لا يمكنك الآن.
inner-help-next = ⁨"next 12"⁩: نسأل التالين الآن. ما قرؤوه لا يمكن سحبه.
inner-help-confirm = ⁨"confirm 12 voice"⁩، أو ⁨question⁩، أو ⁨seen⁩: تأكدت أنه الشخص نفسه، وبحرية. يجب أن تكون قد وصلت ملاحظة قبل ذلك، أو سُمع أحد: ⁨"heard A7 voice"⁩.
inner-help-close = ⁨"close 12"⁩: نسأل كيف انتهى ولماذا، ثم مرة أخرى. بعضها يحتاج إلى شخص ثانٍ من المكتب، يرسل الشيء نفسه.
inner-help-heard = ⁨"heard A7 voice"⁩، أو ⁨seen⁩: ملاحظة تضمنها بنفسك. مع وقت: ⁨"heard A7 voice 19:50"⁩. من رحلة: ⁨"heard A7 seen there"⁩. يراها باقي المكتب.
inner-help-worry = ⁨"worry A7"⁩: نسأل آخرين في المكتب الاهتمام بالشخص، مع أن لا ملاحظة متأخرة. لا يسمع المعارف شيئًا.
inner-help-duty = ⁨"duty on"⁩، ⁨"duty off"⁩، ⁨"duty who"⁩. ⁨"duty give B2"⁩: نسأل ⁨B2⁩، فيستلم ما معك. الأخير لا يخرج.
inner-help-who = ⁨"who A7"⁩: الأوقات، والاستراحات، ومن الجاهز من المعارف.
inner-help-invite = ⁨"invite"⁩: يسأل عما يلزم، ثم يعطي رابطًا لشخص واحد. في سطر واحد: ⁨"invite medium ru Dushanbe 09:00 21:00 Nino"⁩. ⁨"invite A7"⁩: رابط جديد. ⁨"invite coordinator"⁩: للمكتب.
inner-help-terms = ⁨"terms A7"⁩: ما اتُّفق عليه. ⁨"terms A7 medium grace 30"⁩: لتغييره. يُعرض أولًا. ما يُضعف يبدأ متأخرًا، ويُبلغ به كل المكتب.
inner-help-order = ⁨"order A7"⁩: من نسأل، واحدًا بعد الآخر. ⁨"order A7 1: first 30; 2: second duty 30; 3: all 30"⁩: لتغييره. الأرقام دقائق.
inner-help-pause = ⁨"pause A7 3d"⁩: موافقتك على استراحة. تبدأ بعد الملاحظات التالية وتنتهي وحدها. ⁨"pause A7 off"⁩ أو ⁨"resume A7"⁩: نطلب الملاحظات من جديد.
inner-help-spoke = ⁨"spoke A7"⁩: تحدثت على انفراد مع من يريد المغادرة. وبدون ذلك تتم المغادرة بعد 72 ساعة.
inner-help-move = ⁨"move A7"⁩: رابط لهاتف جديد. يُقارن الرقم بالصوت؛ عندها فقط تعمل المحادثة الجديدة، وتنتهي القديمة بلا كلام.

## Buttons

button-office-more = المزيد ({ $page })
button-office-number = ‏{ $number } · { $code }
button-office-open = { $number }
button-office-refresh = تحديث
button-office-board = اللوحة
button-office-duty = المناوبة
button-office-invite = دعوة
button-office-hand-back = إعادة
button-office-next = سؤال التالين
button-office-yes-next = نعم، نسأل عن { $number }
button-office-confirm = تأكدت من الشخص
button-office-close = انتهى الأمر
button-office-terms = الاتفاق
button-office-ladder = من نسأل
button-office-heard = سُمع أو شوهد
button-office-pause = استراحة
button-office-move = هاتف جديد
button-office-spoke = تحدثت مع الشخص
button-office-yes-spoke = نعم، بحرية
button-office-yes = نعم
button-office-yes-heard = نعم، سمعت { $number }
button-office-same = نفسه
button-office-differs = مختلف
button-office-on = بدء المناوبة
button-office-off = إنهاء المناوبة
button-office-days =
    { $count ->
        [zero] { $count } يوم
        [one] يوم واحد ({ $count })
        [two] يومان ({ $count })
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
