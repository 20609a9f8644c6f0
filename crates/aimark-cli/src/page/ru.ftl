# Отчёт в HTML. Предложения кончаются точкой, названия — нет.
page-heading = Отчёт о метках ИИ
page-skip = Перейти к файлам
page-time = Проверено
page-tool = Программа
page-lists = Подписавших признаёт
page-no-lists = ни один список: никто не мог быть признан
page-list-content = для подписей содержания
page-list-time = для меток времени
page-list-own = выбрано пользователем
page-files = { $count ->
    [one] Проверен { $count } файл
    [few] Проверено { $count } файла
    [many] Проверено { $count } файлов
   *[other] Проверено { $count } файла
    }
page-help = Отметьте, что показать. Где ничего не отмечено, показано всё.
page-reset = Показать всё
page-list = Файлы
page-shown = Показано файлов:
page-by-answer = Ответ
page-by-ai = Что сказано об ИИ
page-by-hints = Неподписанные признаки
page-trusted = Подтверждён
page-trusted-means = Цел, подписавший признан.
page-valid = Цел, подписавший неизвестен
page-valid-means = Цел, но подписавшего не признаёт ничто из названного выше.
page-invalid = Недействителен
page-invalid-means = Файл или метка изменены, либо метка нарушает правило.
page-foreign = Не оценён
page-foreign-means = В нём удостоверение такого вида, который не оценивался.
page-unmarked = Без метки
page-unmarked-means = О содержании это ничего не говорит.
page-failed = Не проверен
page-failed-means = Его не удалось прочесть, или вид его неизвестен.
page-full = Создано ИИ
page-full-means = Всё содержание.
page-partial = ИИ отчасти
page-partial-means = Изменено ИИ или содержит части, созданные ИИ.
page-none = Не сказано
page-none-means = Удостоверение есть, ИИ в нём не упомянут.
page-nothing = Нет сведений
page-nothing-means = Удостоверения нет, или оно не оценивалось.
page-hinted = С признаками
page-hinted-means = Признаки ИИ, никем не подписанные. Они ничего не доказывают.
page-caveats = Чего эти ответы не доказывают
page-not-human = Файл без метки не обязательно создан человеком. Метки теряются, когда файл сохраняют заново, выкладывают или снимают с экрана, и удалить их может каждый.
page-not-true = Целая метка показывает, кто сделал утверждение. Она не показывает, что оно верно.
page-not-known = Имя неизвестного подписавшего — лишь то, что там написали.
page-not-hints = Неподписанные признаки ничего не доказывают. Каждый может их вписать, изменить или удалить.
page-not-time = Время без признанной метки времени известно только со слов подписавшего.
page-not-revoked = Отозван ли сертификат, по сети не спрашивалось.
page-intact = Цел?
page-intact-yes = Цел
page-intact-no = Изменён
page-not-examined = Не проверено
page-signer = Подписавший признан?
page-signer-yes = Признан
page-signer-no = Неизвестен
page-accepted-by = Признаёт
page-signed-by = Подписал
page-names-signer = Назван, без проверки
page-ai = Что об ИИ?
page-not-reliable = Не полагайтесь на это.
page-hints = { $count ->
    [one] { $count } неподписанный признак
    [few] { $count } неподписанных признака
    [many] { $count } неподписанных признаков
   *[other] { $count } неподписанного признака
    }
page-details = Подробности
page-unchecked = За тем, что файл здесь утверждает, ничто не стоит. Не полагайтесь на это.
page-signature = Подпись
page-subject = Владелец
page-issuer = Издатель
page-serial = Серийный номер
page-validity = Срок сертификата
page-fingerprint = Отпечаток (SHA-256)
page-anchor = Корень доверия
page-time-stamp = Метка времени
page-authority-yes = служба признана
page-authority-no = служба неизвестна
page-actions = Действия с участием ИИ
page-label = Что утверждает метка
page-origin = Происхождение
page-field-created-at = Создано (со слов, не доказано)
page-field-system = Система ИИ
page-field-system-version = Версия системы
page-field-provider = Поставщик
page-field-provider-code = Код поставщика
page-field-content-id = Номер содержания
page-field-service-id = Служба
page-field-detector-url = Можно проверить на
page-field-notice = Предупреждение
page-field-notice-lang = Язык предупреждения
page-field-reviewed-by = Просмотрел
page-field-responsible = Ответственный редактор
page-ingredients = Из чего составлено
page-untitled = без названия
page-identities = Личности
page-unjudged = Что удалось прочесть, без проверки
page-reason = Не оценён из-за
page-manifests = Манифестов
page-assertions = Утверждения
page-mentions = Упоминает
page-findings = Что найдено
page-failure = Нарушение
page-informational = Замечание
page-success = Пройдено
page-unsigned = Неподписанные признаки: они ничего не доказывают
page-hint-generated = Создано ИИ?
page-hint-altered = Изменено ИИ?
page-hint-suspected = Возможно, создано ИИ?
page-hint-involved = С участием ИИ?
page-hint-not-ai = Не ИИ?
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
page-cut = { $count ->
    [one] (сокращено: всего { $count } знак)
    [few] (сокращено: всего { $count } знака)
    [many] (сокращено: всего { $count } знаков)
   *[other] (сокращено: всего { $count } знака)
    }
page-more = { $count ->
    [one] и ещё { $count }; он есть в отчёте JSON
    [few] и ещё { $count }; они есть в отчёте JSON
    [many] и ещё { $count }; они есть в отчёте JSON
   *[other] и ещё { $count }; они есть в отчёте JSON
    }
