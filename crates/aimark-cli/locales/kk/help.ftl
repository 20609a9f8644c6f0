# Анықтама. Ағылшынша мәтіні параметрлердің анықтамаларында; кілттер командалар мен параметрлердің аттарынан құралған.

help = ЖИ жасаған суреттер мен мәтіндерге қол қойылған белгі қояды және оны тексереді
help-usage = Қолданылуы:
help-variable = [айнымалы: { $value }]
help-default = [әдепкісі: { $value }]
help-values = [мүмкін мәндер: { $value }]
help-examples = Мысалдар:
help--help = Анықтаманы көрсету: -h қысқаша, --help толық
help--version = Нұсқасын көрсету
help--color = Түсті қашан қолдану
help--lang = Хабарлар тілі [әдепкісі: AIMARK_LANG бойынша, әйтпесе локаль бойынша]

## Тақырыптар
help-heading-commands = Командалар
help-heading-arguments = Аргументтер
help-heading-options = Параметрлер
help-heading-where-to = Қайда жазылады
help-heading-who-signs = Кім қол қояды
help-heading-what-the-label-states = Белгі нені мәлімдейді
help-heading-texts = Мәтіндер
help-heading-how-it-runs = Қалай орындалады
help-heading-which-files = Қай файлдар
help-heading-the-report = Есеп
help-heading-how-it-judges = Қалай бағаланады

## Аяқталу кодтары
help-exits = Аяқталу кодтары (бірнеше файл үшін — ең нашары, реті 2, 1, 4, 3, 0):
help-exit-trusted = verify: әр белгі жарамды және қол қоюшыға сенесіз; басқа командалар: орындалды
help-exit-invalid = белгі бар, бірақ белгі немесе мазмұн өзгертілген не белгі ережені бұзады
help-exit-error = орындалмады немесе тексерілмеді; сондай-ақ мұнда бағаланбайтын басқа түрдегі белгі
help-exit-unmarked = белгі табылмады, бұл мазмұн туралы ештеңе айтпайды
help-exit-untrusted = белгі жарамды, бірақ қол қоюшы сізге белгісіз
help-inspect-exits = Аяқталу кодтары: 0 — белгі оқылды, 3 — белгі жоқ, 2 — оны оқу мүмкін болмады.
help-doctor-exits = Аяқталу кодтары: 0 — бәрі дұрыс, 1 — бірдеңе дұрыс емес, 2 — тексеру мүмкін болмады.

## Бірнеше командаға ортақ
help--json = JSON шығару: әр файлға бір жолда бір нысан
help--type = Мазмұнның түрі. Көрсетілмесе, сурет мазмұны бойынша, мәтін аты бойынша танылады
help--jobs = Бір мезетте неше файл [әдепкісі: процессорлар саны бойынша]
help--quiet = Аз сөйлеу: `sign` тек қателерді айтады, `verify` ештеңе айтпайды
help--passphrase-env = Шифрланған кілттің құпиясөзі бар орта айнымалысы; әйтпесе терминалдан сұралады

## sign
help-sign = Суреттер мен мәтіндерге «ЖИ жасаған» немесе «ЖИ көмегімен өзгертілген» деген белгі қою
help-sign-more = Әр файл қол қойылған белгі алады, қалғаны өзгермейді. Сұралмаса, ештеңе үстінен жазылмайды; Content Credentials белгісі бар файл қабылданбайды.
help-sign-arg-paths = Белгі қойылатын суреттер мен мәтіндер; `-` стандартты кірісті оқып, стандартты шығысқа жазады
help-sign--output = Жазылатын файл; бірнеше файл үшін — қалта (жоқ болса, құрылады)
help-sign--in-place = Әр файлды белгі қойылған түрімен ауыстыру
help-sign--backup = --in-place болғанда: түпнұсқаны NAME.orig атымен сақтау
help-sign--overwrite = Бұрыннан бар шығыс файлдарды ауыстыру
help-sign--dry-run = Жазудан басқасының бәрін істеп, не істелер еді соны айту
help-sign--cert = Куәліктің орнына қол қоятын сертификаттар тізбегі (PEM, алдымен қол қоюшының сертификаты)
help-sign--key = --cert үшін жабық кілт (PKCS#8 PEM)
help-sign--key-env = --cert үшін жабық кілті бар орта айнымалысы (PKCS#8 PEM)
help-sign--identity = Қай куәлікпен қол қою; `default` алғаш қолданғанда жасалады
help-sign--origin = Мазмұн қалай пайда болды [әдепкісі: generated]
help-sign--system = ЖИ жүйесі
help-sign--system-version = Жүйе нұсқасы
help-sign--provider = Жүйені кім ұсынады
help-sign--provider-code = Ұсынушының 27 таңбалы тіркеу коды
help-sign--service-id = Мазмұнды жасаған сервис немесе есептеу ресурсы
help-sign--detector-url = Мазмұнды кез келген адам қайда тексере алады
help-sign--notice = Мазмұнмен бірге адамдарға көрсетілетін ескерту
help-sign--notice-lang = Ескерту тілі, мысалы kk
help-sign--content-id = Мазмұнның ұсынушыдағы бірегей нөмірі
help-sign--owner = Жүйенің меншік иесі немесе иегері: адамдарға ескертуге сол міндетті
help-sign--risk-class = Жүйенің қауіп-қатер дәрежесі (Қазақстан, 230-VIII заң, 17-бап)
help-sign--autonomy = Жүйенің автономдылық дәрежесі (сонда)
help-sign--mining = Мазмұннан дерек алуға және онымен модель оқытуға бола ма (CAWG)
help-sign--depicts = Мазмұн іс жүзінде болмаған нені имитациялайды
help-sign--reviewed-by = Жариялау алдында мазмұнды кім тексерді
help-sign--responsible = Редакциялық жауапкершілік кімде
help-sign--time = Мазмұн қазір жасалмаса, қашан жасалды
help-sign--normalize = Белгі талап етсе, мәтінді Юникодтың C қалыпты пішініне келтіру; көрінісі өзгермейді
help-sign--padded = Жай мәтін, CSV және TSV белгілерін C2PA 2.5 бойынша тұрақты ұзындыққа дейін толтыру; 2.4 бағдарламалары ондай белгілердің көбін қабылдамайды

## verify
help-verify = Белгілерді тексеру
help-verify-more = Әр файл туралы белгісі жарамды ма және қол қоюшыға сенесіз бе, соны айтады. Бұл — екі бөлек сұрақ. Белгінің жоқтығы мазмұн туралы ештеңе айтпайды.
help-verify-arg-paths = Тексерілетін файлдар; `-` стандартты кірісті оқиды. Қалталар — --recursive болғанда
help-verify--recursive = Қалталардың ішін қарау
help-verify--follow-links = --recursive болғанда: сілтемелер бойынша да өту
help-verify--files-from = Осы файлда аталған файлдарды тексеру, әр жолда біреуі; `-` — стандартты кіріс
help-verify--null = Тізімдегі аттар жол соңымен емес, NUL таңбасымен аяқталады
help-verify--resume = Табылғанды осында сақтау және осы файлмен бұрынғы іске қосу тоқтаған жерден жалғастыру
help-verify--format = Есептің түрі
help-verify--output = Стандартты шығыстың орнына есеп жазылатын файл
help-verify--overwrite = Ол файл бұрыннан бар болса, ауыстыру
help-verify--details = Мәтінде: файл көп болса да, әр файлда табылғанның бәрі
help-verify--thumbnails = HTML түрінде: алғашқы осынша файл, сурет болса, кішірейтілген сурет алады
help-verify--trust = Осы жолы мына сертификаттарды да қабылдау; қайталауға болады
help-verify--no-default-trust = --trust атағаннан басқаны қабылдамау
help-verify--at = Қазіргі емес, осы уақыт бойынша бағалау
help-verify--online = Басқа түрдегі белгілердің басқа жерде сақтағанын жүктеу: манифесттер мен қайтарып алу туралы жауаптар. Әйтпесе ештеңе жүктелмейді
help-verify--fail-on = Қай жауаптар аяқталу кодына әсер етеді; қалғандары 0 береді [әдепкісі: барлығы]

## inspect
help-inspect = Белгі не дейтінін тексермей көрсету
help-inspect-arg-path = Сурет немесе мәтін; `-` стандартты кірісті оқиды
help-inspect--json = JSON шығару

## doctor
help-doctor = Бірдеңе неге қабылданбайтынын және не істеу керегін түсіндіру
help-doctor-more = Куәлікті, сертификаттарды немесе белгісі бар сурет не мәтінді қарап, әр тексерудің өткен-өтпегенін айтады. Ештеңе өзгертілмейді.
help-doctor-arg-subject = Куәліктің аты немесе файл: PEM сертификаттары, сурет, мәтін
help-doctor--at = Қазіргі емес, осы уақыт бойынша бағалау
help-doctor--json = JSON шығару

## identity
help-identity = Қол қою куәліктерін жасау және көру
help-identity-new = Куәлік жасау: кілт, оның сертификаты және басқалар сенімділеріне қосатын түбірлік сертификат
help-identity-new-arg-name = Мұнда қалай аталады: әріптер, цифрлар, нүкте, асты сызық, дефис
help-identity-new--country = Сертификаттағы ел, екі бас әріп
help-identity-new--organization = Сертификаттағы ұйым
help-identity-new--name = Белгілер көрсететін қол қоюшының аты [әдепкісі: мұнда қалай аталса, солай]
help-identity-new--days = Неше күн жарамды
help-identity-new--passphrase = Кілтті терминалдан сұралатын құпиясөзбен шифрлау
help-identity-new--passphrase-env = Кілтті осы орта айнымалысындағы құпиясөзбен шифрлау
help-identity-show = Куәлікті сипаттау
help-identity-show-arg-name = Қай куәлік
help-identity-show--json = JSON шығару
help-identity-csr = Куәландырушы орталыққа сертификат сұрауын шығару (PKCS#10 PEM)
help-identity-csr-arg-name = Қай куәлік
help-identity-csr--country = Сертификатындағыдан басқа ел
help-identity-csr--organization = Сертификатындағыдан басқа ұйым
help-identity-csr--name = Сертификатындағыдан басқа қол қоюшы аты
help-identity-list = Барлық куәлікті тізу
help-identity-list--json = JSON шығару: әр куәлікке бір жолда бір нысан

## trust
help-trust = `verify` қабылдайтын сенімді сертификаттар
help-trust-list = `verify` сенетіннің бәрін тізу: куәліктеріңіздің түбірлік сертификаттары, өзіңіз қосқандар және сенім тізімдері
help-trust-list--json = JSON шығару: әр сертификат пен тізімге бір жолда бір нысан
help-trust-add = Енді файлдағы сертификаттарды қабылдау
help-trust-add-arg-pem = Файл
help-trust-remove = Қосылған сертификатты енді қабылдамау
help-trust-remove-arg-fingerprint = Оның саусақ ізі немесе басының жеткілікті бөлігі
help-trust-update = aimark бағдарламасымен бірге келген сенім тізімін жаңарағымен ауыстыру
help-trust-update-more = Файл — C2PA жариялаған тізімнің өзі: PEM сертификаттары. Бұрынғы тізім қасында сақталады. Сіздің тізіміңіз бен бағдарламамен бірге келген тізімнің жаңарағы қолданылады.
help-trust-update-arg-pem = Файл
help-trust-update--purpose = Сертификаттарынан көрінбесе, тізім не үшін; --reset болғанда: қай тізім [әдепкісі: екеуі де]
help-trust-update--date = Қашан жарияланған немесе алынған [әдепкісі: бүгін]
help-trust-update--reset = Бағдарламамен бірге келген тізімге оралу
help-trust-show = Сенімді сертификатты немесе сенім тізімін сипаттау
help-trust-show-arg-fingerprint = Оның саусақ ізі немесе басының жеткілікті бөлігі; не тізімнің аты
help-trust-show--json = JSON шығару

## completions, man
help-completions = Қабықшаға арналған автотолықтыру сценарийін шығару
help-completions-arg-shell = Қай қабықшаға
help-man = Нұсқаулық бетін шығару
help-man-arg-verb = Қай командаға; көрсетілмесе — бүкіл бағдарламаға

## Қате аргументтер
help-wrong-value = '{ $argument }' үшін '{ $value }' мәні жарамсыз
help-wrong-value-because = '{ $argument }' үшін '{ $value }' мәні жарамсыз ({ $detail })
help-wrong-no-value = '{ $argument }' үшін мән қажет, бірақ ол көрсетілмеген
help-wrong-argument = белгісіз аргумент: '{ $argument }'
help-wrong-verb = белгісіз команда: '{ $verb }'
help-wrong-no-verb = команда көрсетілмеген
help-wrong-missing = міндетті аргументтер көрсетілмеген:
help-wrong-twice = '{ $argument }' аргументін бірнеше рет көрсетуге болмайды
help-wrong-together = '{ $argument }' аргументін мыналармен бірге көрсетуге болмайды:
help-wrong-not-text = аргумент UTF-8 мәтіні емес
help-wrong-other = аргументтер қате ({ $detail })
help-wrong-similar = ұқсасы бар: { $value }
help-wrong-more = Толығырақ: '--help'.

## Нұсқаулық беті
help-man-manual = aimark нұсқаулығы
help-man-name = АТАУЫ
help-man-synopsis = ҚОЛДАНЫЛУЫ
help-man-description = СИПАТТАМАСЫ
help-man-exit-status = АЯҚТАЛУ КОДТАРЫ
help-man-environment = ОРТА АЙНЫМАЛЫЛАРЫ
help-man-files = ФАЙЛДАР
help-man-worst = Бірнеше файл үшін ең нашар код шешеді, реті 2, 1, 4, 3, 0.
help-man-same = aimark sign параметрімен бірдей:
help-man-variable-aimark-home = пайдаланушының өз қалтасының орнына дерек қалтасы
help-man-variable-aimark-lang = хабарлар тілі: en, ru немесе kk; әйтпесе LC_ALL, LC_MESSAGES немесе LANG шешеді
help-man-variable-aimark-profile = sign және verify үшін заң профильдері, --profile көрсеткендей
help-man-variable-no-color = --color басқаша айтпаса, түссіз
help-man-variable-term = мәні dumb болса, түссіз
help-man-file-key = қол қою куәлігінің жабық кілті, оны тек иесі оқи алады
help-man-file-certificate = оның белгілерге енетін сертификаты
help-man-file-root = оның басқалар сенімділеріне қосатын түбірлік сертификаты
help-man-file-fingerprint = aimark trust add қосқан сенімді сертификат
help-man-file-purpose = бағдарламамен бірге келгеннің орнына aimark trust update алған сенім тізімі
help-man-project = қалтадағы файлдарға арналған sign баптаулары:
help-man-user = осы пайдаланушы қол қоятынның бәріне арналған sign баптаулары
help-man-places = AIMARK_HOME дерек қалтасы ретінде ~/.local/share/aimark орнына басқасын көрсетеді. Параметр орта айнымалысынан, ол ағымдағы қалтадағы aimark.toml файлынан, ал ол пайдаланушының өз файлынан басым. XDG_DATA_HOME мен XDG_CONFIG_HOME үй қалтасындағы қалталардың орнын ауыстырады; Windows жүйесінде олар %APPDATA% ішінде.

## Заңдар
help-heading-what-laws-ask-for = Заңдар не талап етеді
help-sign--profile = Осы заңдар талап еткенді орындау: ескертуді суретке салу немесе мәтінге жазу, белгілерді жазу, өрістерді тексеру. Профиль аттары немесе өз файлдарыңыз
help-sign--notice-place = Ескерту суреттің қай жерінде тұрады [әдепкі: заң айтқандай, әйтпесе bottom-right]
help-sign--notice-only-label = Ескертуді салмау және жазбау: ол басқа жерде көрсетіледі, белгі соны ғана хабарлайды
help-sign--aigc-key = Қытай белгісіне осы SM2 кілтімен қол қою (PKCS#8 PEM)
help-verify--profile = Осы заңдардың ережелері не табатынын да айту; аяқталу коды өзгермейді. Профиль аттары немесе өз файлдарыңыз
help-verify--strict = Профиль аталғанда: қатаңырақ бағасы бар ережелердің сол бағасын алу
help-verify--aigc-key = Профиль аталғанда: қытай белгісіндегі қолтаңба осы SM2 кілтінікі болуы керек (PEM)
help-profile = Заң профильдері, олардың ережелері мен дереккөздері
help-profile-list = aimark құрамындағы профильдерді тізу
help-profile-show = Профильді сипаттау: ол не талап етеді, ережелері мен дереккөздері
help-profile-show-arg-name = Профильдің аты немесе өз файлыңыз
help-profile-show--toml = Өз файлыңызды бастау үшін оның файлын басып шығару
help-profile-list--json = JSON басып шығару: әр профильге бір жолда бір объект
help-profile-show--json = JSON шығару
help-heading-what-stays-when-the-label-is-stripped = Белгі өшірілгенде не қалады
help-sign--durable = Сурет пиксельдеріне көрінбейтін су таңба да, белгіге мазмұнның саусақ іздерін де енгізу
help-sign--durable-key = Су таңбаны табатын адамға осы кілт керек, 64 он алтылық цифр [әдепкісі: бәрінде бар кілт]
help-sign--durable-issuer = Су таңбаны шығарушының нөмірі, 0-ден 65535-ке дейін [әдепкісі: қол қоюшының ұйымынан]
help-heading-watermarks = Су таңбалар
help-verify--watermark = Суреттерден су таңбаны іздеу-іздемеу және қанша іздеу [әдепкісі: fast, атымен аталған белгісіз суреттерде]
help-verify--watermark-key = Осы кілтпен жасалған су таңбаларды да іздеу, 64 он алтылық цифр; қайталауға болады
