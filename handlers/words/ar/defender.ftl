### What is said with somebody who sends notes, in answer to them. Outer words: a stranger's eye may
### read them. No text is longer than 350 characters. Keep every variable in braces, and every digit:
### 1 is always a note, 2 always a call for help, whatever question is open.
### What is read from the left (+1) stands between isolates, U+2068 and U+2069; a line that has no
### letters of ours outside them begins with U+200F.

## The keys under the chat. Each begins with its digit; the word is one that can also be typed.

key-note = 1 ملاحظة
key-help = 2 مساعدة
key-break = 3 استراحة
key-trip = 4 رحلة

## Joining, in parts

enrol-number = مرحبًا. الرجاء قول هذا الرقم لمن دعاك: { $number }. إن كان الرقم عنده مختلفًا، فالرجاء إغلاق هذه المحادثة.
enrol-note = تصلنا منك ملاحظة قصيرة في أوقات من اختيارك. إن لم تصل، نذكّرك؛ ثم يحاول مكتبنا ومن سمّيتهم معرفة السبب.
enrol-may-fail = قد نخطئ. الرجاء الإبقاء على خططك الأخرى.
enrol-kept = نحفظ، تحت قفل: اسمًا مستعارًا، وأوقاتك، ومعارفك، ومتى وصلت الملاحظات. يمكنك التوقف: نتحدث معك أولًا، خلال 72 ساعة على الأكثر.
enrol-seen = يعرف تيليجرام استخدامك لهذه المحادثة، ومتى، ويقرأ كل كلمة تُكتب هنا. وقد يُجبر على إخبار غيره. وكذلك من يمسك هاتفك. الرجاء عدم كتابة أسماء أو أماكن أو خطط. إن كان هذا وحده قد يضرك، فهناك طرق أخرى.
enrol-own = هل حساب تيليجرام هذا لك وحدك؟ 1: نعم. 2: لا، يستخدمه آخرون أيضًا.
enrol-join = لا يحق لأحد إجبارك على الانضمام. هل لنا موافقتك؟ 1: نعم. 2: ليس الآن. 3: اسألوني عندما أكون وحدي.
enrol-another-way = شكرًا. لم نحفظ شيئًا. الرجاء إخبار من دعاك؛ هناك طرق أخرى.
enrol-shared = إذن قد تكون الملاحظة من هنا لأي شخص. لم نحفظ شيئًا. الرجاء إخبار من دعاك؛ هناك طرق أخرى.
enrol-not-now = شكرًا. لم نحفظ شيئًا. يبقى الرابط صالحًا لفترة، إن تغير الرأي.
enrol-alone = الرجاء إرسال "التالي" عندما لا يكون أحد معك.
enrol-agreed = شكرًا. لم يبدأ شيء بعد. الرجاء أولًا قراءة ما يحدث ومتى.
enrol-terms = هذا ما نتفق عليه. كل الأوقات بتوقيتك.
enrol-practice = حتى { $until } هذا تدريب: لا يسمع به إلا مكتبنا.
enrol-begin = هل نبدأ الآن؟ 1: نعم. 2: ليس الآن. إن كان هناك ما لا يناسبك، فالرجاء التحدث مع المكتب أولًا.
enrol-later = لم يبدأ شيء. للمتابعة، الرجاء إرسال 1.
link-over = لم يعد هذا الرابط صالحًا. الرجاء طلب رابط جديد.

## What happens if no note comes. Each line is one moment, at the earliest.

preview-by = ملاحظة قبل { $due }. إن لم تصل:
preview-reminder = { $at }: نذكّرك.
preview-reminder-again = { $at }: نذكّرك مرة أخرى.
preview-duty = { $at }: نسأل من في المناوبة في مكتبنا.
preview-second = { $at }: نسأل شخصًا ثانيًا من مكتبنا.
preview-two = { $at }: نسأل شخصين من مكتبنا.
preview-all = { $at }: نسأل كل من في مكتبنا.
preview-near = { $at }: نسأل القريب سكنًا من معارفك.
preview-first = { $at }: نسأل الأول من معارفك.
preview-next = { $at }: نسأل الثاني من معارفك.
preview-others = { $at }: نسأل الباقين من معارفك.
preview-lawyer = { $at }: نسأل محاميك.
preview-family = { $at }: نسأل عائلتك.
preview-one = { $at }: نسأل أحد معارفك، كما اتفقنا.
preview-found = ما إن يجدك أحد بخير، ينتهي الأمر.

# $from and $to are times of day, like 07:00.
awake = في مكتبنا من هو مستيقظ من { $from } إلى { $to }.
awake-always = في مكتبنا من هو مستيقظ ليلًا ونهارًا.

## Where things stand

status-late = ملاحظة { $due } مفتوحة. إن لم تصل قبل { $until }:
status-open = ملاحظة { $due } مفتوحة. الرجاء إرسال 1.
status-resting = لا تُطلب الآن أي ملاحظة. الرجاء التحدث مع المكتب.
status-trip = في رحلة حتى { $until }.
status-terms = يبدأ الجديد { $from }، إذا وصلت ملاحظاتك حتى ذلك الوقت.
status-keep = ليبقى كل شيء كما هو، الرجاء إرسال "إبقاء".
status-practice = حتى { $until } هذا تدريب: لا يسمع به إلا مكتبنا.

menu-keys = 1 ملاحظة، 2 مساعدة، 3 استراحة، 4 رحلة. وللباقي: 0.
menu-notes = 1: ملاحظة. 2: مساعدة. 3: استراحة. 4: رحلة. 5: ماذا يحدث إن لم تصل ملاحظة. 6: معارفك. 7: اللغة. أو كتابة: وصلت، ⁨+1⁩، استئناف، إبقاء، دعوة، إزالة، ورقة، أرقام جديدة، أزراري، توقف.

## Notes, trips, breaks

note-not-begun = لم يبدأ شيء بعد. الرجاء إرسال "التالي" لقراءة ما يحدث ومتى؛ ثم يكون القرار لك.
note-other-way = الملاحظة المكتوبة هنا لا تُحسب لك. الرجاء إرسالها بالطريقة المتفق عليها.
moment-not-read = لم أفهم ذلك. الرجاء إرسال وقت مثل 18:30 أو غدًا 9، أو مدة مثل ⁨+3⁩. أو "إلغاء".
moment-past = هذا الوقت مضى. الرجاء إرسال وقت لاحق.
unchanged = بقي كل شيء كما كان.

trip-until = حتى متى؟ الرجاء إرسال وقت مثل 18:30، أو عدد الساعات مثل ⁨+3⁩.
trip-running = لك رحلة حتى { $until }. عند الوصول الرجاء إرسال 1، ولساعة إضافية ⁨+1⁩.
trip-note-first = ملاحظتك ما زالت مفتوحة. الرجاء إرسال 1 أولًا، ثم 4.
trip-none = لا رحلة لك الآن. لبدء رحلة: 4.
trip-too-late = لم يعد الوقت الإضافي ممكنًا. الرجاء إرسال 1 في أقرب وقت.
trip-too-long = هذا طويل جدًا: حتى { $limit } كحد أقصى. الرجاء إرسال وقت أقرب.

break-until = حتى متى؟ الرجاء إرسال يوم ووقت، مثل غدًا 9 أو الجمعة 20:00، أو عدد الأيام، مثل 2 يوم.
break-now = لك استراحة حتى { $until }. لإنهائها الآن، الرجاء إرسال "استئناف".
break-coming = تبدأ استراحة { $from }، إذا وصلت ملاحظاتك حتى ذلك الوقت، وتنتهي { $until }. ليبقى كل شيء كما هو: "إبقاء".
break-none = لا توجد استراحة لإنهائها.
keep-nothing = لا يوجد تغيير في الانتظار.

## Stopping

leaving-sure = يمكنك التوقف. يتحدث المكتب معك أولًا؛ وبعد { $hours } ساعة على الأكثر يُمحى كل شيء. وحتى ذلك الوقت تستمر الملاحظات. 8: نعم، توقف. 9: لا.
leaving-asked = طلبت التوقف: في { $until } على الأكثر يُمحى كل شيء. وحتى ذلك الوقت تستمر الملاحظات. للبقاء، الرجاء إرسال "إبقاء".
# The last thing that is said. $at and $until are dates.
erased = تم، { DATE($at) }. مُحي ما كنا نحفظه؛ والنسخ القديمة لا تُقرأ ابتداءً من { DATE($until) }. نحفظ فقط أن أحدهم غادر. تيليجرام وهاتفك يحتفظان بما لديهما: الرجاء حذف هذه المحادثة. إيصال { $receipt }.

## One's people

people-nobody = لا أسماء عندك بعد؛ نسأل المكتب وحده. لإضافة اسم، الرجاء إرسال "دعوة".
# $place is a number, $nick the name that was given.
people-name = ‏{ $place }. { $nick }
people-line =
    ‏{ $place }. { $nick }، { $part ->
        [near] يسكن قريبًا
        [lawyer] محامٍ
        [family] عائلة
       *[friend] صديق
    }: { $standing ->
        [invited] لا جواب بعد
        [agreed] وافق
        [doubted] لا يُسأل
        [proven] جاهز
       *[unreachable] لا يمكن الوصول إليه
    }
people-enough = عدد من سمّيتهم بلغ { $count }. الرجاء أولًا إخراج أحد: "إزالة".
invite-name = ما اسم هذا الشخص هنا؟ الأفضل اسم مستعار. لا يقرؤه غير المكتب، وصاحب الاسم نفسه إن استُعمل بينكما.
invite-name-unfit = الرجاء إرسال اسم يبدأ بحرف، عدد حروفه { $limit } على الأكثر. أو "إلغاء".
invite-name-taken = هذا الاسم موجود عندك. الرجاء إرسال اسم آخر.
invite-part = من هو؟ 3: يسكن قريبًا ويمكنه النظر. 4: صديق. 5: محامٍ. 6: عائلة.
part-near = يسكن قريبًا
part-friend = صديق
part-lawyer = محامٍ
part-family = عائلة
invite-language = بأي لغة نكتب إليه؟ الرجاء الضغط على لغة، أو إرسال رقمها، بالعد من { $first }.
invite-aloud = يقال هذا بصوت مسموع، والأفضل وجهًا لوجه: "إذا انقطعت أخباري، قد تسألك هذه المحادثة هل عندك خبر عني. المطلوب الجواب فقط. رقمي { $number }؛ إن كان الرقم عندك مختلفًا، فيجب التوقف."
invite-until = ثم يُعطى الرابط التالي. هو لشخص واحد، صالح حتى { $until }. الرجاء عدم كتابة الرقم.
invite-link = { $link }
invite-accepted = أحد معارفك وافق. للاطلاع: 6.
invite-declined = أحد معارفك لم يوافق. الرجاء اختيار شخص آخر: "دعوة".
invite-other-number = فتح أحدهم رابطك ولم يتطابق الرقم. أُغلق الرابط. الرجاء التحدث مع الشخص المقصود.
remove-who = من الذي لا نسأله بعد الآن؟ الرجاء الضغط على اسم، أو إرسال رقمه. لن نخبره بذلك.
removed = سُجّل. من الآن لا نسأله؛ ونسأل المكتب بدلًا منه.
part-told = توقف أحد معارفك. الرجاء اختيار شخص آخر: "دعوة". وحتى ذلك الوقت نسأل المكتب بدلًا منه.

## Language. The names stand in their own language everywhere: do not translate them.

language-which = أي لغة؟ الرجاء الضغط على لغة، أو إرسال رقمها، بالعد من { $first }.
language-not-known = لا أعرف هذه اللغة. الرجاء الضغط على لغة، أو إرسال "إلغاء".
language-set = من الآن نكتب بالعربية.
language-ar = العربية
language-en = English
language-es = Español
language-fa = فارسی
language-fr = Français
language-ru = Русский

## Questions with a short answer

yes-or-no = الرجاء الجواب بنعم أو لا.
choose-one = الرجاء الضغط على أحد هذه، أو إرسال رقمه. أو "إلغاء".

## Buttons. What they say can also be typed: each stands in understood.ftl as well.

button-next = التالي
button-yes = نعم
button-no = لا
button-not-now = ليس الآن
button-alone = اسألوني عندما أكون وحدي
button-understand = فهمت
button-another-way = طريقة أخرى
button-there = وصلت
button-more-time = ⁨+1⁩
button-resume = استئناف
button-keep = إبقاء
button-invite = دعوة
button-remove = إزالة
