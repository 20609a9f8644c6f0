# Что стоит в результатах `verify` и `inspect`, текстом и страницей.

## Первая строка о файле
report-verdict-trusted = доверенная метка
report-verdict-valid = действительная метка, подписавший неизвестен
report-verdict-invalid = недействительная метка
report-verdict-foreign = чужая метка, не оценивается
report-verdict-unmarked = без метки
report-verdict-not-examined = не проверено
report-first = { $name }: { $verdict }
report-first-says = { $name }: { $verdict } — { $label }
report-not-checked = { $name }: не проверено; проверяет `aimark verify`
report-not-checked-foreign = { $name }: метка Content Credentials другого вида; не проверена

## По предложению о каждом ответе
report-meaning-trusted = Метка действительна, содержимое — то самое, которое подписано, и подписавшему вы доверяете.
report-meaning-valid = Метка действительна, содержимое — то самое, которое подписано. Подписавший вам неизвестен.
report-meaning-invalid = Метка есть, но она или содержимое изменены либо она нарушает правило.
report-meaning-foreign = Есть метка Content Credentials другого вида. Здесь она не оценивалась.
report-meaning-unmarked = Метка не найдена. Это ничего не говорит о содержимом.
report-nothing-found = метка не найдена; это ничего не говорит о содержимом
report-no-label-says-nothing = Отсутствие метки ничего не говорит о содержимом.

## Два вопроса
report-question-intact = Не изменено?
report-question-accepted = Подписавший принят?
report-integrity-intact = да, метка и содержимое — те, что были подписаны
report-integrity-broken = нет, или это нельзя показать
report-integrity-not-examined = не проверено
report-trust-accepted = да
report-trust-unknown = нет, подписавший вам неизвестен
report-trust-not-examined = не проверено

## Заголовки и строки
report-title = Что говорят метки
report-made-by = Составлено программой { $program }, { $time }
report-judged-at = оценено на момент
report-file = файл
report-files = файлы
report-answer = ответ
report-says = утверждает
report-says-of-ai = что сказано об ИИ
report-says-unproven = утверждает, но полагаться на это нельзя
report-signer = подписавший
report-signed-by = подписавший
report-signed-at = время подписи
report-signed-at-unproven = { $time } (со слов подписавшего)
report-accepted-by = принят благодаря
report-accepted-by-value = { $name } ({ $fingerprint })
report-trust-list-of = список доверия
report-names-as-signer = называет подписавшего
report-names-as-signer-unproven = называет подписавшего, но полагаться на это нельзя
report-names-as-signer-unchecked = называет подписавшего, не проверено
report-written-by = записана программой
report-written-by-unchecked = записана программой, не проверено
report-not-judged-because = не оценивается из-за
report-mentions-unchecked = упоминает, не проверено
report-manifest = манифест
report-type = тип
report-size = размер
report-bytes =
    { $bytes ->
        [one] { $bytes } байт
        [few] { $bytes } байта
       *[many] { $bytes } байтов
    }
report-sha256 = SHA-256 файла
report-hint = подсказка
report-hints = подсказки
report-finding = результат проверки
report-findings = результаты проверки
report-code = код
report-place = место
report-details = подробности
report-reason = причина
report-summary = итог
report-filter = отбор
report-filter-all = все
report-filter-none = под отбор ничего не подходит
report-not-examined = не проверено
report-unknown = неизвестно
report-none = нет
report-finding-line = { $words } [{ $code }]
report-finding-line-explained = { $means } ({ $detail }) [{ $code }]
report-unknown-code = { $code }: { $words }
report-severity-success = пройдено
report-severity-informational = к сведению
report-severity-failure = не пройдено

## Сертификат
report-subject = владелец
report-issuer = издатель
report-serial = серийный номер
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
report-progress = файлов: { $done } из { $files }

## Из-за чего не проверено
report-kind-input = файл
report-kind-limit = предел
report-kind-unsupported = неподдерживаемый вид
report-kind-misuse = неверный запрос
report-kind-signer = удостоверение или сертификат
report-kind-internal = эта программа
report-kind-io = файловая система

## Чего ответы не доказывают
report-not-proven = Чего ответы не доказывают
report-not-proven-1 = Что утверждение верно. Метка показывает, кто его сделал; насколько оно весомо, зависит от того, кто это.
report-not-proven-2 = Что файл без метки создан человеком. Метки теряются при пересохранении, при загрузке на большинство платформ и при съёмке с экрана, и удалить метку может любой.
report-not-proven-3 = Когда была поставлена подпись. Время указано со слов подписавшего, если рядом не показан доверенный штамп времени.
report-not-proven-4 = Что сертификат не отозван. Сетевых запросов программа не делает, поэтому никого об этом не спрашивает.
report-not-proven-5 = Кто подписавший, если он не принят. Тогда имя — это то, что написал в сертификате его владелец.
report-not-proven-6 = Видят ли люди предупреждение. Метка предназначена для машин; что написано для людей на изображении или в тексте, не проверяется.
report-not-proven-7 = Что-либо о непроверенных файлах и о метках другого вида. Прочитанное в них не проверялось.
report-not-proven-8 = Что метка, перенесённая на другие слова или другое изображение, относится к ним: такая метка недействительна, хотя и называет подписавшего.
