### What is said of codes and sheets without being asked. Outer words but for what begins with "inner-":
### that appears after "open". Words in quotes are typed as they stand here.

notice-sheet-anew = الرجاء كتابة ورقتكم من جديد وقفلها.
# To the office; whoever else holds a key reads no number and no name.
notice-sheet = { $number } · { $subject }: ورقة. الرجاء حفظها حيث تُفتح مثلها.
notice-sheet-no-number = ورقة لكم. الرجاء فتحها عندما لا يكون أحد معكم.
notice-codes-told = { $subject }: تغيير، الآن. الرجاء الفتح.
inner-codes-first = اختار { $subject } رموزًا، أو اختارها من كان الهاتف عنده. إن لم يصل شيء آخر خلال خمس دقائق فالسؤال بالصوت: هل كان هو؟ وإلا: ⁨"code { $subject }"⁩.
inner-codes-changed = غيّر { $subject } الرموز، بعد الرمز القديم. إن لم يصل شيء آخر خلال خمس دقائق فالسؤال بالصوت: هل اختير ذلك بحرية؟
inner-codes-pair = حدّد { $subject } الزرين المتشابهين من جديد. إن لم يصل شيء آخر خلال خمس دقائق فالسؤال بالصوت: هل اختير ذلك بحرية؟
