### What the office reads of somebody without Telegram, whose notes it records itself. As in
### coordinator.ftl: what begins with "office-" is outer words, what begins with "inner-" was asked
### for; words in quotes are typed as they stand here; no message is longer than 350 characters.

office-invite-consent = هل أخبرته أننا نحفظ اسمًا مستعارًا وأوقاته ومتى وصلت الملاحظات، وأننا قد نخفق، وأن له أن يتوقف متى شاء؟ وهل يريد ذلك؟ 1: نعم. 2: لا.
office-voice-begun = سُجّل: { $code }، بلا محادثة. الملاحظة الأولى قبل { $due }. عند كل اتصال أرسل ⁨"heard { $code } voice"⁩. وإن أراد محادثة لاحقًا: ⁨"move { $code }"⁩.
inner-help-voice = ⁨"invite voice medium Dushanbe 09:00 21:00 Nino"⁩: لمن ليس لديه تيليغرام. عند كل اتصال أرسل ⁨"heard A7 voice"⁩. إن لم تصل ملاحظة جرى الأمر كما مع الجميع. ⁨"move A7"⁩ يعطيه محادثة لاحقًا.
