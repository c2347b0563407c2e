### What people may type, besides pressing a button. Each line lists what is understood, between
### bars; capital letters, accents, full stops and the script of digits do not matter. The same
### digit may stand in several lines: it means what the person's role and the open question let it
### mean. Translators: put the words that people really type, in every spelling they use.

## Somebody who sends notes

note = 1 | note | fine | ok | i am fine | i am well | all good
pair-1 = fine
pair-2 = all good
help = 2 | help | sos | help me
break = 3 | break | pause
trip = 4 | trip | journey
more-time = +1 | + | more | more time | later
there = there | arrived | i am there | home
resume = resume | back | i am back | go on
keep = keep | take back | as before | undo
status = 5 | status | what if
people = 6 | people | my people
invite = invite | add
remove = remove
language = 7 | language
sheet = sheet | my sheet
sheet-keys = keys of my people | sheet keys
sheet-withdraw = withdraw my sheet | withdraw | take my sheet back
sheet-keep = keep my sheet
other-numbers = new numbers | new number | other numbers
other-buttons = my buttons | two buttons
stop = stop | leave | erase me
menu = 0 | menu | list | what can i send

## Somebody who is asked

seen = 1 | seen | yes, i have | i have | heard
can-help = 2 | no, but i can help | can help | i can help
cannot-now = 3 | i cannot now | cannot | cannot now | i cannot
found-safe = 4 | fine | found, and well | seen or heard, and well | safe | is well
cannot-reach = 5 | no answer | cannot reach
in-danger = 6 | something is wrong | danger | in danger
hand-back = 7 | give it back | hand back | give back
worried = worried | i am worried
other-hands = somebody else has the phone | somebody else has her phone | somebody else has his phone | phone taken | phone gone | yes, and somebody else has the phone
own-key = key | my key
own-key-drop = drop my key | drop key
own-key-yes = yes, drop it
ready = ready | here | i am here

## Anybody

yes = yes | y
no = no | n
no-quietly = no, quietly | quietly
not-now = not now
alone = ask me when i am alone | when i am alone | alone
understand = i understand | understood
another-way = another way | other way
next = next | more
open = open | read
again = again
cancel = cancel | never mind
all = all
off = off
on = on
today = today
tomorrow = tomorrow
monday = monday | mon
tuesday = tuesday | tue
wednesday = wednesday | wed
thursday = thursday | thu
friday = friday | fri
saturday = saturday | sat
sunday = sunday | sun
near = near | lives close by
friend = friend
lawyer = lawyer
family = family

## Somebody of the office

take = take
not-me = not me
