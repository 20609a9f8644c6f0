# Что команда говорит во время работы. Список сообщений и значений в них задаёт locales/en.

## Как это говорится
talk-note = примечание:
talk-warning = предупреждение:
talk-error = ошибка:
talk-hint = подсказка:
internal-error = внутренняя ошибка программы ({ $detail })
failure-at = { $place }: { $what }
failure-io = { $what }: { $why }
failure-io-at = { $what } { $path }: { $why }
answer-yes = да
answer-no = нет

## Операционная система
why-not-found = нет такого файла или папки
why-permission-denied = недостаточно прав
why-already-exists = уже существует
why-read-only = файловая система доступна только для чтения
why-storage-full = на устройстве не осталось места
why-not-a-folder = часть пути не является папкой
clock-wrong = часы этого компьютера показывают время до 1970 или после 9999 года
no-randomness = операционная система не даёт случайных чисел: { $why }
no-home = у этого пользователя нет домашней папки
hint-home = укажите папку в переменной { $variable }

## Чтение
standard-input = стандартный ввод
cannot-read = не удалось прочитать
cannot-read-stdin = не удалось прочитать стандартный ввод
cannot-read-folder = не удалось прочитать папку
input-folder = это папка, а не файл
input-pipe = это не обычный файл, а канал или устройство
input-not-regular = это не обычный файл
input-too-large = файл слишком велик для памяти
input-no-memory = не хватает памяти: нужно байтов: { $bytes }
input-changed = файл изменился во время чтения
input-terminal = это терминал
input-over-limit = размер превышает предел (байтов: { $bytes })
input-not-text = это не текст
input-empty = файл пуст
input-no-name = у него нет имени файла
input-other-type = содержимое — { $found }, а не { $announced }, как указано в --type
cannot-read-file = не удалось прочитать
cannot-read-list = не удалось прочитать список
input-leads-back = она ведёт обратно в { $path }
list-name-too-long = имя в списке длиннее предела (байтов: { $bytes })
list-name-not-text = имя в списке — не текст
hint-redirect = перенаправьте файл на стандартный ввод: aimark ... - < FILE
no-form = для .{ $extension } не известен вид метки
hint-no-form = если это обычный текст, --type text/plain поставит метку невидимыми символами в конце
note-taken-for = { $name }: принято за { $format }; если это другое, укажите это в --type
note-other-format = { $name }: содержимое — { $format }, что бы ни говорило имя
note-other-form = { $name }: метка не того вида ({ $format }), который обещает имя
note-normalized = { $name }: приведён к нормальной форме C
not-normalized = текст не в нормальной форме C: { $place }
not-normalized-place = { $characters }, строка { $line }, столбец { $column } (байт { $at })
hint-normalize = --normalize подпишет его в этой форме; выглядит он так же

## Запись
cannot-make-folder = не удалось создать папку
cannot-write = не удалось записать
cannot-write-stdout = не удалось записать в стандартный вывод
cannot-replace = не удалось заменить
cannot-remove = не удалось удалить
cannot-keep-original = не удалось сохранить исходный файл под именем
failure-exists = { $path } уже существует
hint-overwrite = --overwrite заменит его
place-replace = не удалось заменить { $path }
backup-exists = резервная копия { $path } уже существует
hint-backup = сначала переместите её: возможно, это единственная копия исходного файла
no-folder = нет папки { $path }
no-destination = куда записать файлы с метками?
hint-destination = добавьте -o FILE для одного файла, -o FOLDER для нескольких или --in-place, чтобы заменить их
input-is-output = { $path } — одновременно входной и выходной файл
hint-in-place = --in-place заменит входной файл
two-to-one = два файла с метками попали бы в { $path }
several-to-file = { $path } — не папка, а несколько файлов в один не записать
several-to-stdout = несколько файлов нельзя вывести в стандартный вывод
stdin-once = стандартный ввод можно прочитать только один раз
stdin-in-place = стандартный ввод нельзя заменить
hint-not-in-place = уберите --in-place
stdin-to-folder = у данных со стандартного ввода нет имени для папки { $path }
hint-output-file = укажите файл в -o
image-to-terminal = стандартный вывод — терминал, а изображение не является текстом
hint-not-terminal = добавьте -o FILE или перенаправьте вывод: > FILE
stdout-twice = файл с меткой и JSON нельзя вместе вывести в стандартный вывод
hint-add-output = добавьте -o FILE

## Подпись
label-generated = создано ИИ
label-generated-by = создано ИИ ({ $system })
label-altered = изменено с помощью ИИ
label-altered-by = изменено с помощью ИИ ({ $system })
format-plain-text = простой текст
format-shell = сценарий оболочки
place-in-place = на месте
place-file = -> { $path }
place-stdout = -> стандартный вывод
sign-done = метка поставлена: { $name } { $place }: { $label }, подписавший: { $signer }
sign-done-dry = метка была бы поставлена: { $name } { $place }: { $label }, подписавший: { $signer }
sign-summary =
    { $files ->
        [one] { $files } файл: с меткой: { $labelled }, без метки: { $failed }
        [few] { $files } файла: с меткой: { $labelled }, без метки: { $failed }
       *[many] { $files } файлов: с меткой: { $labelled }, без метки: { $failed }
    }
sign-summary-dry =
    { $files ->
        [one] { $files } файл: получил бы метку: { $labelled }, не получил бы: { $failed }
        [few] { $files } файла: получили бы метку: { $labelled }, не получили бы: { $failed }
       *[many] { $files } файлов: получили бы метку: { $labelled }, не получили бы: { $failed }
    }
two-signers = --identity и --cert называют двух подписавших; подписать может только один
cert-alone = к --cert нужен --key или --key-env
nobody-opened = удостоверение не было открыто
nobody-signed = никто не подписал

## Настройки
setting-unknown = неизвестная настройка { $name }
setting-not-text = { $name } должна быть текстом в кавычках
setting-alone = без { $whole } ничего не значит
settings-line = строка { $line }: неверная запись TOML ({ $detail })
hint-settings = в файле настроек можно задать { $names }
origin-unknown = { $text } — ни generated, ни altered
field-wrong = недопустимое значение ({ $detail })
field-empty = пустое значение
field-too-long = символов: { $count }, допустимо не более { $most }
field-character = символ { $character } недопустим
field-provider-code = нужны 27 знаков 0-9 A-Z, начиная с 00
field-choice = нужно { $choices } или { $last }
field-https = нужен адрес https:// из символов ASCII
field-language = нужен код языка BCP 47, например kk или zh-Hans

## Удостоверения
identity-made = удостоверение { $name } создано в { $path }
identity-made-next = другие примут его, когда получат его { $file }: aimark trust add { $file }
identity-exists = удостоверение { $name } уже есть в { $path }
identity-name-rule = имя удостоверения состоит из 1–64 символов A-Z a-z 0-9 . _ - и не начинается с точки
no-identity = нет удостоверения { $name }
hint-identity-list = `aimark identity list` покажет, какие есть
hint-identity-new = создайте его: `aimark identity new { $name }`
cannot-make-identity = не удалось создать удостоверение в
first-use = создано удостоверение для подписи { $name } в { $path }
first-use-dry = было бы создано удостоверение для подписи { $name } в { $path }
first-use-next = его метки приняты как доверенные на этом компьютере; в других местах они действительны, но подписавший неизвестен, пока там не добавят его { $file }
key-exposed = { $path }: этот закрытый ключ может прочитать не только владелец
chain-empty = цепочка без сертификатов
no-country = в сертификате не указана страна
no-organization = в сертификате не указана организация
hint-add = добавьте { $option }
valid-to = действителен до { $time }
entry-key = ключ
entry-key-encrypted = ключ зашифрован
entry-file = файл
entry-accepted-as = почему принят
place-identity = удостоверение { $path } с ключом { $key }
place-variable = переменная { $name }
place-key-of = ключ { $name }
place-new-key = новый ключ
place-new-identity = новое удостоверение
place-request = запрос

## Пароли
passphrase-of = Пароль ({ $what }):
passphrase-new = Новый пароль ({ $what }):
passphrase-again = Ещё раз то же самое:
passphrases-differ = введённые пароли различаются
passphrase-no-terminal = для ключа нужен пароль, а терминала, чтобы его спросить, нет
hint-passphrase-env = --passphrase-env VAR берёт его из переменной окружения
variable-empty = переменная { $name } пуста
variable-not-set = переменная { $name } не задана
variable-not-text = переменная { $name } — не текст

## Доверенные сертификаты
anchor-added = отныне принимается: { $name }
anchor-there = уже принимается: { $name }
anchor-removed = больше не принимается: { $name }
anchor-own = это корневой сертификат вашего удостоверения { $name }
hint-no-default-trust = `aimark verify --no-default-trust` не учитывает ваши собственные удостоверения
anchor-of-identity = корневой сертификат удостоверения { $name }
anchor-by-hand = добавлен
anchor-not-used = { $path }: не используется как доверенный сертификат: { $why }
anchor-several = в нём больше одного сертификата
anchor-misnamed = имя файла не совпадает с отпечатком сертификата
anchor-ambiguous = с { $beginning } начинается несколько доверенных сертификатов
hint-more-digits = укажите больше знаков отпечатка
anchor-unknown = с { $beginning } не начинается ни один доверенный сертификат
hint-trust-list = `aimark trust list` покажет их список
not-a-fingerprint = { $text } — не отпечаток и не его начало (не менее { $digits } шестнадцатеричных цифр)
cannot-add-anchor = не удалось добавить доверенный сертификат

## Чтение меток
label-unreadable = метка есть, но её не удалось прочитать ({ $why })

## Руководство
no-verb = нет команды { $name }
cannot-make-page = не удалось составить страницу

## Что сообщают библиотеки
core-malformed = { $format }: файл повреждён, байт { $at } ({ $detail })
core-not-normalized = текст не в нормальной форме C: { $character }, байт { $at }
core-not-utf8 = текст не в UTF-8: недопустимый байт по смещению { $at }
core-not-as-said = содержимое — не { $format }
core-already-labelled = в файле уже есть метка Content Credentials, подписавший: { $signer }
core-unknown-format = это не изображение PNG, JPEG или WebP и не текст в UTF-8
core-other-encoding = текст в UTF-16 или UTF-32; сначала преобразуйте его в UTF-8
core-input = файл непригоден ({ $detail })
core-limit = превышен предел ({ $detail })
core-unsupported = не поддерживается ({ $detail })
core-signer = удостоверение непригодно ({ $detail })
core-internal = внутренняя ошибка программы ({ $detail })
signer-profile = сертификатом подписавшего нельзя подписывать метки: { $why }
signer-key-type = в сертификате подписавшего не ключ Ed25519
signer-outside-validity = сертификат подписавшего действителен с { $from } по { $to }, но не на { $at }
hint-outside-validity = создайте новое удостоверение командой `aimark identity new` или проверьте часы этого компьютера
signer-does-not-fit = подпись не помещается в метку; подпишите ещё раз
signer-wrong-signature = переданная подпись сделана не этим сертификатом или не для этих данных
key-not-pkcs8 = закрытый ключ — не PKCS#8 PEM
key-encrypted = закрытый ключ зашифрован; сначала расшифруйте его
key-not-ed25519 = закрытый ключ — не ключ Ed25519
key-mismatch = закрытый ключ не подходит к сертификату подписавшего
certificate-none = в тексте PEM нет сертификата
certificate-too-many = сертификатов больше { $most }
certificate-too-long = размер текста PEM — { $found } Б, читается не более { $most } Б
certificate-pem = сертификат { $number } — неверный PEM
certificate-der = сертификат { $number } — неверный сертификат X.509
profile-version = сертификат не X.509 версии 3
profile-unique-id = в сертификате есть поле уникального идентификатора
profile-signature-algorithm = сертификат подписан алгоритмом, который C2PA не допускает
profile-organization = в сертификате не указана организация владельца
profile-authority = это сертификат удостоверяющего центра, а не подписавшего
profile-key-usage = назначение ключа должно быть критическим, с digitalSignature и без keyCertSign
profile-purpose = в расширенном назначении ключа нет ни подписи утверждений C2PA, ни защиты почты, ни подписи документов
profile-forbidden-purpose = в расширенном назначении ключа есть то, чего у подписавшего быть не должно
profile-no-authority-key-id = в сертификате нет идентификатора ключа удостоверяющего центра
profile-critical-extension = в сертификате есть неизвестное критическое расширение
identity-country = недопустимая страна: { $rule }
identity-organization = недопустимое название организации: { $rule }
identity-common-name = недопустимое имя подписавшего: { $rule }
rule-two-letters = нужны две заглавные буквы, например KZ
rule-length = нужно от 1 до 64 символов
rule-characters = нельзя использовать управляющие, направляющие и невидимые символы
rule-spaces = нельзя начинать и заканчивать пробелом
identity-days = срок действия сертификата — от 1 до { $most } дней, а не { $days }
identity-dates = срок действия сертификата вышел бы за пределы 1970–9999 годов
identity-randomness = случайные числа повторяются: их источник неисправен
identity-pem-missing = в тексте нет блока PEM «{ $expected }»
identity-key-malformed = закрытый ключ повреждён или не в формате PKCS#8
identity-key-encrypted = закрытый ключ зашифрован: сначала нужен пароль
identity-passphrase-empty = пароль пуст
identity-passphrase-wrong = неверный пароль, или зашифрованный ключ повреждён
identity-encryption-unsupported = закрытый ключ зашифрован неподдерживаемым способом
identity-encryption-too-costly = расшифровка закрытого ключа потребовала бы больше работы, чем разрешено
identity-certificate-malformed = сертификат { $number } в файле повреждён или не X.509
identity-encoding = удостоверение не удалось закодировать

## Проверка
nothing-to-check = нет файлов для проверки
not-examined = файл не был проверен
label-silent = об ИИ ничего не сказано
note-links =
    { $links ->
        [one] в папках пропущена { $links } ссылка; --follow-links переходит по ссылкам
        [few] в папках пропущены { $links } ссылки; --follow-links переходит по ссылкам
       *[many] в папках пропущено { $links } ссылок; --follow-links переходит по ссылкам
    }
progress = { $spinner } файлов: { $done } из { $files }  { $bar }  { $speed }  осталось { $rest }
progress-open = { $spinner } файлов: { $done }  { $speed }  { $elapsed }
progress-speed = { $files }/с
cannot-use = не удалось использовать
journal-in-use = { $path } занят другим запуском
journal-answer = не удалось сохранить ответ ({ $why })
journal-other = { $path } начат с другими параметрами, другими доверенными сертификатами или другой версией
hint-journal-other = укажите другой файл или удалите этот, чтобы начать заново
journal-strange = { $path } — не файл, записанный параметром --resume
draft-cleared = другой запуск удаляет все черновики
temporary-cleared = другой запуск удаляет все временные файлы

## Списки доверия
list-line = { $name }  { $source }  { $counted }, на { $date }, источник: { $origin }, SHA-256 { $hash }
list-shipped = поставляемый
list-updated = обновлённый
list-shipped-whole = поставляется с aimark
list-authorities =
    { $count ->
        [one] { $count } удостоверяющий центр
        [few] { $count } удостоверяющих центра
       *[many] { $count } удостоверяющих центров
    }
list-not-used = { $authorities } (из них не используются при проверке: { $unused })
list-from-file = переданный вами файл
list-for-signing = подпись
list-for-time-stamping = штампы времени
list-stands-in = { $name }, назначение: { $purpose }, на { $date } ({ $source })
list-entry-holds = содержит
list-entry-stands-in = входит в список
list-entry-for = назначение
list-entry-as-of = на дату
list-entry-from = источник
list-entry-licence = лицензия
list-entry-accepted = отныне принимается
list-entry-not-accepted = больше не принимается
list-date-ahead = дата { $date } ещё не наступила
list-older = список от { $date } старше поставляемого, от { $shipped }
hint-list-older = действует более новый список; --date указывает, когда взят файл
hint-list-purpose = укажите это в --purpose
hint-list-signer = отдельных подписавших принимает `aimark trust add`
list-now = список { $name } теперь от { $date }, { $authorities }
list-again = список { $name } снова поставляемый, от { $date }
list-already = список { $name } и так поставляемый, от { $date }
list-damaged = { $why }; до `aimark trust update` список не используется (назначение: { $purpose })
list-something-else = это список другого назначения
cannot-write-list = не удалось записать список
list-too-long = размер — { $found } Б, читается не более { $allowed } Б
list-too-many = сертификатов больше { $allowed }
list-not-an-authority = сертификат { $number } — не удостоверяющего центра: { $subject }
list-none-valid = ни один из его сертификатов сейчас не действителен
list-other-purpose = сертификат { $number } другого назначения (нужно: { $purpose }): { $subject }
list-purpose-unknown = по его сертификатам не видно, для подписи он или для штампов времени
list-mixed = в нём сертификаты и для подписи, и для штампов времени; это два списка
list-purpose-differs = назначение списка: { $found }, а нужно: { $wanted }
list-stored = он повреждён или записан не командой `aimark trust update`

## Метки другого вида
c2pa-input = файл не удалось прочитать ({ $detail })
c2pa-limit = превышен предел: { $found } из { $limit } ({ $what })
c2pa-unsupported = тип содержимого { $detail } не поддерживается
c2pa-misuse = список доверенных сертификатов непригоден ({ $detail })
c2pa-internal = внутренняя ошибка программы ({ $detail })
output-not-a-file = { $path } — не обычный файл, он не заменяется
input-folder-recursive = это папка; -r просматривает папки
note-at-elsewhere = метки Content Credentials других изготовителей оцениваются на текущий момент: --at действует только для меток aimark
output-is-journal = отчёт и файл для --resume не могут быть одним и тем же файлом

## Законы
profile-unknown = нет профиля с именем { $name }
hint-profiles = профили: { $names }; имя вашего собственного файла кончается на .toml
profile-wrong = { $path }: это не профиль закона ({ $detail })
profile-not-shipped = файл можно напечатать только у профилей, которые входят в aimark
profile-as-of = по состоянию на { $date }
profile-law = закон
profile-source = источник
profile-penalty = ответственность
profile-marks = sign записывает
profile-notice = sign наносит или пишет предупреждение
profile-notice-value = языки: { $languages }; высота букв не меньше { $height } % короткой стороны
profile-required = sign требует
profile-recommended = рекомендуется указать
profile-no-advice = Здесь описано, на что смотрит программа. Это не юридическая консультация.
profile-in-force = действует
profile-in-force-since = действует с { $date }
profile-draft = проект
aigc-key-wrong = { $path }: этот ключ SM2 использовать нельзя ({ $detail })
law-missing = для { $profile } нужно указать { $options }
law-not-ascii = для { $profile } нужно указать { $options } знаками U+0021–U+007E, без пробелов
law-notice = предупреждение нельзя поместить в файл ({ $detail })
law-notice-too-small = слова предупреждения не помещаются на изображении при требуемой высоте
law-notice-letter = в предупреждении есть буква, которой нет в шрифтах: { $letter }
law-labelled = в файле уже есть удостоверение содержимого; предупреждение или метка его нарушат
law-marks = машиночитаемые метки записать нельзя ({ $detail })
law-another-aigc = китайская метка в файле уже есть, а допускается одна: { $place }
hint-only-label = покажите предупреждение рядом с изображением и подпишите с --notice-only-label
note-suggested = { $profile }: рекомендуется указать { $option }
note-law-conflict = законы требуют разного ({ $detail })
note-notice-beside = { $name }: предупреждение не пишется внутрь такого файла ({ $format }); покажите его рядом с текстом
note-no-aigc = { $name }: в таком файле ({ $format }) нет места для китайской метки
note-packet = { $name }: изменены данные XMP ({ $detail })
profile-twice = два разных профиля называются { $name }; дайте своему другое имя
note-own-words = { $name }: в вашем предупреждении не найдено слова об ИИ рядом со словом о создании; предупреждает ли оно, судить вам
note-coded-anew = { $name }: изображение закодировано заново ради предупреждения ({ $format })
note-provider-code = код поставщика нарушает своё правило ({ $detail })

## Водяные знаки и отпечатки
note-watermarked = { $name }: в пикселях есть водяной знак: эмитент { $issuer }, идентификатор { $identifier }; отличие от исходного изображения { $psnr } дБ (PSNR)
note-text-unwatermarked = { $name }: в тексты водяной знак не вносится, поэтому --durable-key и --durable-issuer для них не имеют смысла
note-not-looked-for = { $name }: водяной знак искать не удалось ({ $detail })
watermark-key-wrong = { $path }: ключ водяного знака — это 64 шестнадцатеричные цифры
watermark-keys-many = за один раз можно искать не более { $most } ключей водяного знака
durable-covered = предупреждение закрывает столько изображения, что водяной знак уже не читается
watermark-off-key = с --watermark off водяной знак не ищется, поэтому --watermark-key не имеет смысла
hint-watermark-key = создать ключ: openssl rand -hex 32
durable-failed = не удалось сделать то, что остаётся после удаления метки ({ $detail })
durable-too-small = изображение { $width } x { $height } пикселей слишком мало или слишком узко для водяного знака
durable-too-flat = изображение слишком однотонное, чтобы скрыть в нём водяной знак
durable-transparent = изображение в основном прозрачное: водяного знака не будет в том, что видят люди
durable-lost = водяной знак потерялся бы в чёрном, белом или шуме этого изображения
durable-coarse = качество JPEG так низко, что водяной знак потерялся бы
durable-watermarked = в изображении уже есть водяной знак с этим ключом: эмитент { $issuer }, идентификатор { $identifier }
