### What the office reads of somebody without Telegram, whose notes it records itself. As in
### coordinator.ftl: what begins with "office-" is outer words, what begins with "inner-" was asked
### for; words in quotes are typed as they stand here; no message is longer than 350 characters.

office-invite-consent = به او گفته‌اید که نام مستعار، ساعت‌ها و زمان رسیدن یادداشت‌هایش را نگه می‌داریم، که ممکن است موفق نشویم، و که هر وقت بخواهد می‌تواند کنار برود؟ و خودش می‌خواهد؟ 1: بله. 2: نه.
office-voice-begun = ثبت شد: { $code }، بدون گفتگو. یادداشت اول تا { $due }. هر بار که تماس گرفت، بفرستید ⁨"heard { $code } voice"⁩. اگر بعدتر گفتگو خواست: ⁨"move { $code }"⁩.
inner-help-voice = ⁨"invite voice medium Dushanbe 09:00 21:00 Nino"⁩: برای کسی که تلگرام ندارد. هر بار که تماس گرفت، بفرستید ⁨"heard A7 voice"⁩. اگر یادداشتی نیاید، مثل دیگران پیش می‌رود. ⁨"move A7"⁩ بعدتر به او گفتگو می‌دهد.
