# Команда жұмыс барысында не айтады. Хабарлар мен олардағы мәндердің тізімін locales/en анықтайды.

## Бұл қалай айтылады
talk-note = ескертпе:
talk-warning = ескерту:
talk-error = қате:
talk-hint = кеңес:
internal-error = бағдарламаның ішкі қатесі ({ $detail })
failure-at = { $place }: { $what }
failure-io = { $what }: { $why }
failure-io-at = { $path }: { $what }: { $why }
answer-yes = иә
answer-no = жоқ

## Операциялық жүйе
why-not-found = мұндай файл немесе қалта жоқ
why-permission-denied = рұқсат жоқ
why-already-exists = бұрыннан бар
why-read-only = файлдық жүйе тек оқуға арналған
why-storage-full = құрылғыда бос орын қалмады
why-not-a-folder = жолдың бір бөлігі қалта емес
clock-wrong = бұл компьютердің сағаты 1970 жылдан бұрынғы немесе 9999 жылдан кейінгі уақытты көрсетіп тұр
no-randomness = операциялық жүйе кездейсоқ сандар бермейді: { $why }
no-home = бұл пайдаланушының үй қалтасы жоқ
hint-home = { $variable } айнымалысында қалтаны көрсетіңіз

## Оқу
standard-input = стандартты кіріс
cannot-read = оқу мүмкін болмады
cannot-read-stdin = стандартты кірісті оқу мүмкін болмады
cannot-read-folder = қалтаны оқу мүмкін болмады
input-folder = бұл файл емес, қалта
input-pipe = бұл кәдімгі файл емес, арна немесе құрылғы
input-not-regular = бұл кәдімгі файл емес
input-too-large = файл жадқа сыймайды
input-no-memory = жад жетпейді: қажет байт саны: { $bytes }
input-changed = файл оқылып жатқанда өзгерді
input-terminal = бұл терминал
input-over-limit = көлемі шектен асады (шегі, байт: { $bytes })
input-not-text = бұл мәтін емес
input-empty = файл бос
input-no-name = оның файл аты жоқ
input-other-type = мазмұны — { $found }, --type көрсеткен { $announced } емес
cannot-read-file = оқу мүмкін болмады
cannot-read-list = тізімді оқу мүмкін болмады
input-leads-back = ол кері { $path } қалтасына апарады
list-name-too-long = тізімдегі ат шектен ұзын (шегі, байт: { $bytes })
list-name-not-text = тізімдегі ат мәтін емес
hint-redirect = файлды стандартты кіріске бағыттаңыз: aimark ... - < FILE
no-form = .{ $extension } үшін белгінің түрі белгісіз
hint-no-form = егер бұл жай мәтін болса, --type text/plain оның соңына көрінбейтін таңбалармен белгі қояды
note-taken-for = { $name }: { $format } деп қабылданды; басқа болса, --type арқылы көрсетіңіз
note-other-format = { $name }: аты қандай болса да, мазмұны — { $format }
note-other-form = { $name }: белгінің түрі файл атына ({ $format }) сай емес
note-normalized = { $name }: C қалыпты пішініне келтірілді
not-normalized = мәтін C қалыпты пішінінде емес: { $place }
not-normalized-place = { $characters }, { $line }-жол, { $column }-баған ({ $at }-байт)
hint-normalize = --normalize мәтінге сол пішінде қол қояды; көрінісі өзгермейді

## Жазу
cannot-make-folder = қалта құру мүмкін болмады
cannot-write = жазу мүмкін болмады
cannot-write-stdout = стандартты шығысқа жазу мүмкін болмады
cannot-replace = ауыстыру мүмкін болмады
cannot-remove = жою мүмкін болмады
cannot-keep-original = түпнұсқаны осы атпен сақтау мүмкін болмады
failure-exists = { $path } бұрыннан бар
hint-overwrite = --overwrite оны ауыстырады
place-replace = { $path } файлын ауыстыру мүмкін болмады
backup-exists = { $path } сақтық көшірмесі бұрыннан бар
hint-backup = алдымен оны басқа жерге көшіріңіз: бұл түпнұсқаның жалғыз көшірмесі болуы мүмкін
no-folder = { $path } қалтасы жоқ
no-destination = белгі қойылған файлдар қайда жазылсын?
hint-destination = бір файлға -o FILE, бірнешеуіне -o FOLDER қосыңыз, не оларды ауыстыру үшін --in-place қосыңыз
input-is-output = { $path } — әрі кіріс, әрі шығыс файлы
hint-in-place = --in-place кіріс файлын ауыстырады
two-to-one = белгі қойылған екі файл бір жерге түсер еді: { $path }
several-to-file = { $path } — қалта емес, ал бірнеше файл бір файлға жазылмайды
several-to-stdout = бірнеше файл стандартты шығысқа жазылмайды
stdin-once = стандартты кірісті бір рет қана оқуға болады
stdin-in-place = стандартты кірісті ауыстыруға болмайды
hint-not-in-place = --in-place параметрін алып тастаңыз
stdin-to-folder = стандартты кірістен келген деректің { $path } қалтасына жазылатын аты жоқ
hint-output-file = -o арқылы файлды көрсетіңіз
image-to-terminal = стандартты шығыс — терминал, ал сурет мәтін емес
hint-not-terminal = -o FILE қосыңыз немесе шығысты бағыттаңыз: > FILE
stdout-twice = белгі қойылған файл мен JSON екеуі бірдей стандартты шығысқа жазылмайды
hint-add-output = -o FILE қосыңыз

## Қол қою
label-generated = ЖИ жасаған
label-generated-by = ЖИ жасаған ({ $system })
label-altered = ЖИ көмегімен өзгертілген
label-altered-by = ЖИ көмегімен өзгертілген ({ $system })
format-plain-text = жай мәтін
format-shell = қабықша сценарийі
place-in-place = өз орнында
place-file = -> { $path }
place-stdout = -> стандартты шығыс
sign-done = белгі қойылды: { $name } { $place }: { $label }, қол қоюшы: { $signer }
sign-done-dry = белгі қойылар еді: { $name } { $place }: { $label }, қол қоюшы: { $signer }
sign-summary =
    { $files ->
        [one] { $files } файл: белгі қойылды: { $labelled }, қойылмады: { $failed }
       *[other] { $files } файл: белгі қойылды: { $labelled }, қойылмады: { $failed }
    }
sign-summary-dry =
    { $files ->
        [one] { $files } файл: белгі қойылар еді: { $labelled }, қойылмас еді: { $failed }
       *[other] { $files } файл: белгі қойылар еді: { $labelled }, қойылмас еді: { $failed }
    }
two-signers = --identity пен --cert екі қол қоюшыны атайды; тек біреуі қол қоя алады
cert-alone = --cert үшін --key немесе --key-env қажет
nobody-opened = куәлік ашылмады
nobody-signed = ешкім қол қоймады

## Баптаулар
setting-unknown = белгісіз баптау: { $name }
setting-not-text = { $name } тырнақшадағы мәтін болуы керек
setting-alone = { $whole } болмаса, мәні жоқ
settings-line = { $line }-жол: TOML қате жазылған ({ $detail })
hint-settings = баптау файлында мыналарды беруге болады: { $names }
origin-unknown = { $text } — generated те, altered те емес
field-wrong = жарамсыз мән ({ $detail })
field-empty = мәні бос
field-too-long = таңба саны: { $count }, ең көбі { $most } болады
field-character = { $character } таңбасына рұқсат жоқ
field-provider-code = 00-ден басталатын 27 таңба (0-9 A-Z) керек
field-choice = { $choices } немесе { $last } керек
field-https = ASCII таңбаларынан тұратын https:// мекенжайы керек
field-language = BCP 47 тіл коды керек, мысалы kk немесе zh-Hans

## Куәліктер
identity-made = { $name } куәлігі жасалды: { $path }
identity-made-next = басқалар оның { $file } файлын алған соң қабылдайды: aimark trust add { $file }
identity-exists = { $name } куәлігі бұрыннан бар: { $path }
identity-name-rule = куәлік аты A-Z a-z 0-9 . _ - таңбаларынан тұрады, ұзындығы 1–64, нүктеден басталмайды
no-identity = { $name } деген куәлік жоқ
hint-identity-list = барын `aimark identity list` көрсетеді
hint-identity-new = оны жасаңыз: `aimark identity new { $name }`
cannot-make-identity = куәлік жасау мүмкін болмады
first-use = қол қоюға арналған { $name } куәлігі жасалды: { $path }
first-use-dry = қол қоюға арналған { $name } куәлігі жасалар еді: { $path }
first-use-next = оның белгілері осы компьютерде сенімді; басқа жерде жарамды, бірақ оның { $file } файлы қосылғанша қол қоюшысы белгісіз
key-exposed = { $path }: бұл жабық кілтті иесінен басқалар да оқи алады
chain-empty = сертификатсыз тізбек
no-country = сертификатта ел көрсетілмеген
no-organization = сертификатта ұйым көрсетілмеген
hint-add = { $option } қосыңыз
valid-to = { $time } дейін жарамды
entry-key = кілт
entry-key-encrypted = кілт шифрланған
entry-file = файл
entry-accepted-as = қабылдану негізі
place-identity = { $path } куәлігі, кілті { $key }
place-variable = { $name } айнымалысы
place-key-of = { $name } кілті
place-new-key = жаңа кілт
place-new-identity = жаңа куәлік
place-request = сұрау

## Құпиясөздер
passphrase-of = Құпиясөз ({ $what }):
passphrase-new = Жаңа құпиясөз ({ $what }):
passphrase-again = Тағы бір рет:
passphrases-differ = енгізілген құпиясөздер әртүрлі
passphrase-no-terminal = кілтке құпиясөз керек, бірақ оны сұрайтын терминал жоқ
hint-passphrase-env = --passphrase-env VAR оны орта айнымалысынан алады
variable-empty = { $name } айнымалысы бос
variable-not-set = { $name } айнымалысы берілмеген
variable-not-text = { $name } айнымалысы мәтін емес

## Сенімді сертификаттар
anchor-added = енді қабылданады: { $name }
anchor-there = бұрыннан қабылданады: { $name }
anchor-removed = енді қабылданбайды: { $name }
anchor-own = бұл сіздің { $name } куәлігіңіздің түбірлік сертификаты
hint-no-default-trust = `aimark verify --no-default-trust` өз куәліктеріңізді есепке алмайды
anchor-of-identity = { $name } куәлігінің түбірлік сертификаты
anchor-by-hand = қосылған
anchor-not-used = { $path }: сенімді сертификат ретінде қолданылмайды: { $why }
anchor-several = онда бірден көп сертификат бар
anchor-misnamed = файл аты сертификаттың саусақ ізіне сай емес
anchor-ambiguous = { $beginning } деп басталатын сенімді сертификат бірнешеу
hint-more-digits = саусақ ізінің көбірек таңбасын жазыңыз
anchor-unknown = { $beginning } деп басталатын сенімді сертификат жоқ
hint-trust-list = олардың тізімін `aimark trust list` көрсетеді
not-a-fingerprint = { $text } — саусақ ізі де, оның басы да емес (кемінде { $digits } он алтылық цифр)
cannot-add-anchor = сенімді сертификатты қосу мүмкін болмады

## Белгілерді оқу
label-unreadable = белгі бар, бірақ оны оқу мүмкін болмады ({ $why })

## Нұсқаулық
no-verb = { $name } деген команда жоқ
cannot-make-page = бетті құрастыру мүмкін болмады

## Кітапханалардың хабарлары
core-malformed = { $format }: файл бүлінген, { $at }-байт ({ $detail })
core-not-normalized = мәтін C қалыпты пішінінде емес: { $character }, { $at }-байт
core-not-utf8 = мәтін UTF-8 емес: { $at }-байт жарамсыз
core-not-as-said = мазмұны { $format } емес
core-already-labelled = файлда Content Credentials белгісі бұрыннан бар, қол қоюшысы: { $signer }
core-unknown-format = бұл PNG, JPEG не WebP суреті де, UTF-8 мәтіні де емес
core-other-encoding = мәтін UTF-16 немесе UTF-32; алдымен UTF-8-ге түрлендіріңіз
core-input = файл жарамсыз ({ $detail })
core-limit = шектен асып кетті ({ $detail })
core-unsupported = қолдау көрсетілмейді ({ $detail })
core-signer = куәлік жарамсыз ({ $detail })
core-internal = бағдарламаның ішкі қатесі ({ $detail })
signer-profile = қол қоюшының сертификатымен белгіге қол қоюға болмайды: { $why }
signer-key-type = қол қоюшының сертификатындағы кілт Ed25519 емес
signer-outside-validity = қол қоюшының сертификаты { $from } мен { $to } аралығында жарамды, { $at } кезінде емес
hint-outside-validity = `aimark identity new` арқылы жаңа куәлік жасаңыз немесе компьютердің сағатын тексеріңіз
signer-does-not-fit = қолтаңба белгіге сыймайды; қайтадан қол қойыңыз
signer-wrong-signature = берілген қолтаңба бұл сертификаттікі немесе бұл деректікі емес
key-not-pkcs8 = жабық кілт PKCS#8 PEM емес
key-encrypted = жабық кілт шифрланған; алдымен шифрын ашыңыз
key-not-ed25519 = жабық кілт Ed25519 кілті емес
key-mismatch = жабық кілт қол қоюшының сертификатына сай емес
certificate-none = PEM мәтінінде сертификат жоқ
certificate-too-many = сертификаттар саны шектен көп (шегі: { $most })
certificate-too-long = PEM мәтінінің көлемі { $found } байт, ең көбі { $most } байт оқылады
certificate-pem = { $number }-сертификат дұрыс PEM емес
certificate-der = { $number }-сертификат дұрыс X.509 сертификаты емес
profile-version = сертификат X.509 3-нұсқасы емес
profile-unique-id = сертификатта бірегей идентификатор өрісі бар
profile-signature-algorithm = сертификатқа C2PA рұқсат етпейтін алгоритммен қол қойылған
profile-organization = сертификат иесінің ұйымы көрсетілмеген
profile-authority = бұл қол қоюшының емес, куәландырушы орталықтың сертификаты
profile-key-usage = кілттің қолданылуы маңызды деп белгіленіп, digitalSignature болуы, keyCertSign болмауы керек
profile-purpose = кілттің кеңейтілген қолданылуында C2PA мәлімдемесіне қол қою да, поштаны қорғау да, құжатқа қол қою да жоқ
profile-forbidden-purpose = кілттің кеңейтілген қолданылуында қол қоюшыға тыйым салынған мақсат бар
profile-no-authority-key-id = сертификатта куәландырушы орталық кілтінің идентификаторы жоқ
profile-critical-extension = сертификатта белгісіз маңызды кеңейтім бар
identity-country = ел жарамсыз: { $rule }
identity-organization = ұйым атауы жарамсыз: { $rule }
identity-common-name = қол қоюшының аты жарамсыз: { $rule }
rule-two-letters = екі бас әріп керек, мысалы KZ
rule-length = 1-ден 64-ке дейін таңба керек
rule-characters = басқарушы, бағыттаушы және көрінбейтін таңбаларға болмайды
rule-spaces = бос орыннан басталмауы және онымен аяқталмауы керек
identity-days = сертификат 1 күннен { $most } күнге дейін жарамды бола алады, { $days } емес
identity-dates = сертификаттың мерзімі 1970–9999 жылдардан асып кетер еді
identity-randomness = кездейсоқ сандар қайталанады: олардың көзі істемейді
identity-pem-missing = мәтінде «{ $expected }» PEM блогы жоқ
identity-key-malformed = жабық кілт бүлінген немесе PKCS#8 емес
identity-key-encrypted = жабық кілт шифрланған: алдымен құпиясөз керек
identity-passphrase-empty = құпиясөз бос
identity-passphrase-wrong = құпиясөз қате немесе шифрланған кілт бүлінген
identity-encryption-unsupported = жабық кілт қолдау көрсетілмейтін тәсілмен шифрланған
identity-encryption-too-costly = жабық кілттің шифрын ашу рұқсат етілгеннен көп жұмысты талап етер еді
identity-certificate-malformed = файлдағы { $number }-сертификат бүлінген немесе X.509 емес
identity-encoding = куәлікті кодтау мүмкін болмады

## Тексеру
nothing-to-check = тексеретін файл жоқ
not-examined = файл тексерілмей қалды
label-silent = ЖИ туралы ештеңе айтылмаған
note-links =
    { $links ->
        [one] қалталарда { $links } сілтеме өткізіп жіберілді; --follow-links сілтемелер бойынша өтеді
       *[other] қалталарда { $links } сілтеме өткізіп жіберілді; --follow-links сілтемелер бойынша өтеді
    }
progress = { $spinner } файл: { $done } / { $files }  { $bar }  { $speed }  қалды: { $rest }
progress-open = { $spinner } файл: { $done }  { $speed }  { $elapsed }
progress-speed = { $files }/с
cannot-use = қолдану мүмкін болмады
journal-in-use = { $path } файлын басқа іске қосу қолданып жатыр
journal-answer = жауапты сақтау мүмкін болмады ({ $why })
journal-other = { $path } басқа параметрлермен, басқа сенімді сертификаттармен немесе басқа нұсқамен басталған
hint-journal-other = басқа файлды көрсетіңіз немесе қайта бастау үшін мұны жойыңыз
journal-strange = { $path } — --resume жазған файл емес
draft-cleared = басқа іске қосу барлық жобаны өшіріп жатыр
temporary-cleared = басқа іске қосу барлық уақытша файлды өшіріп жатыр

## Сенім тізімдері
list-line = { $name }  { $source }  { $counted }, { $date } күнгі, көзі: { $origin }, SHA-256 { $hash }
list-shipped = бағдарламамен бірге келген
list-updated = жаңартылған
list-shipped-whole = aimark бағдарламасымен бірге келген
list-authorities =
    { $count ->
        [one] { $count } куәландырушы орталық
       *[other] { $count } куәландырушы орталық
    }
list-not-used = { $authorities } (тексеруде қолданылмайтыны: { $unused })
list-from-file = өзіңіз берген файл
list-for-signing = қол қою
list-for-time-stamping = уақыт мөртабандары
list-stands-in = { $name }, мақсаты: { $purpose }, { $date } күнгі ({ $source })
list-entry-holds = құрамы
list-entry-stands-in = кіретін тізімі
list-entry-for = мақсаты
list-entry-as-of = күні
list-entry-from = көзі
list-entry-licence = лицензия
list-entry-accepted = енді қабылданады
list-entry-not-accepted = енді қабылданбайды
list-date-ahead = { $date } күні әлі келген жоқ
list-older = { $date } күнгі тізім бағдарламамен бірге келген { $shipped } күнгі тізімнен ескі
hint-list-older = жаңарақ тізім қолданылады; файлдың қашан алынғанын --date көрсетеді
hint-list-purpose = мұны --purpose арқылы көрсетіңіз
hint-list-signer = жеке қол қоюшыларды `aimark trust add` қабылдайды
list-now = { $name } тізімі енді { $date } күнгі, { $authorities }
list-again = { $name } тізімі қайтадан бағдарламамен бірге келген { $date } күнгі тізім
list-already = { $name } тізімі онсыз да бағдарламамен бірге келген { $date } күнгі тізім
list-damaged = { $why }; `aimark trust update` орындалғанша тізім қолданылмайды (мақсаты: { $purpose })
list-something-else = бұл басқа мақсаттағы тізім
cannot-write-list = тізімді жазу мүмкін болмады
list-too-long = көлемі { $found } байт, ең көбі { $allowed } байт оқылады
list-too-many = сертификаттар саны шектен көп (шегі: { $allowed })
list-not-an-authority = { $number }-сертификат куәландырушы орталықтікі емес: { $subject }
list-none-valid = сертификаттарының ешқайсысы қазір жарамды емес
list-other-purpose = { $number }-сертификаттың мақсаты басқа (керегі: { $purpose }): { $subject }
list-purpose-unknown = сертификаттарынан оның қол қоюға ма, уақыт мөртабандарына ма арналғаны көрінбейді
list-mixed = онда қол қоюға да, уақыт мөртабандарына да арналған сертификаттар бар; бұл — екі тізім
list-purpose-differs = тізімнің мақсаты: { $found }, ал керегі: { $wanted }
list-stored = ол бүлінген немесе оны `aimark trust update` жазбаған

## Басқа түрдегі белгілер
c2pa-input = файлды оқу мүмкін болмады ({ $detail })
c2pa-limit = шектен асып кетті: { $found } / { $limit } ({ $what })
c2pa-unsupported = { $detail } мазмұн түріне қолдау көрсетілмейді
c2pa-misuse = сенімді сертификаттар тізімі жарамсыз ({ $detail })
c2pa-internal = бағдарламаның ішкі қатесі ({ $detail })
output-not-a-file = { $path } — кәдімгі файл емес, ол ауыстырылмайды
input-folder-recursive = бұл қалта; -r қалталардың ішін қарайды
note-at-elsewhere = басқа жасаушылардың Content Credentials белгілері қазіргі уақытқа қарай бағаланады: --at тек aimark белгілеріне қатысты
output-is-journal = есеп пен --resume файлы бір файл бола алмайды

## Заңдар
profile-unknown = { $name } деген профиль жоқ
hint-profiles = профильдер: { $names }; өз файлыңыздың аты .toml деп аяқталады
profile-wrong = { $path }: бұл заң профилі емес ({ $detail })
profile-not-shipped = файлын тек aimark құрамындағы профильдердің басып шығаруға болады
profile-as-of = { $date } күнгі жағдай бойынша
profile-law = заң
profile-source = дереккөз
profile-penalty = жауаптылық
profile-marks = sign жазатыны
profile-notice = sign ескерту салады немесе жазады
profile-notice-value = тілдері: { $languages }; әріп биіктігі қысқа жақтың кемінде { $height } %
profile-required = sign талап ететіні
profile-recommended = көрсету ұсынылады
profile-no-advice = Мұнда бағдарламаның неге қарайтыны сипатталған. Бұл заң кеңесі емес.
profile-in-force = күшінде
profile-in-force-since = { $date } бастап күшінде
profile-draft = жоба
aigc-key-wrong = { $path }: бұл SM2 кілтін пайдалануға болмайды ({ $detail })
law-missing = { $profile } үшін { $options } көрсету керек
law-not-ascii = { $profile } үшін { $options } U+0021–U+007E таңбаларымен, бос орынсыз көрсетілуі керек
law-notice = ескертуді файлға орналастыру мүмкін емес ({ $detail })
law-notice-too-small = талап етілген биіктікте ескерту сөздері суретке сыймайды
law-notice-letter = ескертуде қаріптерде жоқ әріп бар: { $letter }
law-labelled = файлда мазмұн куәлігі бұрыннан бар; ескерту немесе белгі оны бұзады
law-marks = машинамен оқылатын белгілерді жазу мүмкін емес ({ $detail })
law-another-aigc = файлда қытай белгісі бұрыннан бар, ал біреуіне ғана рұқсат: { $place }
hint-only-label = ескертуді суреттің жанында көрсетіп, --notice-only-label арқылы қол қойыңыз
note-suggested = { $profile }: { $option } көрсету ұсынылады
note-law-conflict = заңдардың талаптары әртүрлі ({ $detail })
note-notice-beside = { $name }: мұндай файлдың ішіне ({ $format }) ескерту жазылмайды; оны мәтіннің жанында көрсетіңіз
note-no-aigc = { $name }: мұндай файлда ({ $format }) қытай белгісіне орын жоқ
note-packet = { $name }: XMP деректері өзгертілді ({ $detail })
profile-twice = { $name } деп екі түрлі профиль аталған; өзіңіздікіне басқа ат беріңіз
note-own-words = { $name }: ескертуіңізде жасау туралы сөздің жанында ЖИ туралы сөз табылмады; оның ескертетінін өзіңіз бағалаңыз
note-coded-anew = { $name }: ескерту үшін сурет қайта кодталды ({ $format })
note-provider-code = жеткізуші коды өз ережесін бұзады ({ $detail })

## Су таңбалар мен саусақ іздері
note-watermarked = { $name }: пиксельдерінде су таңба бар: эмитент { $issuer }, идентификатор { $identifier }; бастапқы суреттен айырмасы { $psnr } дБ (PSNR)
note-text-unwatermarked = { $name }: мәтінге су таңба енгізілмейді, сондықтан оған --durable-key мен --durable-issuer мағынасыз
note-not-looked-for = { $name }: су таңбаны іздеу мүмкін болмады ({ $detail })
watermark-key-wrong = { $path }: су таңбаның кілті — 64 он алтылық цифр
watermark-keys-many = бір жолы ең көбі { $most } су таңба кілтін іздеуге болады
durable-covered = ескерту суреттің көп бөлігін жауып тұр, сондықтан су таңбасын оқу мүмкін емес
watermark-off-key = --watermark off кезінде су таңба ізделмейді, сондықтан --watermark-key мағынасыз
hint-watermark-key = кілт жасау: openssl rand -hex 32
durable-failed = белгі өшірілгенде қалатын нәрсені жасау мүмкін болмады ({ $detail })
durable-too-small = { $width } x { $height } пиксельдік сурет су таңба үшін тым кішкентай немесе тым жіңішке
durable-too-flat = суретте су таңба жасыратындай бедер жоқ
durable-transparent = суреттің көбі мөлдір: су таңба адамдар көретін бөлікте болмайды
durable-lost = су таңба бұл суреттің қара, ақ не шулы жерлерінде жоғалып кетеді
durable-coarse = JPEG сапасы тым төмен, су таңба жоғалып кетеді
durable-watermarked = суретте осы кілттің су таңбасы бар: эмитент { $issuer }, идентификатор { $identifier }
