### What is said of codes and sheets without being asked. Outer words but for what begins with "inner-":
### that appears after "open". Words in quotes are typed as they stand here.

notice-sheet-anew = Please write your sheet again, and lock it anew: send "sheet".
# To the office; whoever else holds a key reads no number and no name.
notice-sheet = { $number } · { $subject }: a sheet. Keep it where you open such things.
notice-sheet-no-number = A sheet for you. Please open it when you are alone.
# To whoever looks on it is a sheet like any other.
notice-trial = A sheet for you. Please open it when you are alone.
notice-codes-told = { $subject }: a change, just now. Please open.
inner-codes-first = { $subject } has chosen codes, or whoever held that phone has. If nothing else comes within five minutes, ask by voice whether it was { $subject }. If it was not: "code { $subject }".
inner-codes-changed = { $subject } has changed the codes, after the old one. If nothing else comes within five minutes, ask by voice whether that was freely chosen.
inner-codes-pair = { $subject } has set the two equal buttons anew. If nothing else comes within five minutes, ask by voice whether that was freely chosen.
notice-key-unproven = { $subject }: about a key. Please open.
inner-key-unproven = { $subject } was asked three times to open a sheet to try, and no number came. Speak with { $subject } by voice. When { $subject } sends "key", another such sheet comes; if the key is lost, a new one is made there.
inner-key-unproven-contact = Number { $number } in "who { $subject }" was asked three times to open a sheet to try, and no number came. Speak with them by voice. When they send "key", another such sheet comes; if the key is lost, a new one is made there, and { $subject } is asked to lock the sheet anew.

## A coordinator lets somebody choose anew

office-form-code = Who is to choose anew? Send for example: code A7.
office-code-no-page = { $code } cannot choose anything here: there is no page.
office-code-not-now = Not now for { $code }: something is open. Look at "who { $code }" first.
office-code-noted = Noted: { $code } is asked to choose anew, until { $until }. What { $code } has counts until then. When it is done you hear of it: ask by voice who it was.
office-code-told = { $code } may choose anew, says { $by }. Please open.
inner-help-code = "code A7": A7 chooses codes anew without the old one, within a day; send it after speaking with A7. What A7 has counts until that is done. You hear when it is done: ask by voice whether it was A7.
office-choices-say = Before { $code } chooses anything, say by voice, alone, what each choice means. What to say: "/help numbers".
office-choices-none = { $code } has no number yet, and notes from the page cannot count. When you have spoken: "code { $code }".
inner-help-numbers = "/help numbers", to say by voice, alone: “You choose two numbers on your own phone. The first says that you are free. The second says that somebody makes you send it. Both look the same; after the second we know, and do not call. Tell nobody, me neither. Try the second once, on a day we agree on.”
inner-help-numbers-how = They are chosen before the first note, or after "code A7". Two buttons: agree by voice which is the forced one, then "pair A7 2". Until then both count as free.
