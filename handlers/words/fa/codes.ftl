### What is said of codes and sheets without being asked. Outer words but for what begins with "inner-":
### that appears after "open". Words in quotes are typed as they stand here.

notice-sheet-anew = لطفاً برگهٔ خود را از نو بنویسید و قفل کنید.
# To the office; whoever else holds a key reads no number and no name.
notice-sheet = { $number } · { $subject }: یک برگه. آن را جایی نگه دارید که چنین چیزهایی را باز می‌کنید.
notice-sheet-no-number = یک برگه برای شما. لطفاً وقتی کسی پیش شما نیست بازش کنید.
notice-codes-told = { $subject }: یک تغییر، همین حالا. لطفاً باز کنید.
inner-codes-first = { $subject } کدها را انتخاب کرده، یا کسی که آن تلفن را داشت. اگر تا پنج دقیقه چیز دیگری نرسید، با صدا بپرسید خودش بود یا نه. اگر نبود: ⁨"code { $subject }"⁩.
inner-codes-changed = { $subject } کدها را با کد قبلی عوض کرده. اگر تا پنج دقیقه چیز دیگری نرسید، با صدا بپرسید آزادانه بوده یا نه.
inner-codes-pair = { $subject } دو دکمه یکسان را از نو تعیین کرده. اگر تا پنج دقیقه چیز دیگری نرسید، با صدا بپرسید آزادانه بوده یا نه.
