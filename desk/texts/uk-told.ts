// What the server tells in codes and particulars, in Ukrainian: what was decided, what was refused, what could not be read.
import type { Particulars, RefusalCode, ToldRefusal } from '../../src/api/refusals.ts'
import type { ToldCorrection, ToldDecision } from '../../src/api/told-decision.ts'

const NUMBER = new Intl.NumberFormat('uk'), RULES = new Intl.PluralRules('uk')
const FORM: Readonly<Partial<Record<Intl.LDMLPluralRule, 0 | 1 | 2>>> = { one: 0, few: 1 }

/** The form of a noun that stands behind a number: one, two to four, five and more. */
export const formOf = (n: number): 0 | 1 | 2 => FORM[RULES.select(n)] ?? 2
/** A number with its noun. */
export const counted = (n: number, ...forms: readonly [one: string, few: string, many: string]): string => `${NUMBER.format(n)} ${forms[formOf(n)]}`

/** The words of the table that these need. */
export interface TableWords {
  kinds: Readonly<Record<string, readonly [label: string, at: string]>>
  measures: Readonly<Record<string, string>>
  thing(of: string, n: number | null): string
  bounds: Readonly<Record<string, string>>
  weapons: Readonly<Record<string, string>>
  stances: Readonly<Record<string, string>>
}

const ROLES = { reader: 'читач', analyst: 'аналітик', editor: 'редактор', admin: 'адміністратор' } as const
export const roleNames: Readonly<Record<string, string>> = ROLES
const SORTS = { claimant: 'того, хто каже,', outlet: 'видання' } as const
const short = (id: string): string => id.slice(0, 8)
const list = (all: readonly string[]): string => (all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} і ${all.at(-1)!}`)

/** "прийнято 3fa81c02" */
export function decidedIn(told: ToldDecision, words: TableWords): string {
  const on = told.on.map(short), incident = on[0] ?? '', claim = `твердження ${short(told.claim ?? '')}`
  switch (told.kind) {
    case 'accept': return `прийнято ${incident}`
    case 'publish': return `опубліковано ${incident}`
    case 'withdraw': return `відкликано з публікації ${incident}`
    case 'reopen': return `відкрито знову ${incident}`
    case 'note': return `нотатка до ${incident}: ${told.text}`
    case 'merge': return `обʼєднано ${list(on)}`
    case 'split': return `відокремлено ${counted(told.claims ?? 0, 'твердження', 'твердження', 'тверджень')} від ${incident}`
    case 'move': return `${claim} перенесено від ${incident} до ${on[1] ?? ''}`
    case 'reject_claim': return `відхилено ${claim}`
    case 'add_claim': return `додано ${claim}${incident === '' ? '' : ` до ${incident}`}: «${told.text}»`
    case 'correct': return `виправлено для ${incident}: ${correctionIn(told.correction!, words)}`
    case 'correct_claim': return `виправлено для ${claim}: ${correctionIn(told.correction!, words)}`
    case 'grade_source': return `оцінено ${SORTS[told.voice!.sort]} ${told.voice!.name}: ${told.grade}`
    case 'grade_information': return `оцінено ${claim}: ${told.grade}`
    case 'undo': return `скасовано рішення ${told.decision}`
  }
}

const FIELDS = { type: 'вид', by: 'хто', against: 'проти кого', place: 'місце', claimant: 'хто каже', stance: 'ставлення' } as const
const NONE = 'немає'

function correctionIn(correction: ToldCorrection, { kinds, measures, thing, bounds, weapons, stances }: TableWords): string {
  const counts = (of: string, measure: string, n: number | null): string => `${thing(of, n)} ${measures[measure] ?? measure}`
  switch (correction.field) {
    case 'figure': {
      const { measure, of, low, best, high } = correction.to, values = [...new Set([low, best, high].filter((value) => value !== null))]
      return `${values.map((value) => NUMBER.format(value)).join('–')} ${counts(of, measure, values.at(-1) ?? null)}`
    }
    case 'quantity': {
      const { number, to } = correction
      return to === null ? `число ${number} прибрано` : `число ${number}: ${bounds[to.bound] ?? ''}${NUMBER.format(to.value)} ${counts(to.of, to.measure, to.value)}`
    }
    case 'date': return `день: ${correction.to === null ? NONE : correction.to.from === correction.to.to ? correction.to.from : `${correction.to.from ?? '…'} – ${correction.to.to ?? '…'}`}`
    case 'weapons': return `зброя: ${correction.to.map((weapon) => weapons[weapon] ?? weapon).join(', ') || NONE}`
    default: {
      const { field, to } = correction
      return `${FIELDS[field]}: ${to === null ? NONE : field === 'type' ? kinds[to]?.[0] ?? to : field === 'stance' ? stances[to] ?? to : to}`
    }
  }
}

const size = (bytes: number): string => (bytes >= 1024 * 1024 ? `${NUMBER.format(Math.round(bytes / 1024 / 1024))} МіБ` : `${NUMBER.format(Math.round(bytes / 1024))} КіБ`)
const FOLDER = 'Запустіть стіл на теці, до якої можна писати: --data DIR.'
const TERMINAL = 'Більше скаже “dateline doctor”.'

/** Each refusal that the API can give; the code says which particulars there are. */
export const REFUSALS: { readonly [Code in RefusalCode]: (told: Particulars<Code>, decided: (told: ToldDecision) => string) => string } = {
  sign_in: () => 'Тут ніхто не ввійшов або вже вийшов. Увійдіть і повторіть.', not_yours: () => 'Це може лише власник облікового запису.', change_password: () => 'Спершу треба вибрати власний пароль, на сторінці вашого облікового запису.',
  wrong_host: () => 'Сервер не відповідає на це імʼя. Відкрийте його за адресою, яку він назвав під час запуску.', wrong_origin: () => 'Це запитала інша сторінка, тому відмовлено.', no_token: () => 'Це надійшло без знака відкритого столу, тому відмовлено. Завантажте сторінку знову й повторіть.',
  through_a_proxy: () => 'Це надійшло через посередника, якого стіл не знає, тому відмовлено. Назвіть його адресу в settings.json: "serve": {"public_url": "https://…"} і створіть облікові записи.', not_the_proxy: () => 'Стіл відповідає лише своєму посереднику. Відкрийте адресу посередника.',
  not_allowed: ({ needed, name, role, because }) => `${because === 'published' ? 'Це скасовує опубліковане або відкликання. ' : ''}Це може ${ROLES[needed]} і вищі ролі. Ви ввійшли як ${name}, роль: ${ROLES[role]}; змінити її може адміністратор.`,
  no_such_route: () => 'Такої адреси в сервера немає.', not_there: () => 'Тут цього немає.', not_json: () => 'Очікувався JSON, а надійшло щось інше.', not_files: () => 'Файли не надійшли цілими. Додайте їх знову.', no_files: () => 'Жодного файлу не надійшло. Виберіть файли або перетягніть їх на сторінку.',
  no_address: () => 'Це не адреса в мережі: вона має починатися з http:// або https://. Скопіюйте всю адресу сторінки.', no_door: () => 'Тут за адресами нічого не завантажують. Збережіть сторінку й додайте файл або скористайтеся “dateline add URL”.',
  not_understood: ({ where, fields }) => `${where === 'body' ? 'У надісланому' : 'В адресі'} щось не таке, як очікувалося${fields.length > 0 ? `: ${fields.join(', ')}` : ''}.`,
  too_large: ({ bytes }) => `Це більше, ніж можна взяти за раз (${size(bytes)}). Скористайтеся “dateline add”.`,
  read_only: ({ what }) => `${what === 'add' ? 'Додати' : 'Вирішити'} нічого не можна: до теки літопису не можна писати. ${FOLDER}`, too_many: ({ what }) => (what === 'waiting' ? 'Забагато ще чекає на читання. Зачекайте, доки щось прочитається, і додайте решту.' : 'Відкрито забагато столів. Закрийте один.'), fault: () => 'Це помилка Dateline. Більше сказано в терміналі, де він працює.',
  wrong: () => 'Немає облікового запису з таким імʼям і таким паролем. Перевірте обидва. Новий пароль може дати адміністратор.', wrong_password: () => 'Це не ваш пароль. Введіть той, із яким ви входите.', wrong_code: () => 'Цей код не підходить або його вже використано. Зачекайте на наступний і перевірте, чи правильний час на телефоні. Підійде й код відновлення.',
  busy: () => 'Зараз входить забагато людей. Спробуйте за кілька секунд.', no_accounts: () => 'Облікових записів немає, і входити не треба.', first_here: () => 'Перший обліковий запис створюють у командному рядку, з паролем, який ви виберете: dateline account add NAME --role admin',
  too_many_tries: ({ seconds }) => `Було забагато невдалих спроб. Спробуйте за ${counted(Math.ceil(seconds / 60), 'хвилину', 'хвилини', 'хвилин')}. Із пристрою, з якого ви вже входили, можна пробувати далі.`,
  weak_password: ({ because, least, most }) => ({ missing: 'Бракує нового пароля.', same: 'Це пароль, який у вас уже є.', short: `Пароль має щонайменше ${counted(least, 'знак', 'знаки', 'знаків')}; добре підходять чотири слова, не повʼязані між собою.`, long: `Пароль має щонайбільше ${counted(most, 'знак', 'знаки', 'знаків')}.`, repeats: 'У цьому паролі ті самі кілька знаків повторюються.', name: 'Цей пароль майже те саме, що імʼя облікового запису.' })[because],
  exists: ({ account }) => `Обліковий запис «${account}» уже є. Виберіть інше імʼя; облікових записів не видаляють, бо ними підписано рішення.`, no_such_account: ({ account }) => `Облікового запису «${account}» немає.`, no_such_session: ({ account }) => `Такого сеансу в ${account} немає.`,
  last_admin: ({ account }) => `Адміністратором є лише ${account}, і після цього столом не міг би керувати ніхто. Спершу зробіть адміністратором когось іншого.`, first_admin: () => 'Перший обліковий запис має бути адміністратора, інакше столом не міг би керувати ніхто.',
  nothing_to_do: ({ because, decision, by, account }) => ({
    accepted: 'Подію вже прийнято.', published: 'Подію вже опубліковано.', not_published: 'Подію не опубліковано, тож відкликати нічого.', not_judged: 'Події ще ніхто не оцінював, тож вона відкрита.', undone: `Рішення ${decision} вже скасовано рішенням ${by}. Щоб повернути його, скасуйте рішення ${by}.`,
    claim_found: 'Таке твердження вже знайдено. Якщо в ньому щось хибне, виправте його або перенесіть.', codes_on: 'Одноразові коди вже потрібні для входу. Щоб мати інший ключ, спершу вимкніть їх.', account: `Для ${account} нічого не треба було змінювати.`,
  })[because],
  moved: ({ moved }, decided) => {
    const since = moved.flatMap((one) => one.since)
    return `Не ухвалено, бо це змінилося, відколи ви це бачили. ${since.length > 0 ? `Тим часом: ${since.map(({ by, told }) => `${by}: ${decided(told)}`).join('; ')}.` : 'Тим часом надійшли повідомлення, або їх прочитано знову.'} Погляньте, якою вона є тепер, і вирішуйте.`
  },
  moved_on: ({ incident, because }) => (because === 'gone' ? `Жодного твердження події ${short(incident)} більше не знайдено.` : `Події ${short(incident)} немає.`),
  not_its_claim: ({ claim, because, incident }) => (because === 'unknown' ? `Твердження ${short(claim)} немає.` : because === 'other' ? `У події немає твердження ${short(claim)}.` : `Твердження ${short(claim)} належить події ${short(incident ?? '')}, якої не названо.`),
  not_accepted: ({ because }) => `${because === 'changed' ? 'Подія змінилася, відколи її прийнято.' : 'Події ще ніхто не прийняв.'} Спершу прийміть її.`, own_decision: ({ by }) => `Подію прийняв той самий обліковий запис (${by}), а налаштування вимагають, щоб публікувала інша людина.`,
  no_such_decision: ({ decision }) => `Рішення ${decision} немає.`, one_incident: () => 'Ту саму подію названо двічі. Назвіть дві різні.', all_claims: () => 'Це всі твердження події, тож від неї нічого б не лишилося. Назвіть деякі з них.',
  no_such_number: ({ number, numbers }) => `Твердження називає ${counted(numbers, 'число', 'числа', 'чисел')}, тож числа ${number} немає.`,
  wrong_words: ({ because }) => ({ no_report: 'Такого повідомлення не збережено.', elsewhere: 'У повідомленні немає цих слів на цьому місці. Слова мають стояти в його тексті саме так.', outside_claim: 'Слова числа мають стояти в словах його твердження. Додайте твердження зі словами, що його називають, а це відхиліть.', absent: 'У повідомленні немає цих слів. Вони мають стояти там саме так.', several: 'Ці слова стоять у повідомленні кілька разів. Візьміть більше з речення.', no_words: 'Це не слова повідомлення. Виберіть речення або його частину.' })[because],
  no_words: () => 'На цьому місці повідомлення немає слова.',
  store_absent: () => `У теці ще нічого не збережено. ${FOLDER}`, store_not_a_store: () => `У теці лежить база іншої програми. ${FOLDER}`, store_too_new: () => 'Літопис записав новіший Dateline. Скористайтеся ним.', store_read_only: () => `До теки літопису не можна писати. ${FOLDER}`, store_no_permission: () => `Немає дозволу на теку літопису. ${TERMINAL}`,
  store_full: () => 'На диску немає місця. Звільніть його й повторіть.', store_busy: () => 'Інший процес пише до цього літопису. Зачекайте, доки він закінчить, і повторіть.', store_damaged: () => `Щось збережене вже не те, чим було. ${TERMINAL}`, store_ambiguous: () => 'Цьому початку відповідає кілька. Візьміть повний ідентифікатор.', store_settings: () => `Налаштувань у settings.json не можна використати. ${TERMINAL}`,
}

/** A refusal by its code; null where there is no such code. */
export function refusedIn(told: ToldRefusal, decided: (told: ToldDecision) => string): string | null {
  return Object.hasOwn(REFUSALS, told.error) ? (REFUSALS[told.error] as (told: ToldRefusal, decided: (told: ToldDecision) => string) => string)(told, decided) : null
}

const LOCKED = 'його зашифровано'
/** What could not be read, or not fetched, by code. */
export const TROUBLES: Readonly<Record<string, string>> = {
  // fetching
  address_refused: 'адреса веде не у відкриту мережу, тому її не запитано', bad_address: 'це не адреса в мережі', no_such_name: 'такого імені в мережі немає', no_network: 'імен у мережі зараз не дізнатися', no_connection: 'зʼєднання не вдалося', too_slow: 'цілої відповіді вчасно не надійшло', too_many_redirects: 'забагато перенаправлень',
  http_status: 'сервер відповів відмовою', robots: 'robots.txt просить цього не запитувати', odd_answer: 'сервер відповів не так, як було запитано', cut_off: 'зʼєднання урвалося раніше за відповідь', broken_encoding: 'запаковане не вдалося розпакувати', odd_encoding: 'запаковано так, як не просили', bomb: 'розпаковується в непомірно більше',
  // bytes
  too_large: 'це більше, ніж можна прочитати', too_long: 'читання тривало задовго й було зупинене', not_text: 'це не текст', no_content: 'немає ні тексту, ні сторінки, ні файлу', no_text: 'нічого прочитати не знайдено', bad_date: 'дата публікації не є датою', invalid_bytes: 'деякі байти не вдалося прочитати як текст', wrong_charset: 'названо не те кодування, в якому ці байти', guessed_charset: 'кодування вгадано', broken_gzip: 'запаковане пошкоджено',
  // files and folders
  file_missing: 'такого файлу немає', no_permission: 'немає дозволу читати файл', is_folder: 'це тека, а не файл', not_a_file: 'це не файл', unreadable: 'файл не вдалося прочитати', empty_folder: 'у теці немає повідомлень', outside_folder: 'веде за межі теки, тому не прочитано', not_a_record: 'рядок не є записом повідомлення',
  // forms
  encrypted: LOCKED, bad_zip: 'архів пошкоджено', bad_document: 'документ не вдалося прочитати', bad_pdf: 'PDF не вдалося прочитати', bad_mail: 'лист або збережену сторінку не вдалося прочитати', bad_telegram: 'експорт Telegram не вдалося прочитати', bad_feed: 'стрічку не вдалося прочитати', empty_feed: 'стрічка порожня', not_a_feed: 'це XML, але не стрічка', archive_cut: 'архів обривається; прочитано те, що стоїть раніше', bad_archive: 'в архіві є те, що не є його записом', empty_archive: 'архів порожній', old_archive: 'це архів старого зразка (ARC), якого не читають', page_cut: 'сторінку заархівовано не цілою',
  // reading
  no_language_pack: 'для мови цього повідомлення ще немає правил, тож тверджень не шукали', very_long: 'тверджень шукали лише на початку: текст дуже довгий', fault: 'помилка Dateline під час читання',
}

/** Trouble in words; what a number in the message says goes along (the status of an answer). */
export function troubleIn(code: string, message: string): string {
  const words = TROUBLES[code] ?? (code.startsWith('store_') && Object.hasOwn(REFUSALS, code) ? (REFUSALS[code as 'store_busy'])({}, () => '') : `не прочитано (${code})`)
  const status = code === 'http_status' ? /\b\d{3}\b/.exec(message)?.[0] : undefined
  return status === undefined ? words : `${words} (${status})`
}

/** Why a piece of a page was taken out as not reporting. */
export const REMOVED: Readonly<Record<string, string>> = {
  advertisement: 'реклама', app_prompt: 'запрошення до застосунку', author_note: 'про автора', comment_prompt: 'запрошення до коментарів', consent_notice: 'згода на cookies', copyright: 'авторські права', hidden: 'приховане', markup: 'розмітка', navigation: 'навігація', newsletter_prompt: 'запрошення до розсилки', outside_article: 'поза статтею',
  overlay: 'поверх сторінки', player: 'програвач', related_links: 'посилання на інше', repeated_title: 'повторений заголовок', share_buttons: 'кнопки поширення', site_name: 'назва сайту', source: 'джерело', source_line: 'рядок джерела', subscription_prompt: 'запрошення до передплати', timestamp: 'позначка часу', video_title: 'назва відео', address: 'адреса', caption: 'підпис', credit: 'автор знімка', byline: 'автор',
}
