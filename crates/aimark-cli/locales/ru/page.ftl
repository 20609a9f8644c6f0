# Отчёт в HTML. Предложения кончаются точкой, названия — нет.
page-heading = Отчёт о метках ИИ
page-skip = Перейти к файлам
page-time = Проверено
page-tool = Программа
page-lists = Подписавших принимают по
page-no-lists = ни по чему: никто не мог быть принят
page-list-content = для подписей содержимого
page-list-time = для штампов времени
page-list-own = выбраны пользователем
page-files =
    { $count ->
        [one] Проверен { $number } файл
        [few] Проверено { $number } файла
       *[many] Проверено { $number } файлов
    }
page-help = Отметьте, что показать. Где ничего не отмечено, показано всё.
page-reset = Показать всё
page-list = Файлы
page-shown = Показано файлов:
page-by-answer = Ответ
page-by-ai = Что сказано об ИИ
page-by-hints = Неподписанные признаки
page-trusted = Доверенная метка
page-trusted-means = Не изменён, подписавший принят.
page-valid = Действительная метка, подписавший неизвестен
page-valid-means = Не изменён, но по названному выше подписавший не принят.
page-invalid = Недействительная метка
page-invalid-means = Файл или метка изменены, либо метка нарушает правило.
page-foreign = Чужая метка, не оценивается
page-foreign-means = В нём метка Content Credentials такого вида, который не оценивался.
page-unmarked = Без метки
page-unmarked-means = О содержимом это ничего не говорит.
page-failed = Не проверен
page-failed-means = Его не удалось прочесть, или вид его неизвестен.
page-full = Создано ИИ
page-full-means = Всё содержимое.
page-partial = ИИ отчасти
page-partial-means = Изменено с помощью ИИ или содержит части, созданные ИИ.
page-none = Не сказано
page-none-means = Метка есть, ИИ в ней не упомянут.
page-nothing = Нет сведений
page-nothing-means = Метки нет, или она не оценивалась.
page-hinted = С признаками
page-hinted-means = Признаки ИИ, никем не подписанные. Они ничего не доказывают.
page-caveats = Чего эти ответы не доказывают
page-not-human = Файл без метки не обязательно создан человеком. Метки теряются, когда файл сохраняют заново, выкладывают или снимают с экрана, и удалить их может каждый.
page-not-true = Неизменённая метка показывает, кто сделал утверждение. Она не показывает, что оно верно.
page-not-known = Имя неизвестного подписавшего — лишь то, что там написали.
page-not-hints = Неподписанные признаки ничего не доказывают. Каждый может их вписать, изменить или удалить.
page-not-time = Время без принятого штампа времени известно только со слов подписавшего.
page-not-revoked = Отозван ли сертификат, по сети не спрашивалось.
page-intact = Не изменено?
page-intact-yes = Не изменено
page-intact-no = Изменено
page-not-examined = Не проверено
page-signer = Подписавший принят?
page-signer-yes = Принят
page-signer-no = Неизвестен
page-accepted-by = Принят благодаря
page-signed-by = Подписавший
page-names-signer = Называет подписавшего, без проверки
page-ai = Что об ИИ?
page-not-reliable = Не полагайтесь на это.
page-hints =
    { $count ->
        [one] { $number } неподписанный признак
        [few] { $number } неподписанных признака
       *[many] { $number } неподписанных признаков
    }
page-details = Подробности
page-unchecked = За тем, что файл здесь утверждает, ничто не стоит. Не полагайтесь на это.
page-signature = Подпись
page-subject = Владелец
page-issuer = Издатель
page-serial = Серийный номер
page-validity = Срок сертификата
page-fingerprint = Отпечаток (SHA-256)
page-anchor = Доверенный сертификат
page-time-stamp = Штамп времени
page-authority-yes = служба принята
page-authority-no = служба неизвестна
page-actions = Действия с участием ИИ
page-label = Что утверждает метка
page-origin = Происхождение
page-field-created-at = Создано (со слов, не доказано)
page-field-system = Система ИИ
page-field-system-version = Версия системы
page-field-provider = Поставщик
page-field-provider-code = Код поставщика
page-field-content-id = Номер содержимого
page-field-service-id = Служба
page-field-detector-url = Можно проверить на
page-field-notice = Предупреждение
page-field-notice-lang = Язык предупреждения
page-field-reviewed-by = Просмотрел
page-field-responsible = Ответственный редактор
page-field-owner = Собственник или владелец системы
page-field-risk-class = Степень риска системы
page-field-autonomy = Степень автономности системы
page-field-depicts = Имитирует
page-field-notice-shown = Где показано предупреждение
page-field-notice-box = Место предупреждения на изображении
page-field-notice-contrast = Контраст предупреждения
page-field-mining = Анализ данных и обучение моделей
page-ingredients = Из чего составлено
page-untitled = без названия
page-identities = Участники
page-unjudged = Что удалось прочесть, без проверки
page-reason = Не оценивается из-за
page-manifests = Манифестов
page-assertions = Утверждения
page-mentions = Упоминает
page-findings = Что найдено
page-failure = Нарушение
page-informational = Замечание
page-success = Пройдено
page-unsigned = Неподписанные признаки: они ничего не доказывают
page-hint-generated = Создано ИИ?
page-hint-altered = Изменено с помощью ИИ?
page-hint-suspected = Возможно, создано ИИ?
page-hint-involved = С участием ИИ?
page-hint-not-ai = Создано не ИИ?
page-hint-open = Не сказано
page-file = Файл
page-path = Путь
page-path-bytes = Путь в байтах
page-fault = Причина
page-type = Тип
page-sha = SHA-256
page-generator = Записано программой
page-manifest = Манифест
page-credential-title = Название
page-remote = Хранится в другом месте, не загружалось
page-cut =
    { $count ->
        [one] (сокращено: всего { $number } знак)
        [few] (сокращено: всего { $number } знака)
       *[many] (сокращено: всего { $number } знаков)
    }
page-more =
    { $count ->
        [one] и ещё { $number }; он есть в отчёте JSON
        [few] и ещё { $number }; они есть в отчёте JSON
       *[many] и ещё { $number }; они есть в отчёте JSON
    }
page-watermark = Водяной знак в пикселях: он ничего не доказывает
page-field-soft-bindings = Приводит обратно к метке
