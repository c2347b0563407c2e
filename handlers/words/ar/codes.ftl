### What is said of codes and sheets without being asked. Outer words but for what begins with "inner-":
### that appears after "open". Words in quotes are typed as they stand here.

notice-sheet-anew = الرجاء كتابة ورقتك من جديد وقفلها، بإرسال ⁨"ورقة"⁩.
# To the office; whoever else holds a key reads no number and no name.
notice-sheet = { $number } · { $subject }: ورقة. الرجاء حفظها حيث تُفتح مثلها.
notice-sheet-no-number = ورقة لك. الرجاء فتحها عندما لا يكون أحد معك.
# To whoever looks on it is a sheet like any other.
notice-trial = ورقة لك. الرجاء فتحها عندما لا يكون أحد معك.
notice-codes-told = { $subject }: تغيير، الآن. الرجاء الفتح.
inner-codes-first = اختار { $subject } رموزًا، أو اختارها من كان الهاتف عنده. إن لم يصل شيء آخر خلال خمس دقائق فالسؤال بالصوت: هل كان هو؟ وإلا: ⁨"code { $subject }"⁩.
inner-codes-changed = غيّر { $subject } الرموز، بعد الرمز القديم. إن لم يصل شيء آخر خلال خمس دقائق فالسؤال بالصوت: هل اختير ذلك بحرية؟
inner-codes-pair = حدّد { $subject } الزرين المتشابهين من جديد. إن لم يصل شيء آخر خلال خمس دقائق فالسؤال بالصوت: هل اختير ذلك بحرية؟
notice-key-unproven = { $subject }: بخصوص مفتاح. الرجاء الفتح.
inner-key-unproven = طُلب من { $subject } ثلاث مرات فتح ورقة للتجربة، ولم يصل أي رقم. الرجاء التحدث مع { $subject } بالصوت. عند إرسال ⁨"key"⁩ من تلك المحادثة تصل ورقة أخرى مثلها؛ وإذا ضاع المفتاح يُصنع هناك مفتاح جديد.
inner-key-unproven-contact = صاحب الرقم { $number } في ⁨"who { $subject }"⁩ طُلب منه ثلاث مرات فتح ورقة للتجربة، ولم يصل أي رقم. الرجاء التحدث معه بالصوت. عندما يرسل ⁨"key"⁩ تصله ورقة أخرى مثلها؛ وإذا ضاع المفتاح يُصنع هناك مفتاح جديد، ويُطلب من { $subject } قفل الورقة من جديد.

## A coordinator lets somebody choose anew

office-form-code = من يختار من جديد؟ مثال: ⁨code A7⁩.
office-code-no-page = لا يمكن لـ { $code } اختيار شيء هنا: لا صفحة.
office-code-not-now = ليس الآن، { $code }: هناك شيء مفتوح. المطلوب أولًا: ⁨"who { $code }"⁩.
office-code-noted = سُجّل: يُطلب من { $code } الاختيار من جديد حتى { $until }. ما كان يُحسب حتى ذلك الحين. عند الانتهاء يصلك خبر: السؤال بالصوت عمّن كان.
office-code-told = { $code }: يمكن الاختيار من جديد، من { $by }. الرجاء الفتح.
inner-help-code = ⁨"code A7"⁩: يختار ⁨A7⁩ الرموز من جديد دون القديم، خلال يوم؛ يُرسل بعد التحدث معه. ما كان يُحسب حتى يتم ذلك. عند الانتهاء يصلك خبر: السؤال بالصوت هل كان ⁨A7⁩.
office-choices-say = قبل أن يختار { $code } شيئًا، يُقال له بالصوت وعلى انفراد معنى كل اختيار. ما يُقال: ⁨"/help numbers"⁩.
office-choices-none = لا رقم لدى { $code } بعد، ولا تُحسب ملاحظات الصفحة. بعد التحدث: ⁨"code { $code }"⁩.
inner-help-numbers = ⁨"/help numbers"⁩، يُقال بالصوت وعلى انفراد: «تختارون رقمين على هاتفكم. الأول يعني أنكم أحرار. الثاني يعني أن أحدًا يجبركم على الإرسال. كلاهما يبدو سواء؛ بعد الثاني نعرف ولا نتصل. لا تقولوهما لأحد، ولا لي. جرّبوا الثاني مرة، في يوم نتفق عليه.»
inner-help-numbers-how = يُختاران قبل الملاحظة الأولى، أو بعد ⁨"code A7"⁩. الزران: الاتفاق بالصوت أيهما القسري، ثم ⁨"pair A7 2"⁩. حتى ذلك الحين يُحسب كلاهما حرًّا.
