### What is said of codes and sheets without being asked. Outer words but for what begins with "inner-":
### that appears after "open". Words in quotes are typed as they stand here.

notice-sheet-anew = لطفاً برگهٔ خود را از نو بنویسید و قفل کنید: بفرستید ⁨"برگه"⁩.
# To the office; whoever else holds a key reads no number and no name.
notice-sheet = { $number } · { $subject }: یک برگه. آن را جایی نگه دارید که چنین چیزهایی را باز می‌کنید.
notice-sheet-no-number = یک برگه برای شما. لطفاً وقتی کسی پیش شما نیست بازش کنید.
# To whoever looks on it is a sheet like any other.
notice-trial = یک برگه برای شما. لطفاً وقتی کسی پیش شما نیست بازش کنید.
notice-codes-told = { $subject }: یک تغییر، همین حالا. لطفاً باز کنید.
inner-codes-first = { $subject } کدها را انتخاب کرده، یا کسی که آن تلفن را داشت. اگر تا پنج دقیقه چیز دیگری نرسید، با صدا بپرسید خودش بود یا نه. اگر نبود: ⁨"code { $subject }"⁩.
inner-codes-changed = { $subject } کدها را با کد قبلی عوض کرده. اگر تا پنج دقیقه چیز دیگری نرسید، با صدا بپرسید آزادانه بوده یا نه.
inner-codes-pair = { $subject } دو دکمه یکسان را از نو تعیین کرده. اگر تا پنج دقیقه چیز دیگری نرسید، با صدا بپرسید آزادانه بوده یا نه.
notice-key-unproven = { $subject }: دربارهٔ یک کلید. لطفاً باز کنید.
inner-key-unproven = از { $subject } سه بار خواسته شد برگه‌ای را برای امتحان باز کند، و شماره‌ای نرسید. با صدا با { $subject } حرف بزنید. اگر کلید گم شده، { $subject } بفرستد ⁨"key"⁩ و یکی دیگر بسازد.
inner-key-unproven-contact = از شمارهٔ { $number } در ⁨"who { $subject }"⁩ سه بار خواسته شد برگه‌ای را برای امتحان باز کند، و شماره‌ای نرسید. با صدا با او حرف بزنید. اگر کلید گم شده، بفرستد ⁨"key"⁩ و یکی دیگر بسازد؛ آن وقت از { $subject } خواسته می‌شود برگه را از نو قفل کند.

## A coordinator lets somebody choose anew

office-form-code = چه کسی از نو انتخاب کند؟ مثلاً بفرستید: ⁨code A7⁩.
office-code-no-page = { $code } این‌جا چیزی نمی‌تواند انتخاب کند: صفحه‌ای نیست.
office-code-not-now = حالا نه، { $code }: چیزی باز است. اول ببینید: ⁨"who { $code }"⁩.
office-code-noted = ثبت شد: از { $code } خواسته می‌شود تا { $until } از نو انتخاب کند. آنچه دارد تا آن وقت حساب است. وقتی انجام شد می‌شنوید: با صدا بپرسید چه کسی بود.
office-code-told = { $code } می‌تواند از نو انتخاب کند، از { $by }. لطفاً باز کنید.
inner-help-code = ⁨"code A7"⁩: ⁨A7⁩ ظرف یک روز بدون کد قبلی از نو کد انتخاب می‌کند؛ پس از حرف زدن با ⁨A7⁩ بفرستید. آنچه دارد تا آن وقت حساب است. وقتی انجام شد می‌شنوید: با صدا بپرسید خود ⁨A7⁩ بود یا نه.
office-choices-say = پیش از آنکه { $code } چیزی انتخاب کند، با صدا و تنها به او بگویید هر انتخاب چه معنایی دارد. چه بگویید: ⁨"/help numbers"⁩.
office-choices-none = { $code } هنوز شماره ندارد و یادداشت‌های صفحه حساب نمی‌شود. پس از حرف زدن: ⁨"code { $code }"⁩.
inner-help-numbers = ⁨"/help numbers"⁩، با صدا و تنها بگویید: «روی گوشی خودتان دو شماره انتخاب می‌کنید. اولی یعنی آزادید. دومی یعنی کسی وادارتان کرده بفرستید. هر دو یک شکل‌اند؛ پس از دومی ما می‌دانیم و زنگ نمی‌زنیم. به کسی نگویید، به من هم نه. دومی را یک بار امتحان کنید، روزی که قرار می‌گذاریم.»
inner-help-numbers-how = پیش از اولین یادداشت انتخاب می‌شوند، یا پس از ⁨"code A7"⁩. دو دکمه: با صدا قرار بگذارید کدام اجباری است، بعد ⁨"pair A7 2"⁩. تا آن وقت هر دو آزاد حساب می‌شوند.
