# `verify` мен `inspect` нәтижелерінде не тұрады, мәтін түрінде.

## Файл туралы бірінші жол
report-verdict-trusted = сенімді белгі
report-verdict-valid = жарамды белгі, қол қоюшысы белгісіз
report-verdict-invalid = жарамсыз белгі
report-verdict-foreign = бөгде белгі, бағаланбайды
report-verdict-unmarked = белгісі жоқ
report-not-checked = { $name }: тексерілмеді; `aimark verify` тексереді
report-not-checked-foreign = { $name }: басқа түрдегі Content Credentials белгісі; тексерілмеді
report-nothing-found = белгі табылмады; бұл мазмұн туралы ештеңе айтпайды

## Оның астындағы жолдар
report-says = мәлімдейді
report-says-unproven = мәлімдейді, бірақ оған сенуге болмайды
report-signed-by = қол қоюшы
report-accepted-by = қабылдану негізі
report-accepted-by-value = { $name } ({ $fingerprint })
report-accepted-by-list = { $name } ({ $fingerprint }, { $list })
report-own-anchors = сенімді сертификаттарыңыз
report-time-stamp = уақыт мөртабаны
report-names-as-signer = қол қоюшы деп атайды
report-names-as-signer-unproven = қол қоюшы деп атайды, бірақ оған сенуге болмайды
report-names-as-signer-unchecked = қол қоюшы деп атайды, тексерілмеген
report-written-by = жазған бағдарлама
report-written-by-unchecked = жазған бағдарлама, тексерілмеген
report-not-judged = басқаша жазылғандықтан бағаланбайды ({ $reason })
report-mentions-unchecked = айтылады, тексерілмеген
report-manifest = манифест
report-type = түрі
report-finding = { $means } [{ $code }]
report-finding-detail = { $means } ({ $detail }) [{ $code }]
report-meaning-detail = { $means } ({ $detail })

## Басқа түрдегі белгі
report-title = атауы
report-untitled = атаусыз
report-made-from = неден құралған
report-ingredient = { $title } ({ $relation })
report-ingredient-state = { $title } ({ $relation }, { $state })
report-relation-parentOf = түпнұсқа
report-relation-componentOf = бөлігі
report-relation-inputTo = бастапқы дерек
report-state-no-manifest = белгісі жоқ
report-state-sound = белгісі бүтін
report-state-recorded-failures = ақаулары жазылған
report-state-broken = белгісі бұзылған
report-identity = қатысушы
report-identity-value = { $name } ({ $kind }, { $held })
report-held-accepted = расталған, қабылданған
report-held-unknown = расталған, сізге белгісіз
report-held-not = расталмаған
report-elsewhere = басқа жердегі белгіні атайды, ол жүктелмеді

## Қол қойылмаған нышандар
report-hint-line = қол қойылмаған нышан, дәлел емес: { $says } ({ $place }, { $key }: { $value })
report-hint-generated = ЖИ жасаған
report-hint-altered = ЖИ көмегімен өзгертілген
report-hint-suspected = ЖИ жасаған болуы мүмкін
report-hint-involved = ЖИ қатысқан
report-hint-not-ai = ЖИ жасамаған
report-hint-open = ЖИ туралы ештеңе айтылмаған
report-hint-remote = басқа жерде сақталған Content Credentials белгісін атайды
report-hint-embedded = файлда Content Credentials белгісі бар немесе болған
report-mark-iptc-digital-source-type = IPTC бойынша цифрлық мазмұнның көзі
report-mark-iptc-ai = IPTC бойынша ЖИ туралы қасиет
report-mark-aigc-label = GB 45438 стандартының жасырын белгісі
report-mark-generator-parameters = генератор баптаулары
report-mark-generator-signature = генератор ізі
report-mark-software-name = генератор атауы
report-mark-credit-line = авторлық туралы жол
report-mark-html-disclosure = құжаттағы ескертпе
report-mark-schema-org = schema.org бойынша цифрлық мазмұнның көзі
report-mark-remote-credential = басқа жердегі Content Credentials белгісіне сілтеме
report-mark-embedded-credential = файлдағы Content Credentials белгісінің ізі

## Кесте
report-column-answer = ЖАУАП
report-column-ai = ЖИ
report-column-signer = ҚОЛ ҚОЮШЫ
report-column-file = ФАЙЛ
report-short-trusted = сенімді
report-short-valid = жарамды
report-short-invalid = жарамсыз
report-short-foreign = бөгде
report-short-unmarked = белгісі жоқ
report-short-not-examined = тексерілмеді
report-cell-made = жасаған
report-cell-altered = өзгерткен
report-cell-silent = айтылмаған
report-cell-hint = нышан

## Сертификат
report-subject = иесі
report-issuer = шығарушы
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
report-field-owner = жүйенің меншік иесі немесе иегері
report-field-risk-class = жүйенің қауіп-қатер дәрежесі
report-field-autonomy = жүйенің автономдылық дәрежесі
report-field-depicts = нені имитациялайды
report-field-notice-shown = ескерту қайда көрсетілген
report-field-notice-box = ескертудің орны
report-field-notice-contrast = ескертудің контрасты
report-field-mining = деректерді талдау және оқыту
report-field-soft-bindings = белгіге қайтарады

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

## Тексерілмеуіне не себеп
report-failed = { $kind } ({ $detail })
report-kind-input = файл
report-kind-limit = шек
report-kind-unsupported = қолдау көрсетілмейтін түр
report-kind-misuse = қате сұраныс
report-kind-signer = куәлік немесе сертификат
report-kind-internal = осы бағдарлама
report-kind-io = файлдық жүйе

## Заңдар
report-profile = { $name }: { $title } ({ $date } күнгі жағдай бойынша)
report-rule = { $id } { $outcome }: { $words }
report-rule-severe = { $id } { $outcome } ({ $severity }): { $words }
report-outcome-found = табылды
report-outcome-not-found = табылмады
report-outcome-damaged = бүлінген
report-outcome-conflicting = қайшы
report-outcome-cannot-tell = файлдан білуге болмайды
report-outcome-not-applicable = қолданылмайды
report-severity-error = қате
report-severity-warning = ескерту
report-severity-undecidable = файлдан шешуге болмайды
report-watermark = су таңба, дәлел емес: { $says }; эмитент { $issuer }, идентификатор { $identifier } (z { $z })
report-watermark-stated = белгі хабарлайтын су таңба: { $says }; эмитент { $issuer }, идентификатор { $identifier } (z { $z })
report-watermark-other = су таңба, бірақ белгі хабарлайтыны емес: { $says }; эмитент { $issuer }, идентификатор { $identifier } (z { $z })
report-watermark-unknown = шығу тегі туралы осы нұсқа білмейтін нәрсені айтады
report-no-watermark = су таңба табылмады
report-no-watermark-fast = су таңба табылмады; --watermark full ұзағырақ іздейді
