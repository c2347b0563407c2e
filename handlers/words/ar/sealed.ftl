### The keys of those who send notes from the page on their phone, or by one of two buttons, and what is
### said about it. Outer words: a label stands in the chat after each note.

## The keys

key-pair-1 = بخير
key-pair-2 = كل شيء بخير
key-page-0 = يوميات
key-page-1 = قائمة
key-page-2 = طقس
key-page-3 = كلمات
key-page-4 = تقويم
key-page-5 = صفحة

## What is said about it

once-more = الرجاء الإرسال مرة أخرى.
once-more-at = الرجاء الإرسال مرة أخرى بعد { $at }.
codes-other = الرجاء اختيار غيرها.
codes-first = لم يبدأ شيء بعد. هناك أمر أولًا.
codes-choose = عندما لا يكون أحد معك، الرجاء الضغط على الزر الأول في الأسفل واختيار رقمك هناك.
codes-kept-begin = حُفظ. الرجاء قراءة ما نتفق عليه مرة أخرى، والقول هل يبدأ.
choose-on-page = عندما لا يكون أحد معك، الرجاء الضغط على الزر الأول في الأسفل والاختيار هناك.
