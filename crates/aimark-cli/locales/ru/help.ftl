# Справка. По-английски она записана в определениях параметров; ключи составлены из названий команд и параметров.

help = Ставит на изображения и тексты, созданные ИИ, подписанную метку и проверяет её
help-usage = Использование:
help-variable = [переменная: { $value }]
help-default = [по умолчанию: { $value }]
help-values = [возможные значения: { $value }]
help-examples = Примеры:
help--help = Показать справку: -h кратко, --help полностью
help--version = Показать версию
help--color = Когда использовать цвет
help--lang = Язык сообщений [по умолчанию: по AIMARK_LANG, иначе по локали]

## Заголовки
help-heading-commands = Команды
help-heading-arguments = Аргументы
help-heading-options = Параметры
help-heading-where-to = Куда записать
help-heading-who-signs = Кто подписывает
help-heading-what-the-label-states = Что утверждает метка
help-heading-texts = Тексты
help-heading-how-it-runs = Как выполняется
help-heading-which-files = Какие файлы
help-heading-the-report = Отчёт
help-heading-how-it-judges = Как оценивается

## Коды завершения
help-exits = Коды завершения (для нескольких файлов — худший в порядке 2, 1, 4, 3, 0):
help-exit-trusted = verify: каждая метка действительна, и подписавшему вы доверяете; другие команды: выполнено
help-exit-invalid = метка есть, но она или содержимое изменены либо она нарушает правило
help-exit-error = не выполнено или не проверено; также метка другого вида, которая здесь не оценивается
help-exit-unmarked = метка не найдена, что ничего не говорит о содержимом
help-exit-untrusted = метка действительна, но подписавший вам неизвестен
help-inspect-exits = Коды завершения: 0 — метка прочитана, 3 — её нет, 2 — прочитать её не удалось.
help-doctor-exits = Коды завершения: 0 — всё в порядке, 1 — что-то не в порядке, 2 — проверить не удалось.

## Для нескольких команд
help--json = Вывести JSON: для каждого файла объект в одной строке
help--type = Что это за содержимое. Иначе изображение узнаётся по содержимому, текст — по имени
help--jobs = Сколько файлов одновременно [по умолчанию: по числу процессоров]
help--quiet = Меньше сообщений: `sign` говорит только об ошибках, `verify` — ничего
help--passphrase-env = Переменная окружения с паролем зашифрованного ключа; иначе он спрашивается на терминале

## sign
help-sign = Поставить на изображения и тексты метку «создано ИИ» или «изменено с помощью ИИ»
help-sign-more = Каждый файл получает подписанную метку, а в остальном остаётся прежним. Без явного указания ничего не перезаписывается; файл, в котором уже есть метка Content Credentials, не принимается.
help-sign-arg-paths = Изображения и тексты; `-` читает стандартный ввод и пишет в стандартный вывод
help-sign--output = Файл для записи; для нескольких файлов — папка (создаётся, если её нет)
help-sign--in-place = Заменить каждый файл файлом с меткой
help-sign--backup = С --in-place: сохранить исходный файл под именем NAME.orig
help-sign--overwrite = Заменять существующие выходные файлы
help-sign--dry-run = Сделать всё, кроме записи, и сказать, что было бы сделано
help-sign--cert = Цепочка сертификатов для подписи (PEM, первым — сертификат подписавшего) вместо удостоверения
help-sign--key = Закрытый ключ к --cert (PKCS#8 PEM)
help-sign--key-env = Переменная окружения с закрытым ключом к --cert (PKCS#8 PEM)
help-sign--identity = Каким удостоверением подписать; `default` создаётся при первом использовании
help-sign--origin = Как возникло содержимое [по умолчанию: generated]
help-sign--system = Система ИИ
help-sign--system-version = Версия системы
help-sign--provider = Кто предоставляет систему
help-sign--provider-code = Регистрационный код поставщика из 27 знаков
help-sign--service-id = Сервис или вычислительный ресурс, который создал содержимое
help-sign--detector-url = Где любой может проверить содержимое
help-sign--notice = Предупреждение, которое показывают людям вместе с содержимым
help-sign--notice-lang = Язык предупреждения, например kk
help-sign--content-id = Уникальный номер содержимого у поставщика
help-sign--reviewed-by = Кто проверил содержимое перед публикацией
help-sign--responsible = Кто несёт редакционную ответственность
help-sign--time = Когда содержимое создано, если не сейчас
help-sign--normalize = Привести текст к нормальной форме Юникода C, если этого требует метка; выглядит он так же
help-sign--padded = Дополнять метки простого текста, CSV и TSV до постоянной длины, как в C2PA 2.5; программы для 2.4 большинство таких меток не принимают

## verify
help-verify = Проверить метки
help-verify-more = Говорит о каждом файле, действительна ли метка и доверяете ли вы подписавшему. Это два разных вопроса. Отсутствие метки ничего не говорит о содержимом.
help-verify-arg-paths = Файлы для проверки; `-` читает стандартный ввод. Папки — с --recursive
help-verify--recursive = Просматривать папки
help-verify--follow-links = С --recursive: переходить и по ссылкам
help-verify--files-from = Проверить файлы, названные в этом файле, по одному в строке; `-` — стандартный ввод
help-verify--null = Имена в списке кончаются символом NUL, а не переводом строки
help-verify--resume = Сохранять здесь найденное и продолжать с места, где прежний запуск с этим файлом остановился
help-verify--format = Вид отчёта
help-verify--output = Файл для отчёта вместо стандартного вывода
help-verify--overwrite = Заменить этот файл, если он уже есть
help-verify--details = Текстом: всё, что найдено в каждом файле, и тогда, когда файлов много
help-verify--thumbnails = В HTML: столько первых файлов получают уменьшенное изображение, если это изображения
help-verify--trust = Принять в этот раз и эти сертификаты; можно повторять
help-verify--no-default-trust = Принимать только то, что названо в --trust
help-verify--at = Оценивать на этот момент времени, а не на текущий
help-verify--online = Загружать то, что метки другого вида хранят в другом месте: манифесты и ответы об отзыве. Иначе ничего не загружается
help-verify--fail-on = Какие ответы влияют на код завершения; остальные дают 0 [по умолчанию: все]

## inspect
help-inspect = Показать, что говорит метка, не проверяя её
help-inspect-arg-path = Изображение или текст; `-` читает стандартный ввод
help-inspect--json = Вывести JSON

## doctor
help-doctor = Объяснить, почему что-то не принимается и что с этим делать
help-doctor-more = Смотрит удостоверение, сертификаты либо изображение или текст с меткой и о каждой проверке говорит, пройдена ли она. Ничего не изменяется.
help-doctor-arg-subject = Имя удостоверения или файл: сертификаты в PEM, изображение, текст
help-doctor--at = Оценивать на этот момент времени, а не на текущий
help-doctor--json = Вывести JSON

## identity
help-identity = Создать и посмотреть удостоверения для подписи
help-identity-new = Создать удостоверение: ключ, сертификат к нему и корневой сертификат, который другие добавляют к доверенным
help-identity-new-arg-name = Как его здесь называть: буквы, цифры, точка, подчёркивание, дефис
help-identity-new--country = Страна в сертификате, две заглавные буквы
help-identity-new--organization = Организация в сертификате
help-identity-new--name = Имя подписавшего, которое показывают метки [по умолчанию: как его здесь называют]
help-identity-new--days = На сколько дней оно действительно
help-identity-new--passphrase = Зашифровать ключ паролем, который спрашивается на терминале
help-identity-new--passphrase-env = Зашифровать ключ паролем из этой переменной окружения
help-identity-show = Описать удостоверение
help-identity-show-arg-name = Какое удостоверение
help-identity-show--json = Вывести JSON
help-identity-csr = Вывести запрос на сертификат для удостоверяющего центра (PKCS#10 PEM)
help-identity-csr-arg-name = Какое удостоверение
help-identity-csr--country = Другая страна, чем в его сертификате
help-identity-csr--organization = Другая организация, чем в его сертификате
help-identity-csr--name = Другое имя подписавшего, чем в его сертификате
help-identity-list = Перечислить все удостоверения
help-identity-list--json = Вывести JSON: для каждого удостоверения объект в одной строке

## trust
help-trust = Доверенные сертификаты, которые принимает `verify`
help-trust-list = Перечислить всё, чему доверяет `verify`: корневые сертификаты ваших удостоверений, добавленные вами и списки доверия
help-trust-list--json = Вывести JSON: для каждого сертификата и списка объект в одной строке
help-trust-add = Отныне принимать сертификаты из файла
help-trust-add-arg-pem = Файл
help-trust-remove = Больше не принимать добавленный сертификат
help-trust-remove-arg-fingerprint = Его отпечаток или достаточная часть начала
help-trust-update = Заменить список доверия, поставляемый с aimark, более новым
help-trust-update-more = Файл — это список, каким его публикует C2PA: сертификаты в PEM. Прежний список сохраняется рядом. Из вашего списка и поставляемого действует более новый.
help-trust-update-arg-pem = Файл
help-trust-update--purpose = Для чего список, если по его сертификатам этого не видно; с --reset: какой список [по умолчанию: оба]
help-trust-update--date = Когда он опубликован или взят [по умолчанию: сегодня]
help-trust-update--reset = Вернуться к списку, поставляемому с aimark
help-trust-show = Описать доверенный сертификат или список доверия
help-trust-show-arg-fingerprint = Его отпечаток или достаточная часть начала; либо название списка
help-trust-show--json = Вывести JSON

## completions, man
help-completions = Вывести сценарий автодополнения для оболочки
help-completions-arg-shell = Для какой оболочки
help-man = Вывести страницу руководства
help-man-arg-verb = Для какой команды; если не указана — для программы целиком

## Неверные аргументы
help-wrong-value = недопустимое значение '{ $value }' для '{ $argument }'
help-wrong-value-because = недопустимое значение '{ $value }' для '{ $argument }' ({ $detail })
help-wrong-no-value = для '{ $argument }' нужно значение, но оно не указано
help-wrong-argument = неизвестный аргумент '{ $argument }'
help-wrong-verb = неизвестная команда '{ $verb }'
help-wrong-no-verb = не указана команда
help-wrong-missing = не указаны обязательные аргументы:
help-wrong-twice = аргумент '{ $argument }' нельзя указать несколько раз
help-wrong-together = аргумент '{ $argument }' нельзя указать вместе с:
help-wrong-not-text = аргумент — не текст в UTF-8
help-wrong-other = неверные аргументы ({ $detail })
help-wrong-similar = есть похожее: { $value }
help-wrong-more = Подробнее: '--help'.

## Страница руководства
help-man-manual = руководство aimark
help-man-name = ИМЯ
help-man-synopsis = ИСПОЛЬЗОВАНИЕ
help-man-description = ОПИСАНИЕ
help-man-exit-status = КОДЫ ЗАВЕРШЕНИЯ
help-man-environment = ПЕРЕМЕННЫЕ ОКРУЖЕНИЯ
help-man-files = ФАЙЛЫ
help-man-worst = Для нескольких файлов решает худший код, в порядке 2, 1, 4, 3, 0.
help-man-same = то же, что параметр aimark sign:
help-man-variable-aimark-home = папка данных вместо собственной папки пользователя
help-man-variable-aimark-lang = язык сообщений: en, ru или kk; иначе решает LC_ALL, LC_MESSAGES или LANG
help-man-variable-no-color = без цвета, если --color не говорит иного
help-man-variable-term = без цвета, если значение — dumb
help-man-file-key = закрытый ключ удостоверения, доступный для чтения только владельцу
help-man-file-certificate = его сертификат, который входит в метки
help-man-file-root = его корневой сертификат, который другие добавляют к доверенным
help-man-file-fingerprint = доверенный сертификат, добавленный командой aimark trust add
help-man-file-purpose = список доверия, взятый командой aimark trust update вместо поставляемого
help-man-project = настройки sign для файлов папки:
help-man-user = настройки sign для всего, что подписывает этот пользователь
help-man-places = AIMARK_HOME называет другую папку данных вместо ~/.local/share/aimark. Параметр важнее переменной окружения, она важнее aimark.toml в текущей папке, а он важнее файла пользователя. XDG_DATA_HOME и XDG_CONFIG_HOME переносят папки, лежащие в домашней папке; в Windows они находятся в %APPDATA%.
