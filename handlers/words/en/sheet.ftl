### What is said about sheets, which are locked on a phone for a few people, and about the keys that open
### them. What begins with "inner-" was asked for, and appears after "open"; all else is outer words.
### What the office types stands in English everywhere. No message is longer than 350 characters.

## To whoever writes a sheet

sheet-open = When you are alone, press the first key below. What you write there is locked on your phone; only the people you choose can open it.
sheet-by-file = A sheet is written elsewhere, locked there, and attached here as a file.
sheet-nobody = Not possible yet: nobody of the office has a key. Please speak with the office.
sheet-there = About your sheet. Please open when you are alone.
sheet-part = { $have } of { $of }. For the next one, press the first key below.
sheet-kept =
    { $count ->
        [one] Kept { $at }, for { $count } person. Send "my sheet" to compare letters.
       *[other] Kept { $at }, for { $count } people. Send "my sheet" to compare letters.
    }
sheet-kept-part =
    { $count ->
        [one] Part { $section } kept { $at }, for { $count } person. Is there another? Press the first key below. Else send 0.
       *[other] Part { $section } kept { $at }, for { $count } people. Is there another? Press the first key below. Else send 0.
    }
sheet-none = There is no sheet of yours here.
sheet-withdrawn = Withdrawn. Nobody gets it from now on; { $until } it is erased. To take that back, send "keep my sheet".
sheet-back = Kept again, as it was.
sheet-keys = Here are the keys of your people, to copy, each with its letters. Compare the letters by voice.
sheet-fault-not-a-sheet = This is no sheet that can be kept. Please lock it once more on the page, only with keys that begin with age1pq1.
sheet-fault-too-long = This is too long. Please write less, or every part as a sheet of its own.
sheet-fault-too-few = Nobody could open this. Please lock it once more.
sheet-fault-strange = More people could open this than we know here. Please lock it once more, for those alone who are named.
attach-it-anew = Please attach it here yourself: what was changed or passed on does not count.

inner-section =
    { $section ->
        [0] The whole sheet
        [1] Whom to call
        [2] Lawyer
        [3] Health
        [4] Family
        [5] Questions
        [6] What others may be told
       *[7] When you are away
    }
inner-sheet-kept =
    { $count ->
        [one] { inner-section }: kept { $at }, for { $count } person.
       *[other] { inner-section }: kept { $at }, for { $count } people.
    }
inner-sheet-anew = Somebody's key has changed since then. Please lock it anew.
inner-sheet-gone = { inner-section }: withdrawn { $at }; erased { $until }.
inner-sheet-compare = Let each of these people read you their letters, by voice. If they differ, tell the office.
inner-sheet-letters = { $who }: { $letters }
inner-sheet-key = { $recipient }

button-sheet-withdraw = Withdraw my sheet
button-sheet-keep = Keep my sheet
button-sheet-keys = Keys of my people

## To whoever has a key of their own

own-key-first = When you are alone, press the first key below. It makes a key, with which you can open what is meant for you.
own-key-there = You have a key here, since { DATE($at) }. Its letters: { $letters }. Read them aloud to whoever asks, never write them. With the first key below you make another one.
own-key-kept = Kept. Its letters: { $letters }. Read them aloud to whoever asks.
own-key-no-page = That is not possible from here. Please speak with the office.
own-key-none = There is no key of yours here.
own-key-sure = Then nothing can be given to you any more that is locked for it. Shall it go?
own-key-gone = Done. It is not used any more.
own-key-put-away = The key below is put away. To have it again, send "my key".
own-key-fault-own-half = That was the half which nobody else may see; it is spoiled now. Please make a new one, and send the half that begins with age1pq1.
own-key-fault-other-kind = That is a key of another kind. It has to begin with age1pq1.
own-key-fault-no-key = That is no key, or not all of it. It has to begin with age1pq1.
key-page-read = Open
button-own-key-drop = Drop my key
button-own-key-yes = Yes, drop it

# What stands in a trial sheet, before the number, and what is answered to it.
trial-title = A sheet to try
trial-inside = Nothing has happened. This only shows that your key still opens what is meant for you. Please type this number in the chat from which the sheet came:
trial-right = Noted. Your key opens it.
trial-other = It was not that number. Please look at the newest sheet once more. If it does not open any more, send "my key".

## The keys of the office

inner-office-key = { $code }: { $letters }, since { DATE($at) }
inner-office-key-proven = { $code }: { $letters }, since { DATE($at) }, last tried { DATE($proven) }
inner-office-key-unproven = { $code } was asked three times to try this key, and no number came.
inner-office-key-none = { $code }: no key
inner-page-key = Page, until { DATE($until) }: { $letters }
inner-page-keys = The page shows its own letters to whoever opens its address without a key from a chat. They should be among these.
inner-office-keys = Compare these letters by voice, each with each. "key": make one on your phone. "keys add age1pq1…": one made by the age tool. "keys drop": without one.
office-key-told = { $code } has another key. Compare the letters by voice: send "keys".
office-key-gone-told = { $code } has no key any more.

## Sheets in the office

office-form-sheet = Whose? Send for example: sheet A7.
office-form-release = Whose, and to whom? Send for example: release A7 B2. Only two parts: release A7 B2 1 3. Also what was replaced before: release A7 B2 earlier.
inner-office-sheet-none = { $code }: no sheet.
inner-office-sheet =
    { $count ->
        [one] { $code } · { $section }: { inner-section }, since { $at }, for { $count } person.
       *[other] { $code } · { $section }: { inner-section }, since { $at }, for { $count } people.
    }
inner-office-sheet-anew = { $section }: a key has changed since.
inner-office-sheet-replaced = { $section }: replaced { $at }, erased { $until }. Until then: "release { $code } B2 earlier".
inner-office-sheet-withdrawn = { $section }: withdrawn { $at }. It is not given to anybody.
inner-office-sheet-seized = { $section }: sent { $at } from that phone while in other hands. It counts for nothing, and is given to nobody.
inner-office-release-all =
    { $earlier ->
        [yes] Everything of { $code }, also what was replaced before, to { $who }? What has been read cannot be taken back.
       *[no] Everything of { $code } to { $who }? What has been read cannot be taken back.
    }
inner-office-release =
    { $earlier ->
        [yes] Of { $code } the parts { $sections }, also what was replaced before, to { $who }? What has been read cannot be taken back.
       *[no] Of { $code } the parts { $sections } to { $who }? What has been read cannot be taken back.
    }
office-release-who = { $code }: nobody of that name.
office-release-no-key = { $who } has no key, and could open nothing.
office-release-nothing = { $code }: nothing to give.
office-released = It goes to { $who } now. If it was not locked for that key, it does not open there.
office-released-told = { $code }: a sheet goes to { $who }, by { $by }.
office-not-released = Nothing was given.
button-office-yes-release = Yes, give it to { $who }

## A question before an end

inner-question = { $number } · { $code }: first ask by voice what only { $code } can answer. Send yourself the questions, ask one, then say how it was.
inner-question-no-key = You have no key and cannot open the questions: send "key", or let another one of the office ask.
office-question-sent = It comes now. Save it, then open it.
office-question-wrong = Noted; nothing has ended. Others of the office are told. Is that phone in other hands? Send "seized { $code }".
office-question-wrong-told = { $number } · { $code }: an answer was wrong, says { $by }. Open before you do anything.
button-office-question-send = Send me the questions
button-office-question-voice = Right, and I know the voice
button-office-question-right = The answer was right
button-office-question-wrong = It was not right

## Help

inner-help-sheets = sheet A7: what is kept · release A7 B2: give it to somebody · keys: letters to compare · wrote A7: what came with notes · numbers: what to say before they are chosen. More on each: "/help release".
inner-help-sheet = "sheet A7": which parts of a sheet are kept, since when and for how many, and what was replaced or withdrawn in the last 72 hours. Nobody here can read it without a key.
inner-help-release = "release A7 B2", or one of their people, by name or by the number in "who A7": the sheet goes there, if that one has a key. "release A7 B2 2 3": these parts. "release A7 B2 earlier": also what was replaced in the last 72 hours.
inner-help-keys = "keys": the letters of every key of the office, to compare by voice. "key": make one on your phone. "keys add age1pq1…": one made by the age tool, on a computer of your own. "keys drop".
