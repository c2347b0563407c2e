### What terms say of ways to send a note, of questions and of sheets, and what a house must have for
### them. As in coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words
### in quotes are typed as they stand here; no message is longer than 350 characters.

inner-terms-ways = یادداشت‌ها با: { $ways }.
inner-terms-question = هر کس تأیید می‌کند اول با صدا پرسشی از برگه می‌پرسد.
inner-terms-place = صفحهٔ تلفن جا را می‌پرسد؛ فقط با فشردن فرستاده می‌شود.
inner-terms-rung-sheet = { $number }: { $whom }؛ انتظار { $wait }. هر کدام کلید دارد از برگه می‌گیرد: { $sections }.
inner-terms-how-more = یادداشت‌ها چگونه می‌آید: ⁨"terms { $code } ways page card"⁩، همچنین ⁨pair, tap⁩. پرسشی پیش از تأیید: ⁨"terms { $code } question on"⁩. جا در صفحه، فقط با فشردن: ⁨"terms { $code } place on"⁩.
inner-order-how-more = آنچه با یک قدم از برگه بیرون می‌رود: ⁨"order { $code } 1: duty 30; 2: all 30 sheet call health"⁩. همچنین ⁨lawyer, family, questions, told, list⁩ یا ⁨all⁩. فقط کسی که کلید دارد می‌گیرد.
office-way-tap = یک فشار
office-way-pair = یکی از دو دکمه
office-way-card = عددی روی کاغذ
office-way-sealed = کدی در صفحه
office-way-heard = با صدا
office-sheet-0 = همه چیز
office-sheet-1 = با چه کسی تماس گرفته شود
office-sheet-2 = وکیل
office-sheet-3 = سلامتی
office-sheet-4 = خانواده
office-sheet-5 = پرسش‌ها
office-sheet-6 = آنچه می‌شود گفت
office-sheet-7 = کارهایی که باید کرد
office-fault-sheet = { $number }: کدام بخش برگه ⁨"{ $word }"⁩ است؟
office-fault-no-page = این‌جا صفحه‌ای نیست، و کد به آن نیاز دارد.
office-fault-no-cards = برای یادداشت فقط عددهای روی کاغذ می‌ماند، و هیچ‌کدام چاپ نشده. اول چند تا چاپ کنید، یا صفحه را راه بیندازید.
office-fault-high-without-horn = ⁨"high"⁩ راه دیگری می‌خواهد که دفتر را با آن صدا کنند. کسی که این را اداره می‌کند باید اول آن را راه بیندازد.
preview-sheet = از { $at }: بخشی از برگهٔ شما، اگر نوشته‌اید، برای هر کدام که کلید دارد.
office-invite-high = ⁨"high"⁩ هنوز این‌جا ممکن نیست: صفحه یا عدد روی کاغذ می‌خواهد، و راه دیگری به دفتر.
