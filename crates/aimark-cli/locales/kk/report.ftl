# `verify` мен `inspect` нәтижелерінде не тұрады: мәтін және бет түрінде.

## Файл туралы бірінші жол
report-verdict-trusted = сенімді белгі
report-verdict-valid = жарамды белгі, қол қоюшысы белгісіз
report-verdict-invalid = жарамсыз белгі
report-verdict-foreign = бөгде белгі, бағаланбайды
report-verdict-unmarked = белгісі жоқ
report-verdict-not-examined = тексерілмеді
report-first = { $name }: { $verdict }
report-first-says = { $name }: { $verdict } — { $label }
report-not-checked = { $name }: тексерілмеді; `aimark verify` тексереді
report-not-checked-foreign = { $name }: басқа түрдегі Content Credentials белгісі; тексерілмеді

## Әр жауап туралы бір сөйлем
report-meaning-trusted = Белгі жарамды, мазмұны қол қойылған сол мазмұн және қол қоюшыға сенесіз.
report-meaning-valid = Белгі жарамды және мазмұны қол қойылған сол мазмұн. Қол қоюшы сізге белгісіз.
report-meaning-invalid = Белгі бар, бірақ белгі немесе мазмұн өзгертілген не белгі ережені бұзады.
report-meaning-foreign = Басқа түрдегі Content Credentials белгісі бар. Ол мұнда бағаланбады.
report-meaning-unmarked = Белгі табылмады. Бұл мазмұн туралы ештеңе айтпайды.
report-nothing-found = белгі табылмады; бұл мазмұн туралы ештеңе айтпайды
report-no-label-says-nothing = Белгінің жоқтығы мазмұн туралы ештеңе айтпайды.

## Екі сұрақ
report-question-intact = Өзгермеген бе?
report-question-accepted = Қол қоюшы қабылданған ба?
report-integrity-intact = иә, белгі мен мазмұн қол қойылған күйінде
report-integrity-broken = жоқ, немесе оны көрсету мүмкін емес
report-integrity-not-examined = тексерілмеді
report-trust-accepted = иә
report-trust-unknown = жоқ, қол қоюшы сізге белгісіз
report-trust-not-examined = тексерілмеді

## Тақырыптар мен жолдар
report-title = Белгілер не дейді
report-made-by = { $program } бағдарламасы құрастырды, { $time }
report-judged-at = бағаланған кезі
report-file = файл
report-files = файлдар
report-answer = жауап
report-says = мәлімдейді
report-says-of-ai = ЖИ туралы не айтылған
report-says-unproven = мәлімдейді, бірақ оған сенуге болмайды
report-signer = қол қоюшы
report-signed-by = қол қоюшы
report-signed-at = қол қойылған уақыты
report-signed-at-unproven = { $time } (қол қоюшының өз сөзі бойынша)
report-accepted-by = қабылдану негізі
report-accepted-by-value = { $name } ({ $fingerprint })
report-trust-list-of = сенім тізімі
report-names-as-signer = қол қоюшы деп атайды
report-names-as-signer-unproven = қол қоюшы деп атайды, бірақ оған сенуге болмайды
report-names-as-signer-unchecked = қол қоюшы деп атайды, тексерілмеген
report-written-by = жазған бағдарлама
report-written-by-unchecked = жазған бағдарлама, тексерілмеген
report-not-judged-because = бағаланбау себебі
report-mentions-unchecked = айтылады, тексерілмеген
report-manifest = манифест
report-type = түрі
report-size = көлемі
report-bytes =
    { $bytes ->
        [one] { $bytes } байт
       *[other] { $bytes } байт
    }
report-sha256 = файлдың SHA-256 мәні
report-hint = кеңес
report-hints = кеңестер
report-finding = тексеру нәтижесі
report-findings = тексеру нәтижелері
report-code = код
report-place = орны
report-details = толығырақ
report-reason = себебі
report-summary = қорытынды
report-filter = сүзгі
report-filter-all = барлығы
report-filter-none = сүзгіге ештеңе сай келмейді
report-not-examined = тексерілмеді
report-unknown = белгісіз
report-none = жоқ
report-finding-line = { $words } [{ $code }]
report-finding-line-explained = { $means } ({ $detail }) [{ $code }]
report-unknown-code = { $code }: { $words }
report-severity-success = өтті
report-severity-informational = мәлімет үшін
report-severity-failure = өтпеді

## Сертификат
report-subject = иесі
report-issuer = шығарушы
report-serial = сериялық нөмірі
report-valid = жарамдылық мерзімі
report-valid-between = { $from } – { $to }
report-fingerprint = SHA-256 саусақ ізі

## Белгінің өрістері
report-made-at = жасалған уақыты
report-made-at-value = { $time } (мәлімделген, дәлелденбеген)
report-field-system = жүйе
report-field-system-version = жүйе нұсқасы
report-field-provider = жүйені ұсынушы
report-field-provider-code = ұсынушының коды
report-field-content-id = мазмұн нөмірі
report-field-service-id = сервис
report-field-detector-url = тексеру мекенжайы
report-field-notice = ескерту
report-field-notice-lang = ескерту тілі
report-field-reviewed-by = тексерген адам
report-field-responsible = жариялауға жауапты

## Қанша файл қандай жауап алды
report-counted =
    { $files ->
        [one] { $files } файл: { $parts }
       *[other] { $files } файл: { $parts }
    }
report-count-trusted = белгісі сенімді: { $count }
report-count-valid = белгісі жарамды, қол қоюшысы белгісіз: { $count }
report-count-invalid = белгісі жарамсыз: { $count }
report-count-foreign = белгісі бөгде: { $count }
report-count-unmarked = белгісі жоқ: { $count }
report-count-not-examined = тексерілмеді: { $count }
report-progress = файл: { $done } / { $files }

## Тексерілмеуіне не себеп
report-kind-input = файл
report-kind-limit = шек
report-kind-unsupported = қолдау көрсетілмейтін түр
report-kind-misuse = қате сұраныс
report-kind-signer = куәлік немесе сертификат
report-kind-internal = осы бағдарлама
report-kind-io = файлдық жүйе

## Жауаптар нені дәлелдемейді
report-not-proven = Жауаптар нені дәлелдемейді
report-not-proven-1 = Мәлімдеменің рас екенін. Белгі оны кім жасағанын көрсетеді; оның салмағы сол адамның кім екеніне байланысты.
report-not-proven-2 = Белгісі жоқ файлды адам жасағанын. Файл қайта сақталғанда, платформалардың көбіне жүктелгенде, экраннан суретке түсірілгенде белгі жоғалады, әрі оны кез келген адам өшіре алады.
report-not-proven-3 = Қашан қол қойылғанын. Қасында сенімді уақыт мөртабаны көрсетілмесе, уақыт — қол қоюшының өз сөзі.
report-not-proven-4 = Сертификаттың кері қайтарылмағанын. Бағдарлама желіге сұраныс жібермейді, сондықтан бұл туралы ешкімнен сұрамайды.
report-not-proven-5 = Қабылданбаған қол қоюшының кім екенін. Ондайда сертификаттағы ат — иесінің өзі жазған ат.
report-not-proven-6 = Адамдардың ескертуді көретінін. Белгі машиналарға арналған; суретте немесе мәтінде адамдарға не жазылғаны тексерілмейді.
report-not-proven-7 = Тексерілмеген файлдар мен басқа түрдегі белгілер туралы ештеңені. Олардан оқылғаны тексерілген жоқ.
report-not-proven-8 = Басқа сөздерге немесе суретке көшірілген белгінің соларға тиесілі екенін: ондай белгі қол қоюшыны атаса да жарамсыз.
