### What is said about sheets, which are locked on a phone for a few people, and about the keys that open
### them. What begins with "inner-" was asked for, and appears after "open"; all else is outer words.
### What the office types stands in English everywhere. No message is longer than 350 characters.

## To whoever writes a sheet

sheet-open = عندما لا يكون أحد معك، الرجاء الضغط على الزر الأول في الأسفل. ما يُكتب هناك يُقفل على هذا الهاتف، ولا يفتحه إلا من تختارونهم.
sheet-by-file = تُكتب الورقة في مكان آخر وتُقفل هناك، ثم تُرفق هنا كملف.
sheet-nobody = غير ممكن بعد: لا مفتاح لأحد في المكتب. الرجاء التحدث مع المكتب.
sheet-there = عن ورقتك. الرجاء الفتح عندما لا يكون أحد معك.
sheet-part = { $have } من { $of }. للقسم التالي، الرجاء الضغط على الزر الأول في الأسفل.
sheet-kept = حُفظت { $at }، لعدد { $count }. لمقارنة الحروف، الرجاء إرسال "ورقتي".
sheet-kept-part = حُفظ القسم { $section } { $at }، لعدد { $count }. هل من قسم آخر؟ الرجاء الضغط على الزر الأول في الأسفل. وإلا فإرسال 0.
sheet-none = لا توجد ورقة لك هنا.
sheet-withdrawn = سُحبت. لن تصل إلى أحد من الآن، وتُمحى { $until }. للرجوع عن ذلك، الرجاء إرسال "إبقاء ورقتي".
sheet-back = حُفظت من جديد، كما كانت.
sheet-keys = هذه مفاتيح معارفك للنسخ، كل واحد مع حروفه. الرجاء مقارنة الحروف بالصوت.
sheet-fault-not-a-sheet = لا يمكن حفظ هذه الورقة. الرجاء قفلها مرة أخرى في الصفحة، بمفاتيح تبدأ بـ ⁨age1pq1⁩ فقط.
sheet-fault-too-long = هذه أطول مما يمكن. الرجاء كتابة أقل، أو كل قسم في ورقة وحده.
sheet-fault-too-few = لا أحد يستطيع فتحها. الرجاء قفلها مرة أخرى.
sheet-fault-strange = يستطيع فتحها أكثر ممن نعرف هنا. الرجاء قفلها مرة أخرى، للمذكورين وحدهم.
attach-it-anew = الرجاء إرفاقه هنا مباشرة: ما عُدّل أو أُعيد إرساله لا يُحسب.

inner-section =
    { $section ->
        [0] الورقة كلها
        [1] بمن نتصل
        [2] المحامي
        [3] الصحة
        [4] العائلة
        [5] الأسئلة
        [6] ما يجوز أن يقال للآخرين
       *[7] حين تغيب
    }
inner-sheet-kept = { inner-section }: حُفظ { $at }، لعدد { $count }.
inner-sheet-anew = تغيّر مفتاح أحدهم منذ ذلك. الرجاء قفلها من جديد.
inner-sheet-gone = { inner-section }: سُحب { $at }؛ يُمحى { $until }.
inner-sheet-compare = الرجاء سماع هذه الحروف من كل واحد منهم بصوته. إن اختلفت، الرجاء إخبار المكتب.
inner-sheet-letters = { $who }: { $letters }
inner-sheet-key = { $recipient }

button-sheet-withdraw = سحب ورقتي
button-sheet-keep = إبقاء ورقتي
button-sheet-keys = مفاتيح معارفي

## To whoever has a key of their own

own-key-first = عندما لا يكون أحد معك، الرجاء الضغط على الزر الأول في الأسفل. يصنع مفتاحًا يفتح ما هو موجه إليكم.
own-key-there = لك مفتاح هنا منذ { DATE($at) }. حروفه: { $letters }. تُقرأ بالصوت لمن يسأل ولا تُكتب أبدًا. بالزر الأول في الأسفل يُصنع غيره.
own-key-kept = حُفظ. حروفه: { $letters }. تُقرأ بالصوت لمن يسأل.
own-key-no-page = هذا غير ممكن من هنا. الرجاء التحدث مع المكتب.
own-key-none = لا مفتاح لك هنا.
own-key-sure = عندها لا يمكن إعطاؤك ما قُفل له. هل نتركه؟
own-key-gone = تم. لم يعد مستعملًا.
own-key-put-away = أُزيل الزر من الأسفل. لإعادته، الرجاء إرسال "مفتاحي".
own-key-fault-own-half = كان هذا النصف الذي لا يجوز أن يراه غيرك، ولم يعد صالحًا. الرجاء صنع مفتاح جديد وإرسال النصف الذي يبدأ بـ ⁨age1pq1⁩.
own-key-fault-other-kind = هذا مفتاح من نوع آخر. يجب أن يبدأ بـ ⁨age1pq1⁩.
own-key-fault-no-key = هذا ليس مفتاحًا، أو ليس كاملًا. يجب أن يبدأ بـ ⁨age1pq1⁩.
key-page-read = فتح
button-own-key-drop = ترك مفتاحي
button-own-key-yes = نعم، أتركه

# What stands in a trial sheet, before the number, and what is answered to it.
trial-title = ورقة للتجربة
trial-inside = لم يحدث شيء. هذا فقط ليتبيّن أن مفتاحك ما زال يفتح ما هو لك. الرجاء كتابة هذا الرقم في المحادثة التي جاءت منها الورقة:
trial-right = سُجّل. مفتاحك يفتحها.
trial-other = لم يكن هذا هو الرقم. الرجاء النظر مرة أخرى في أحدث ورقة. إذا لم تعد تُفتح، الرجاء إرسال "مفتاحي".

## The keys of the office

inner-office-key = { $code }: { $letters }، منذ { DATE($at) }
inner-office-key-proven = { $code }: { $letters }، منذ { DATE($at) }، جُرّب آخر مرة { DATE($proven) }
inner-office-key-unproven = طُلب من { $code } ثلاث مرات تجربة هذا المفتاح، ولم يصل أي رقم.
inner-office-key-none = { $code }: بلا مفتاح
inner-page-key = الصفحة حتى { DATE($until) }: ⁨{ $letters }⁩
inner-page-keys = تُظهر الصفحة حروفها لمن يفتح عنوانها من غير زر من محادثة. يجب أن تكون من هذه.
inner-office-keys = مقارنة هذه الحروف بالصوت، كل واحد مع كل واحد. ⁨"key"⁩: صنع مفتاح على الهاتف. ⁨"keys add age1pq1…"⁩: مفتاح صنعته أداة ⁨age⁩. ⁨"keys drop"⁩: بلا مفتاح.
office-key-told = صار لـ { $code } مفتاح آخر. مقارنة الحروف بالصوت: ⁨"keys"⁩.
office-key-gone-told = { $code }: لم يعد له مفتاح.

## Sheets in the office

office-form-sheet = لمن؟ مثال: ⁨sheet A7⁩.
office-form-release = لمن هي، ولمن تُعطى؟ مثال: ⁨release A7 B2⁩. قسمان فقط: ⁨release A7 B2 1 3⁩. وما استُبدل من قبل أيضًا: ⁨release A7 B2 earlier⁩.
inner-office-sheet-none = { $code }: لا ورقة.
inner-office-sheet = { $code } · { $section }: { inner-section }، منذ { $at }، لعدد { $count }.
inner-office-sheet-anew = { $section }: تغيّر مفتاح منذ ذلك.
inner-office-sheet-replaced = { $section }: استُبدل { $at }، يُمحى { $until }. حتى ذلك: ⁨"release { $code } B2 earlier"⁩.
inner-office-sheet-withdrawn = { $section }: سُحب { $at }. لا يُعطى لأحد.
inner-office-sheet-seized = { $section }: أُرسل { $at } من ذلك الهاتف وهو في يد غير صاحبه. لا يُحسب ولا يُعطى لأحد.
inner-office-release-all =
    { $earlier ->
        [yes] كل ما لـ { $code }، وما استُبدل من قبل أيضًا، إلى { $who }؟ ما قُرئ لا يُسترجع.
       *[no] كل ما لـ { $code } إلى { $who }؟ ما قُرئ لا يُسترجع.
    }
inner-office-release =
    { $earlier ->
        [yes] من { $code } الأقسام { $sections }، وما استُبدل من قبل أيضًا، إلى { $who }؟ ما قُرئ لا يُسترجع.
       *[no] من { $code } الأقسام { $sections } إلى { $who }؟ ما قُرئ لا يُسترجع.
    }
office-release-who = { $code }: لا أحد بهذا الاسم.
office-release-no-key = { $who } بلا مفتاح، ولن يفتح شيئًا.
office-release-nothing = { $code }: لا شيء يُعطى.
office-released = تصل الآن إلى { $who }. إن لم تُقفل لذلك المفتاح فلن تُفتح هناك.
office-released-told = { $code }: ورقة تصل إلى { $who }، من { $by }.
office-not-released = لم يُعط شيء.
button-office-yes-release = نعم، تُعطى إلى { $who }

## A question before an end

inner-question = { $number } · { $code }: أولًا السؤال بالصوت عما لا يجيب عنه إلا { $code }. إرسال الأسئلة إليكم، ثم طرح واحد، ثم قول ما كان.
inner-question-no-key = لا مفتاح لك ولا تُفتح الأسئلة: ⁨"key"⁩، أو يسأل شخص آخر من المكتب.
office-question-sent = تصل الآن. الرجاء حفظها ثم فتحها.
office-question-wrong = سُجّل؛ لم ينته شيء. يسمع باقي المكتب بذلك. هل ذلك الهاتف في يد غير صاحبه؟ الرجاء إرسال ⁨"seized { $code }"⁩.
office-question-wrong-told = { $number } · { $code }: يقول { $by } إن جوابًا لم يكن صحيحًا. الرجاء الفتح قبل فعل أي شيء.
button-office-question-send = إرسال الأسئلة إلي
button-office-question-voice = صحيح، وأعرف الصوت
button-office-question-right = كان الجواب صحيحًا
button-office-question-wrong = لم يكن صحيحًا

## Help

inner-help-sheets = ⁨sheet A7⁩: ما هو محفوظ · ⁨release A7 B2⁩: إعطاؤها لأحد · ⁨keys⁩: حروف للمقارنة · ⁨wrote A7⁩: ما جاء مع الملاحظات · ⁨numbers⁩: ما يُقال قبل اختيارهما. للمزيد عن كل واحد: ⁨"/help release"⁩.
inner-help-sheet = ⁨"sheet A7"⁩: أي أقسام الورقة محفوظة، منذ متى ولكم شخص، وما استُبدل أو سُحب في آخر 72 ساعة. لا أحد هنا يقرؤها بلا مفتاح.
inner-help-release = ⁨"release A7 B2"⁩، أو أحد معارفه، بالاسم أو بالرقم في ⁨"who A7"⁩: تصل الورقة إليه إن كان له مفتاح. ⁨"release A7 B2 2 3"⁩: هذه الأقسام. ⁨"release A7 B2 earlier"⁩: وما استُبدل في آخر 72 ساعة أيضًا.
inner-help-keys = ⁨"keys"⁩: حروف كل مفتاح في المكتب، للمقارنة بالصوت. ⁨"key"⁩: صنع مفتاح على الهاتف. ⁨"keys add age1pq1…"⁩: مفتاح صنعته أداة ⁨age⁩ على حاسوبكم. ⁨"keys drop"⁩.
