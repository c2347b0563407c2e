### What is read and said when somebody's phone is in other hands, and of the two equal buttons. As in
### coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words in quotes
### are typed as they stand here; no message is longer than 350 characters.

button-other-hands = نعم، والهاتف عند شخص آخر
notice-alarm-other-hands = { $number } · { $subject }. الرجاء الفتح قبل فعل أي شيء.
notice-seized-lapses = { $subject }: شيء ينتهي { $until }. الرجاء الفتح.
inner-alarm-other-hands = { $subject }، { level-word }: أحد المعارف يقول، { $since }، إن ذلك الهاتف عند شخص آخر.
inner-do-other-hands = المطلوب: الاستلام، والتحدث مع من كتب. إن كان ذلك ممكنًا فالإرسال: ⁨"seized { $subject }"⁩؛ عندها كل ما يرسله ذلك الهاتف يُحسب بالإكراه. ممنوع الاتصال به أو الكتابة إليه.
inner-person-seized = ذلك الهاتف يُحسب في يد غير صاحبه حتى { $until }. للإبقاء: ⁨"seized { $subject }"⁩. عندما يعود: ⁨"free { $subject }"⁩. السؤال عن طريق آخر.
office-form-seized = هاتف مَن؟ مثال: ⁨seized A7⁩.
office-form-free = هاتف مَن؟ مثال: ⁨free A7⁩.
office-seized-noted = سُجّل: { $code }، حتى { $until }. قبل ذلك بست ساعات نسألك من جديد. ينتهي بـ ⁨"free { $code }"⁩.
office-seized-told = { $code }: جديد من { $by }. الرجاء الفتح.
office-freed = سُجّل: { $code }، كما كان. وما هو مفتوح يبقى مفتوحًا.
office-not-seized = { $code }: لا شيء لإنهائه.
office-form-pair = لمن، وأيهما؟ مثال: ⁨pair A7 2⁩. الرقم هو رقم الزر الذي يعني العكس.
office-pair-noted = سُجّل لـ { $code }، من الآن. يسمع باقي المكتب بذلك، لا أيهما هو.
office-pair-told = { $code }: حدّد { $by } الزرين من جديد.
office-pair-not-agreed = { $code }: لا زرين.
inner-help-seized = ⁨"seized A7"⁩: ذلك الهاتف في يد غير صاحبه. يُرد عليه كالعادة، وكل ما يرسله يُحسب بالإكراه لمدة 72 ساعة؛ وللتمديد يُرسل مرة أخرى. ⁨"free A7"⁩: عاد إلى صاحبه.
inner-help-pair = ⁨"pair A7 2"⁩: أي الزرين المتشابهين هو زر الإكراه، كما اتُّفق عليه بالصوت. يُحسب فورًا. ممنوع كتابته إلى ⁨A7⁩.
office-form-wrote = كلام من؟ أرسلوا مثلا: ⁨wrote A7⁩.
office-wrote-not-open = لا شيء مفتوح بشأن { $code }. ما جاء مع رسالة لا يظهر إلا عندئذ.
inner-wrote-nothing = لم يكتب { $code } شيئا مع الملاحظات الأخيرة.
inner-wrote = { $code }، { $at }: «{ $text }»
button-office-wrote = ما كُتب
inner-help-wrote = ⁨"wrote A7"⁩: ما كتبه A7 مع الملاحظات الأخيرة، والمكان إن أُرسل. فقط ما دام شيء مفتوحا بشأن A7. ربما كُتب تحت الضغط: لا يثبت شيئا.

## On the board

inner-board-state =
    { $state ->
        [taken] { $code }: محتجز أو يُقتاد.
        [raid] { $code }: أحد عند الباب.
       *[followed] { $code }: هناك من يتتبع.
    }
inner-board-seized = { $code }: ذلك الهاتف يُحسب في يد غير صاحبه حتى { $until }.
