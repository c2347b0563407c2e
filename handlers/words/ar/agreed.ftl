### What terms say of ways to send a note, of questions and of sheets, and what a house must have for
### them. As in coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words
### in quotes are typed as they stand here; no message is longer than 350 characters.

inner-terms-ways = الملاحظات عبر: { $ways }.
inner-terms-question = من يؤكد يسأل أولًا سؤالًا من الورقة، بالصوت.
inner-terms-place = صفحة الهاتف تسأل عن المكان، ولا يُرسل إلا بالضغط.
inner-terms-rung-sheet = { $number }: { $whom }؛ انتظار { $wait }. من كان عنده مفتاح منهم يصله من الورقة: { $sections }.
inner-terms-how-more = كيف تأتي الملاحظات: ⁨"terms { $code } ways page card"⁩، وأيضًا ⁨pair, tap⁩. سؤال قبل التأكيد: ⁨"terms { $code } question on"⁩. المكان في الصفحة، بالضغط فقط: ⁨"terms { $code } place on"⁩.
inner-order-how-more = ما يخرج من الورقة مع خطوة: ⁨"order { $code } 1: duty 30; 2: all 30 sheet call health"⁩. وأيضًا ⁨lawyer, family, questions, told, list⁩ أو ⁨all⁩. يصل فقط من عنده مفتاح.
office-way-tap = ضغطة واحدة
office-way-pair = أحد زرين
office-way-card = رقم على ورق
office-way-sealed = رمز على الصفحة
office-way-heard = بالصوت
office-sheet-0 = كل شيء
office-sheet-1 = بمن نتصل
office-sheet-2 = المحامي
office-sheet-3 = الصحة
office-sheet-4 = العائلة
office-sheet-5 = الأسئلة
office-sheet-6 = ما يجوز قوله
office-sheet-7 = ما يجب فعله
office-fault-sheet = { $number }: أي جزء من الورقة هو ⁨"{ $word }"⁩؟
office-fault-no-page = لا صفحة هنا، والرموز تحتاج إليها.
office-fault-no-cards = لم يبق للملاحظات إلا أرقام على ورق، ولم يُطبع شيء منها. المطلوب طبعها أولًا أو إعداد الصفحة.
office-fault-high-without-horn = ⁨"high"⁩ يحتاج إلى طريق آخر يُنادى به المكتب. على من يدير هذا إعداده أولًا.
preview-sheet = من { $at }: جزء من ورقتك، إن كانت مكتوبة، لمن عنده مفتاح منهم.
office-invite-high = ⁨"high"⁩ غير ممكن هنا بعد: يحتاج إلى الصفحة أو أرقام على ورق، وإلى طريق آخر إلى المكتب.
