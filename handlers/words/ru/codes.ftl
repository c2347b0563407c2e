### What is said of codes and sheets without being asked. Outer words but for what begins with "inner-":
### that appears after "open". Words in quotes are typed as they stand here.

notice-sheet-anew = Пожалуйста, напишите свой лист заново и заприте его: отправьте "лист".
# To the office; whoever else holds a key reads no number and no name.
notice-sheet = { $number } · { $subject }: лист. Сохраните его там, где вы такое открываете.
notice-sheet-no-number = Лист для вас. Пожалуйста, откройте, когда рядом никого не будет.
notice-codes-told = { $subject }: изменение, только что. Пожалуйста, откройте.
inner-codes-first = Коды впервые выбраны: { $subject } или тот, у кого был телефон. Если за пять минут больше ничего не придёт, спросите голосом, кто это был. Если не { $subject }: "code { $subject }".
inner-codes-changed = { $subject }: коды заменены, после старого. Если за пять минут больше ничего не придёт, спросите голосом, свободный ли это выбор.
inner-codes-pair = { $subject }: две одинаковые кнопки назначены заново. Если за пять минут больше ничего не придёт, спросите голосом, свободный ли это выбор.

## A coordinator lets somebody choose anew

office-form-code = Кто выбирает заново? Отправьте, например: code A7.
office-code-no-page = { $code } ничего не может здесь выбрать: страницы нет.
office-code-not-now = Сейчас нельзя, { $code }: что-то открыто. Сначала посмотрите "who { $code }".
office-code-noted = Принято: { $code } выбирает заново, до { $until }. Прежнее считается до тех пор. Когда будет готово, вы узнаете: спросите голосом, кто это был.
office-code-told = { $code } может выбрать заново, решение: { $by }. Пожалуйста, откройте.
inner-help-code = "code A7": A7 выбирает коды заново без старого, в течение суток; отправьте после разговора с A7. Прежние считаются, пока это не сделано. Когда будет готово, вы узнаете: спросите голосом, был ли это A7.
