### What terms say of ways to send a note, of questions and of sheets, and what a house must have for
### them. As in coordinator.ftl: what begins with "inner-" was asked for, all else is outer words; words
### in quotes are typed as they stand here; no message is longer than 350 characters.

inner-terms-ways = Notes by: { $ways }.
inner-terms-question = Whoever confirms asks a question from the sheet first, by voice.
inner-terms-place = The page of the phone asks for the place; it is sent only if pressed.
inner-terms-rung-sheet = { $number }: { $whom }; wait { $wait }. Whoever of them holds a key gets from the sheet: { $sections }.
inner-terms-how-more = By what notes come: "terms { $code } ways page card", also pair, tap. A question before somebody confirms: "terms { $code } question on". A place on the page, only if pressed: "terms { $code } place on".
inner-order-how-more = What goes out of the sheet with a step: "order { $code } 1: duty 30; 2: all 30 sheet call health". Also lawyer, family, questions, told, list, or all. Only whoever holds a key gets it.
office-way-tap = one press
office-way-pair = one of two buttons
office-way-card = a number on paper
office-way-sealed = a code on the page
office-way-heard = by voice
office-sheet-0 = everything
office-sheet-1 = whom to call
office-sheet-2 = the lawyer
office-sheet-3 = health
office-sheet-4 = family
office-sheet-5 = the questions
office-sheet-6 = what others may be told
office-sheet-7 = what is to be done
office-fault-sheet = { $number }: what of the sheet is "{ $word }"?
office-fault-no-page = There is no page here, and codes need one.
office-fault-no-cards = Only numbers on paper are left for notes, and none are printed. Have some printed first, or have the page set up.
office-fault-high-without-horn = "high" needs another road on which the office is called. Whoever runs this must set it up first.
preview-sheet = From { $at }: a part of your sheet, if you wrote one, to those of them who hold a key.
office-invite-high = "high" is not possible here yet: it needs the page or numbers on paper, and another road to the office.
