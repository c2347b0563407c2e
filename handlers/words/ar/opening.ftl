### What appears only after "open", in the place of the outer words, and goes again after 30 minutes.
### These are inner words. All parts of one message together stay under 350 characters.
### What is read from the left (commands) stands between isolates, U+2068 and U+2069; a line that has
### no letters of ours outside them begins with U+200F.

nothing-to-read = لا شيء للقراءة الآن.
# What stands there again when the inner words have gone.
folded = هناك شيء للقراءة على انفراد، من فضلك.
folded-alarm = ‏{ $number } · { $subject }
folded-person = ‏{ $subject }
button-again = مرة أخرى

## To somebody who is asked. $nick is the name by which they know the person.

inner-ask =
    لم تصلنا ملاحظة من { $nick } { SINCE($since) }. غالبًا يكون السبب بطارية فارغة. الرجاء عدم الاتصال أو الكتابة إلى { $nick }، وعدم الذهاب إلى هناك، وعدم إخبار أحد. نسأل فقط: هل رأيت أو سمعت { $nick } منذ ذلك الوقت؟

    إن لم يكن ذلك ممكنًا، نسأل غيرك.
inner-ask-sos =
    وصلنا طلب مساعدة من { $nick }. الرجاء عدم الاتصال أو الكتابة إلى { $nick }، وعدم الذهاب إلى هناك، وعدم إخبار أحد. نسأل فقط: هل رأيت أو سمعت { $nick } { SINCE($since) }؟

    إن لم يكن ذلك ممكنًا، نسأل غيرك.
inner-ask-drill =
    هذا تدريب؛ لم يحدث شيء. لو كان حقيقيًا لسألناك الآن هل رأيت أو سمعت { $nick }. الرجاء الضغط على أحد هذه الأزرار، كما لو كان حقيقيًا.
inner-with-you = الأمر معك حتى { $until }. ما الذي عرفته عن { $nick }؟ الرجاء عدم الذهاب إلى هناك وحدك.

button-seen = نعم، رأيت أو سمعت
button-can-help = لا، لكن أستطيع المساعدة
button-cannot-now = لا أستطيع الآن
button-found-safe = رأيت أو سمعت، والحال بخير
button-cannot-reach = لا رد
button-in-danger = هناك شيء غير طبيعي
button-hand-back = إعادة

## To the office. $subject is the code name.

inner-alarm-missed = { $subject }، { level-word }: غابت الملاحظة، آخر ملاحظة { $last }.
inner-alarm-missed-no-last = { $subject }، { level-word }: غابت الملاحظة، ولم تصل أي ملاحظة من قبل.
inner-alarm-journey = { $subject }، { level-word }: لا عودة من الرحلة، آخر ملاحظة { $last }.
inner-alarm-journey-no-last = { $subject }، { level-word }: لا عودة من الرحلة.
inner-alarm-unheard = { $subject }، { level-word }: غابت الملاحظة حين لم نكن نستقبل. قد تكون ملاحظة في الانتظار. آخر ملاحظة { $last }.
inner-alarm-unheard-no-last = { $subject }، { level-word }: غابت الملاحظة حين لم نكن نستقبل. قد تكون ملاحظة في الانتظار.
inner-alarm-sos = { $subject }، { level-word }: طلب مساعدة في { $since }.
inner-alarm-duress = { $subject }: وصلت علامة الإكراه في { $since }. قد يكون أحد يقرأ ذلك الهاتف.
inner-alarm-concern = { $subject }، { level-word }: أحد المعارف عنده قلق، { $since }.
inner-alarm-locked = { $subject }: رموز خاطئة كثيرة، { $since }. قد يكون الهاتف في يد شخص آخر.
inner-alarm-seized = { $subject }: ذلك الهاتف في يد غيره منذ { $since }. كل ما يرسله يُحسب بالإكراه.
inner-alarm-warned = { $subject }: وصلت ملاحظة في { $since } تقول إن هناك خطبًا.
inner-state-followed = هناك من يتبعه.
inner-state-raid = هناك من يقف عند الباب أو يفتش مكانًا قريبًا.
inner-state-taken = إنه محتجز أو يُقتاد.
inner-alarm-drill = { $subject }: تدريب. لم يحدث شيء.

inner-do-missed = أولًا: الاستلام. ممنوع الاتصال بـ { $subject }.
inner-do-journey = أولًا: الاستلام. ممنوع الاتصال بـ { $subject }.
inner-do-unheard = أولًا: الاستلام. ممنوع الاتصال بـ { $subject }.
inner-do-sos = أولًا: الاستلام. ممنوع الاتصال أو الكتابة؛ المحادثة تجيب كالعادة.
inner-do-duress = ممنوع الاتصال أو الكتابة أو الذهاب أو النشر أو إخبار العائلة؛ وممنوع إظهار معرفتك بالأمر. المحادثة تجيب كالعادة. المطلوب: الاستلام؛ إيقاظ شخص ثانٍ بالصوت؛ الاتفاق على من يفعل ماذا.
inner-do-concern = أولًا: الاستلام. ثم التحدث مع من كتب. ممنوع الاتصال بـ { $subject }.
inner-do-locked = ممنوع الاتصال أو الكتابة أو الذهاب؛ وممنوع إظهار معرفتك بالأمر. المطلوب: الاستلام؛ إيقاظ شخص ثانٍ بالصوت.
inner-do-drill = الاستلام، كما لو كان حقيقيًا.

inner-still-silent = الملاحظة التالية غائبة أيضًا.
inner-sign-came = وصلت ملاحظة في { $at }. لا تثبت شيئًا بعد: الرجاء التحدث مع { $subject }، ثم إرسال ⁨"confirm { $number } voice"⁩.
inner-near = السؤال عند { $near }.
inner-publicity = النشر: { $publicity }.
inner-proxy = لا يسأل إلا { $proxy }، بالقصة المتفق عليها.
inner-held = مع { $holder } حتى { $until }.
inner-next = نسأل التالين في { $at }.
inner-office-closes = المكتب وحده يغلق هذا.
inner-closing = طلب إغلاق من { $by }: { $outcome ->
        [safe] بخير
        [false-alarm] لم يحدث شيء
        [detained] احتجاز
        [harmed] أذى
       *[unknown] غير معروف
    }. للموافقة: إرسال ⁨"close { $number }"⁩ بالنتيجة نفسها.
inner-confirming = وصل تأكيد من { $by }. يلزم تأكيد ثانٍ: ⁨"confirm { $number } voice"⁩.
inner-found =
    { $finding ->
        [safe] جواب { $by }: رأيت أو سمعت، والحال بخير. هذا لا ينهي شيئًا: الرجاء التأكد.
        [cannot-reach] جواب { $by }: لا رد.
       *[in-danger] جواب { $by }: هناك شيء غير طبيعي.
    }
inner-closed =
    { $outcome ->
        [safe] { $number } · { $subject } أُغلق: بخير.
        [false-alarm] { $number } · { $subject } أُغلق: لم يحدث شيء.
        [detained] { $number } · { $subject } أُغلق: احتجاز.
        [harmed] { $number } · { $subject } أُغلق: أذى.
       *[unknown] { $number } · { $subject } أُغلق: غير معروف.
    }

# $level goes along from the sentence that it stands in.
level-word =
    { $level ->
        [low] منخفض
        [medium] متوسط
       *[high] عالٍ
    }

## About one person, to the office

inner-person-waiting = { $subject }: الملاحظة التالية قبل { $due }. الأخيرة { $last }.
inner-person-waiting-no-last = { $subject }: الملاحظة الأولى قبل { $due }.
inner-person-late = { $subject }: ملاحظة { $due } متأخرة.
inner-person-missed = { $subject }: ملاحظة { $due } غائبة.
inner-person-break = { $subject }: في استراحة حتى { $until }.
inner-person-resting = { $subject }: لا تُطلب أي ملاحظة. يجب أن يقرر أحد: التحدث مع { $subject }، ثم الاستئناف بـ ⁨resume⁩.
inner-person-unreachable = المحادثة مغلقة أمامنا: حُظرت أو حُذفت. هذا ليس إنذارًا. ما زلنا ننتظر الملاحظات؛ المطلوب طريق آخر إلى { $subject }.
inner-person-change-terms = اتفاق جديد أضعف يبدأ { $from }. هل اختير بحرية؟ السؤال بالصوت.
inner-person-change-pause = تبدأ استراحة { $from } وتنتهي { $until }. هل اختيرت بحرية؟ السؤال بالصوت.
inner-person-leaving = { $subject }: طلب مغادرة، في { $until } على الأكثر. المطلوب حديث على انفراد؛ ثم إرسال ⁨"spoke { $subject }"⁩.
inner-person-journey = في رحلة حتى { $until }.
