### The keys of those who send notes from the page on their phone, or by one of two buttons, and what is
### said about it. Outer words: a label stands in the chat after each note.

## The keys

key-pair-1 = خوبم
key-pair-2 = همه‌چیز خوب است
key-page-0 = دفتر
key-page-1 = فهرست
key-page-2 = هوا
key-page-3 = واژه‌ها
key-page-4 = تقویم
key-page-5 = صفحه

## What is said about it

once-more = لطفاً یک بار دیگر بفرستید.
once-more-at = لطفاً بعد از { $at } یک بار دیگر بفرستید.
codes-other = لطفاً چیز دیگری انتخاب کنید.
codes-first = هنوز چیزی شروع نشده. اول یک کار مانده.
codes-choose = وقتی کسی پیش شما نیست، کلید اول پایین را بزنید و آنجا شماره‌ی خود را انتخاب کنید.
codes-kept-begin = نگه داشته شد. لطفاً قرار ما را یک بار دیگر بخوانید و بگویید شروع شود یا نه.
choose-on-page = وقتی کسی پیش شما نیست، کلید اول پایین را بزنید و آنجا انتخاب کنید.
