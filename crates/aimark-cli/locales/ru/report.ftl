# Что стоит в результатах `verify` и `inspect`, текстом.

## Первая строка о файле
report-verdict-trusted = доверенная метка
report-verdict-valid = действительная метка, подписавший неизвестен
report-verdict-invalid = недействительная метка
report-verdict-foreign = чужая метка, не оценивается
report-verdict-unmarked = без метки
report-not-checked = { $name }: не проверено; проверяет `aimark verify`
report-not-checked-foreign = { $name }: метка Content Credentials другого вида; не проверена
report-nothing-found = метка не найдена; это ничего не говорит о содержимом

## Строки под ней
report-says = утверждает
report-says-unproven = утверждает, но полагаться на это нельзя
report-signed-by = подписавший
report-accepted-by = принят благодаря
report-accepted-by-value = { $name } ({ $fingerprint })
report-accepted-by-list = { $name } ({ $fingerprint }, { $list })
report-own-anchors = ваши доверенные сертификаты
report-time-stamp = штамп времени
report-names-as-signer = называет подписавшего
report-names-as-signer-unproven = называет подписавшего, но полагаться на это нельзя
report-names-as-signer-unchecked = называет подписавшего, не проверено
report-written-by = записана программой
report-written-by-unchecked = записана программой, не проверено
report-not-judged = не оценивается, потому что записана иначе ({ $reason })
report-mentions-unchecked = упоминает, не проверено
report-manifest = манифест
report-type = тип
report-finding = { $means } [{ $code }]
report-finding-detail = { $means } ({ $detail }) [{ $code }]
report-meaning-detail = { $means } ({ $detail })

## Метка другого вида
report-title = название
report-untitled = без названия
report-made-from = составлено из
report-ingredient = { $title } ({ $relation })
report-ingredient-state = { $title } ({ $relation }, { $state })
report-relation-parentOf = исходный файл
report-relation-componentOf = часть
report-relation-inputTo = входные данные
report-state-no-manifest = без метки
report-state-sound = метка цела
report-state-recorded-failures = отмечены нарушения
report-state-broken = метка нарушена
report-identity = участник
report-identity-value = { $name } ({ $kind }, { $held })
report-held-accepted = подтверждён, принят
report-held-unknown = подтверждён, вам неизвестен
report-held-not = не подтверждён
report-elsewhere = называет метку в другом месте, не загружалась

## Неподписанные признаки
report-hint-line = неподписанный признак, не доказательство: { $says } ({ $place }, { $key }: { $value })
report-hint-generated = создано ИИ
report-hint-altered = изменено с помощью ИИ
report-hint-suspected = возможно, создано ИИ
report-hint-involved = с участием ИИ
report-hint-not-ai = создано не ИИ
report-hint-open = об ИИ ничего не сказано
report-hint-remote = называет метку Content Credentials, которая хранится в другом месте
report-hint-embedded = в файле есть или была метка Content Credentials
report-mark-iptc-digital-source-type = источник цифрового содержимого по IPTC
report-mark-iptc-ai = свойство IPTC об ИИ
report-mark-aigc-label = неявная метка стандарта GB 45438
report-mark-generator-parameters = настройки генератора
report-mark-generator-signature = след генератора
report-mark-software-name = название генератора
report-mark-credit-line = строка об авторстве
report-mark-html-disclosure = указание в документе
report-mark-schema-org = источник цифрового содержимого по schema.org
report-mark-remote-credential = ссылка на метку Content Credentials в другом месте
report-mark-embedded-credential = след метки Content Credentials в файле

## Таблица
report-column-answer = ОТВЕТ
report-column-ai = ИИ
report-column-signer = ПОДПИСАВШИЙ
report-column-file = ФАЙЛ
report-short-trusted = доверенная
report-short-valid = действительная
report-short-invalid = недействительная
report-short-foreign = чужая
report-short-unmarked = без метки
report-short-not-examined = не проверено
report-cell-made = создано
report-cell-altered = изменено
report-cell-silent = не сказано
report-cell-hint = признак

## Сертификат
report-subject = владелец
report-issuer = издатель
report-valid = срок действия
report-valid-between = с { $from } по { $to }
report-fingerprint = отпечаток SHA-256

## Поля метки
report-made-at = создано
report-made-at-value = { $time } (заявлено, не доказано)
report-field-system = система
report-field-system-version = версия системы
report-field-provider = поставщик системы
report-field-provider-code = код поставщика
report-field-content-id = номер содержимого
report-field-service-id = сервис
report-field-detector-url = где проверить
report-field-notice = предупреждение
report-field-notice-lang = язык предупреждения
report-field-reviewed-by = проверил человек
report-field-responsible = ответственный за публикацию
report-field-owner = собственник или владелец системы
report-field-risk-class = степень риска системы
report-field-autonomy = степень автономности системы
report-field-depicts = имитирует
report-field-notice-shown = где показано предупреждение
report-field-notice-box = место предупреждения
report-field-notice-contrast = контраст предупреждения
report-field-mining = анализ данных и обучение
report-field-soft-bindings = приводит обратно к метке

## Сколько файлов с каким ответом
report-counted =
    { $files ->
        [one] { $files } файл: { $parts }
        [few] { $files } файла: { $parts }
       *[many] { $files } файлов: { $parts }
    }
report-count-trusted = с доверенной меткой: { $count }
report-count-valid = с действительной меткой неизвестного подписавшего: { $count }
report-count-invalid = с недействительной меткой: { $count }
report-count-foreign = с чужой меткой: { $count }
report-count-unmarked = без метки: { $count }
report-count-not-examined = не проверено: { $count }

## Из-за чего не проверено
report-failed = { $kind } ({ $detail })
report-kind-input = файл
report-kind-limit = предел
report-kind-unsupported = неподдерживаемый вид
report-kind-misuse = неверный запрос
report-kind-signer = удостоверение или сертификат
report-kind-internal = эта программа
report-kind-io = файловая система

## Законы
report-profile = { $name }: { $title } (по состоянию на { $date })
report-rule = { $id } { $outcome }: { $words }
report-rule-severe = { $id } { $outcome } ({ $severity }): { $words }
report-outcome-found = найдено
report-outcome-not-found = не найдено
report-outcome-damaged = повреждено
report-outcome-conflicting = противоречиво
report-outcome-cannot-tell = по файлу не установить
report-outcome-not-applicable = не применяется
report-severity-error = ошибка
report-severity-warning = предупреждение
report-severity-undecidable = не решить по файлу
report-watermark = водяной знак, не доказательство: { $says }; эмитент { $issuer }, идентификатор { $identifier } (z { $z })
report-watermark-stated = водяной знак, о котором сообщает метка: { $says }; эмитент { $issuer }, идентификатор { $identifier } (z { $z })
report-watermark-other = водяной знак, но не тот, о котором сообщает метка: { $says }; эмитент { $issuer }, идентификатор { $identifier } (z { $z })
report-watermark-unknown = говорит о происхождении то, чего эта версия не знает
report-no-watermark = водяной знак не найден
report-no-watermark-fast = водяной знак не найден; --watermark full ищет дольше
