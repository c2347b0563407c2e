### The keys of those who send notes from the page on their phone, or by one of two buttons, and what is
### said about it. Outer words: a label stands in the chat after each note.

## The keys

key-pair-1 = Хорошо
key-pair-2 = Всё хорошо
key-page-0 = Дневник
key-page-1 = Список
key-page-2 = Погода
key-page-3 = Слова
key-page-4 = Календарь
key-page-5 = Страница

## What is said about it

once-more = Пожалуйста, отправьте ещё раз.
once-more-at = Пожалуйста, отправьте ещё раз после { $at }.
codes-other = Пожалуйста, выберите другие.
codes-first = Пока ничего не началось. Сначала одно дело.
codes-choose = Когда рядом никого не будет, нажмите первую кнопку внизу и выберите там свой номер.
codes-kept-begin = Сохранено. Прочтите ещё раз, о чём мы договариваемся, и скажите, начинать ли.
choose-on-page = Когда рядом никого не будет, нажмите первую кнопку внизу и выберите там.
