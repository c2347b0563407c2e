### The keys of those who send notes from the page on their phone, or by one of two buttons, and what is
### said about it. Outer words: a label stands in the chat after each note.

## The keys

key-pair-1 = Fine
key-pair-2 = All good
key-page-0 = Diary
key-page-1 = List
key-page-2 = Weather
key-page-3 = Words
key-page-4 = Calendar
key-page-5 = Page

## What is said about it

once-more = Please send it once more.
once-more-at = Please send it once more, after { $at }.
codes-other = Please choose other ones.
codes-first = Nothing has begun yet. One thing comes first.
codes-choose = When you are alone, press the first key below and choose your number there.
codes-kept-begin = Kept. Please read once more what we agree on, and say whether it begins.
choose-on-page = When you are alone, press the first key below and choose there.
