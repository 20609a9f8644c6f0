# HTML есебі. Сөйлемдер нүктемен аяқталады, атаулар — нүктесіз.
page-heading = ЖИ белгілері туралы есеп
page-skip = Файлдарға өту
page-time = Тексерілген уақыты
page-tool = Бағдарлама
page-lists = Қол қоюшылар қабылданатын тізімдер
page-no-lists = тізім жоқ: ешкім қабылдана алмады
page-list-content = мазмұнға қол қоюшылар үшін
page-list-time = уақыт мөртабандары үшін
page-list-own = пайдаланушы таңдаған
page-files =
    { $count ->
        [one] { $number } файл тексерілді
       *[other] { $number } файл тексерілді
    }
page-help = Көргіңіз келетінін белгілеңіз. Ештеңе белгіленбесе, бәрі көрсетіледі.
page-reset = Бәрін көрсету
page-list = Файлдар
page-shown = Көрсетілген файлдар:
page-by-answer = Жауап
page-by-ai = ЖИ туралы не айтылған
page-by-hints = Қол қойылмаған нышандар
page-trusted = Сенімді белгі
page-trusted-means = Өзгермеген, қол қоюшысы қабылданған.
page-valid = Жарамды белгі, қол қоюшысы белгісіз
page-valid-means = Өзгермеген, бірақ қол қоюшысы жоғарыда аталғандар бойынша қабылданбаған.
page-invalid = Жарамсыз белгі
page-invalid-means = Файл не оның белгісі өзгертілген немесе белгі ережені бұзады.
page-foreign = Бөгде белгі, бағаланбайды
page-foreign-means = Онда бағаланбаған түрдегі Content Credentials белгісі бар.
page-unmarked = Белгісі жоқ
page-unmarked-means = Бұл мазмұн туралы ештеңе айтпайды.
page-failed = Тексерілмеген
page-failed-means = Оны оқу мүмкін болмады немесе түрі белгісіз.
page-full = ЖИ жасаған
page-full-means = Бүкіл мазмұн.
page-partial = ЖИ ішінара
page-partial-means = ЖИ көмегімен өзгертілген немесе ЖИ жасаған бөліктері бар.
page-none = Айтылмаған
page-none-means = Белгі бар, онда ЖИ аталмаған.
page-nothing = Мәлімет жоқ
page-nothing-means = Белгі жоқ немесе ол бағаланбаған.
page-hinted = Нышаны бар
page-hinted-means = Ешкім қол қоймаған ЖИ нышандары. Олар ештеңені дәлелдемейді.
page-caveats = Бұл жауаптар нені дәлелдемейді
page-not-human = Белгісі жоқ файлды міндетті түрде адам жасаған деуге болмайды. Файл қайта сақталғанда, жүктелгенде немесе экраннан түсірілгенде белгі жоғалады, оны кез келген адам өшіре алады.
page-not-true = Өзгермеген белгі мәлімдемені кім жасағанын көрсетеді. Мәлімдеменің шындығын көрсетпейді.
page-not-known = Белгісіз қол қоюшының аты — сонда не жазылса, сол.
page-not-hints = Қол қойылмаған нышандар ештеңені дәлелдемейді. Оларды кез келген адам жаза, өзгерте немесе өшіре алады.
page-not-time = Қабылданған уақыт мөртабаны жоқ уақыт — қол қоюшының өз сөзі ғана.
page-not-revoked = Сертификаттың қайтарып алынғаны желі арқылы сұралмаған.
page-intact = Өзгермеген бе?
page-intact-yes = Өзгермеген
page-intact-no = Өзгертілген
page-not-examined = Тексерілмеген
page-signer = Қол қоюшы қабылданған ба?
page-signer-yes = Қабылданған
page-signer-no = Белгісіз
page-accepted-by = Қабылдану негізі
page-signed-by = Қол қоюшы
page-names-signer = Тексерусіз аталған қол қоюшы
page-ai = ЖИ туралы не дейді?
page-not-reliable = Бұған сенім артпаңыз.
page-hints =
    { $count ->
        [one] { $number } қол қойылмаған нышан
       *[other] { $number } қол қойылмаған нышан
    }
page-details = Толығырақ
page-unchecked = Файлдың мұнда айтқанын ештеңе растамайды. Бұған сенім артпаңыз.
page-signature = Қолтаңба
page-subject = Иесі
page-issuer = Шығарушы
page-serial = Сериялық нөмірі
page-validity = Сертификат мерзімі
page-fingerprint = Саусақ ізі (SHA-256)
page-anchor = Сенімді сертификат
page-time-stamp = Уақыт мөртабаны
page-authority-yes = қызметі қабылданған
page-authority-no = қызметі белгісіз
page-actions = ЖИ қатысқан әрекеттер
page-label = Белгі не дейді
page-origin = Шығу тегі
page-field-created-at = Жасалған уақыты (айтылған, дәлелденбеген)
page-field-system = ЖИ жүйесі
page-field-system-version = Жүйенің нұсқасы
page-field-provider = Жеткізуші
page-field-provider-code = Жеткізушінің коды
page-field-content-id = Мазмұн нөмірі
page-field-service-id = Қызмет
page-field-detector-url = Тексеруге болатын жер
page-field-notice = Ескерту
page-field-notice-lang = Ескертудің тілі
page-field-reviewed-by = Қарап шыққан
page-field-responsible = Жауапты редактор
page-field-owner = Жүйенің меншік иесі немесе иегері
page-field-risk-class = Жүйенің қауіп-қатер дәрежесі
page-field-autonomy = Жүйенің автономдылық дәрежесі
page-field-depicts = Нені имитациялайды
page-field-notice-shown = Ескерту қайда көрсетілген
page-field-notice-box = Ескертудің кескіндегі орны
page-field-notice-contrast = Ескертудің контрасты
page-field-mining = Деректерді талдау және модельдерді оқыту
page-ingredients = Неден құралған
page-untitled = атаусыз
page-identities = Қатысушылар
page-unjudged = Тексерусіз оқылғаны
page-reason = Бағаланбау себебі
page-manifests = Манифест саны
page-assertions = Мәлімдемелер
page-mentions = Атап өтеді
page-findings = Табылғаны
page-failure = Ақау
page-informational = Ескертпе
page-success = Өтті
page-unsigned = Қол қойылмаған нышандар: олар ештеңені дәлелдемейді
page-hint-generated = ЖИ жасаған ба?
page-hint-altered = ЖИ көмегімен өзгертілген бе?
page-hint-suspected = ЖИ жасаған болуы мүмкін бе?
page-hint-involved = ЖИ қатысқан ба?
page-hint-not-ai = ЖИ жасамаған ба?
page-hint-open = Айтылмаған
page-file = Файл
page-path = Жолы
page-path-bytes = Жолы, байтпен
page-fault = Себебі
page-type = Түрі
page-sha = SHA-256
page-generator = Жазған бағдарлама
page-manifest = Манифест
page-credential-title = Атауы
page-remote = Басқа жерде сақталған, алынбаған
page-cut =
    { $count ->
        [one] (қысқартылды: барлығы { $number } таңба)
       *[other] (қысқартылды: барлығы { $number } таңба)
    }
page-more =
    { $count ->
        [one] және тағы { $number }; JSON есебінде бар
       *[other] және тағы { $number }; JSON есебінде бар
    }
page-watermark = Пиксельдердегі су таңба: ол ештеңені дәлелдемейді
page-field-soft-bindings = Белгіге қайтарады
