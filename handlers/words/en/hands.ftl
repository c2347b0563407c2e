### What is read and said when somebody's phone is in other hands, and of the two equal buttons. As in
### coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words in quotes
### are typed as they stand here; no message is longer than 350 characters.

button-other-hands = Yes, and somebody else has the phone
notice-alarm-other-hands = { $number } · { $subject }. Open before you do anything.
notice-seized-lapses = { $subject }: something ends { $until }. Please open.
inner-alarm-other-hands = { $subject }, { level-word }: one of their people says, { $since }, that somebody else has that phone.
inner-do-other-hands = Take it. Speak with whoever wrote. If it may be so, send "seized { $subject }": what that phone sends then counts as forced. Do not call or write to it.
inner-person-seized = That phone counts as in other hands until { $until }. To keep it so: "seized { $subject }". When it is theirs again: "free { $subject }". Ask by another road.
office-form-seized = Whose phone? Send for example: seized A7.
office-form-free = Whose phone? Send for example: free A7.
office-seized-noted = Noted: { $code }, until { $until }. Six hours before, you are asked again. It ends with "free { $code }".
office-seized-told = { $code }: something new from { $by }. Please open.
office-freed = Noted: { $code }, as before. What is open stays open.
office-not-seized = { $code }: nothing to end.
office-form-pair = Whose, and which? Send for example: pair A7 2. The number is that of the button that means the opposite.
office-pair-noted = Noted for { $code }, from now on. The others of the office hear that, not which.
office-pair-told = { $code }: the two buttons were set anew by { $by }.
office-pair-not-agreed = { $code } has no two buttons.
inner-help-seized = "seized A7": that phone is in other hands. It is answered as ever, and what it sends counts as forced, for 72 hours; send it again for longer. "free A7": it is theirs again.
inner-help-pair = "pair A7 2": which of the two equal buttons is the forced one, as agreed by voice. It counts at once. Never write it to A7.
office-form-wrote = Whose words? Send for example: wrote A7.
office-wrote-not-open = Nothing is open about { $code }. What came with a note is shown only then.
inner-wrote-nothing = { $code } wrote nothing with the last notes.
inner-wrote = { $code }, { $at }: “{ $text }”
button-office-wrote = What was written
inner-help-wrote = "wrote A7": what A7 wrote with the last notes, and a place if one was sent. Only while something is open about A7. It may have been written under force: it proves nothing.

## On the board

inner-board-state =
    { $state ->
        [taken] { $code }: held, or led away.
        [raid] { $code }: somebody at the door.
       *[followed] { $code }: followed.
    }
inner-board-seized = { $code }: that phone counts as in other hands until { $until }.
