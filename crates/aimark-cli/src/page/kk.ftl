# HTML есебі. Сөйлемдер нүктемен аяқталады, атаулар — нүктесіз.
page-heading = ЖИ таңбалары туралы есеп
page-skip = Файлдарға өту
page-time = Тексерілген уақыты
page-tool = Бағдарлама
page-lists = Қол қоюшыларды мойындайтын тізім
page-no-lists = тізім жоқ: ешкім мойындала алмады
page-list-content = мазмұнға қол қоюшылар үшін
page-list-time = уақыт белгілері үшін
page-list-own = пайдаланушы таңдаған
page-files = { $count ->
    [one] { $count } файл тексерілді
   *[other] { $count } файл тексерілді
    }
page-help = Көргіңіз келетінін белгілеңіз. Ештеңе белгіленбесе, бәрі көрсетіледі.
page-reset = Бәрін көрсету
page-list = Файлдар
page-shown = Көрсетілген файлдар:
page-by-answer = Жауап
page-by-ai = ЖИ туралы не айтылған
page-by-hints = Қол қойылмаған нышандар
page-trusted = Расталған
page-trusted-means = Бүтін, қол қоюшысы мойындалған.
page-valid = Бүтін, қол қоюшысы белгісіз
page-valid-means = Бүтін, бірақ қол қоюшысын жоғарыда аталғандардың ешқайсысы мойындамайды.
page-invalid = Жарамсыз
page-invalid-means = Файл не оның таңбасы өзгертілген немесе таңба ережені бұзады.
page-foreign = Бағаланбаған
page-foreign-means = Онда бағаланбаған түрдегі куәлік бар.
page-unmarked = Таңбасыз
page-unmarked-means = Бұл мазмұн туралы ештеңе айтпайды.
page-failed = Тексерілмеген
page-failed-means = Оны оқу мүмкін болмады немесе түрі белгісіз.
page-full = ЖИ жасаған
page-full-means = Бүкіл мазмұн.
page-partial = ЖИ ішінара
page-partial-means = ЖИ өзгерткен немесе ЖИ жасаған бөліктері бар.
page-none = Айтылмаған
page-none-means = Куәлік бар, онда ЖИ аталмаған.
page-nothing = Мәлімет жоқ
page-nothing-means = Куәлік жоқ немесе ол бағаланбаған.
page-hinted = Нышаны бар
page-hinted-means = Ешкім қол қоймаған ЖИ нышандары. Олар ештеңені дәлелдемейді.
page-caveats = Бұл жауаптар нені дәлелдемейді
page-not-human = Таңбасыз файлды міндетті түрде адам жасаған деуге болмайды. Файл қайта сақталғанда, жүктелгенде немесе экраннан түсірілгенде таңба жоғалады, оны кез келген адам өшіре алады.
page-not-true = Бүтін таңба мәлімдемені кім жасағанын көрсетеді. Мәлімдеменің шындығын көрсетпейді.
page-not-known = Белгісіз қол қоюшының аты — сонда не жазылса, сол.
page-not-hints = Қол қойылмаған нышандар ештеңені дәлелдемейді. Оларды кез келген адам жаза, өзгерте немесе өшіре алады.
page-not-time = Мойындалған уақыт белгісі жоқ уақыт — қол қоюшының өз сөзі ғана.
page-not-revoked = Сертификаттың қайтарып алынғаны желі арқылы сұралмаған.
page-intact = Бүтін бе?
page-intact-yes = Бүтін
page-intact-no = Өзгертілген
page-not-examined = Тексерілмеген
page-signer = Қол қоюшы мойындалған ба?
page-signer-yes = Мойындалған
page-signer-no = Белгісіз
page-accepted-by = Мойындайтын
page-signed-by = Қол қойған
page-names-signer = Тексерусіз аталған
page-ai = ЖИ туралы не дейді?
page-not-reliable = Бұған сенім артпаңыз.
page-hints = { $count ->
    [one] { $count } қол қойылмаған нышан
   *[other] { $count } қол қойылмаған нышан
    }
page-details = Толығырақ
page-unchecked = Файлдың мұнда айтқанын ештеңе растамайды. Бұған сенім артпаңыз.
page-signature = Қолтаңба
page-subject = Иесі
page-issuer = Берген
page-serial = Сериялық нөмірі
page-validity = Сертификат мерзімі
page-fingerprint = Саусақ ізі (SHA-256)
page-anchor = Сенім түбірі
page-time-stamp = Уақыт белгісі
page-authority-yes = қызметі мойындалған
page-authority-no = қызметі белгісіз
page-actions = ЖИ қатысқан әрекеттер
page-label = Таңба не дейді
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
page-ingredients = Неден құралған
page-untitled = атаусыз
page-identities = Тұлғалар
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
page-hint-altered = ЖИ өзгерткен бе?
page-hint-suspected = ЖИ жасаған болуы мүмкін бе?
page-hint-involved = ЖИ қатысқан ба?
page-hint-not-ai = ЖИ емес пе?
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
page-cut = { $count ->
    [one] (қысқартылды: барлығы { $count } таңба)
   *[other] (қысқартылды: барлығы { $count } таңба)
    }
page-more = { $count ->
    [one] және тағы { $count }; JSON есебінде бар
   *[other] және тағы { $count }; JSON есебінде бар
    }
