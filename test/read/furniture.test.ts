// What is furniture of a news page and what is reporting, line by line. Reporting must never be lost.
import { describe, expect, test } from 'vitest'
import { read } from '../../src/stages/read/index.ts'

const LEAD = 'The harbour of Port Ellery came under fire on Monday evening, the regional governor said.'
const END = 'Rescue teams were still at work at midnight, a spokeswoman for the fire service added.'
const around = (...lines: string[]): string => ['Harbour hit as ferries wait to leave', LEAD, ...lines, END].join('\n\n')
const readText = (text: string, more: object = {}): ReturnType<typeof read> => read({ id: 'x', text, language: 'en', ...more }, null, { raw: false })

describe('furniture is taken out, with the reason', () => {
  const rows: [line: string, why: string][] = [
    ['Advertisement', 'advertisement'],
    ['READ MORE: Island council meets behind closed doors', 'related_links'],
    ['Read also: Who owns the ferries', 'related_links'],
    ['Click here for more from the coast', 'related_links'],
    ['What the tides mean for the rescue [ANALYSIS]', 'related_links'],
    ['Watch: Smoke over the quay', 'related_links'],
    ['Follow our live blog for the latest from the harbour.', 'related_links'],
    ['Read our blog from the coast below for every update…', 'related_links'],
    ['Other Topics of Interest Ferries back by June A short teaser about ferries that goes on for a while.', 'related_links'],
    ['Sign up to our Coast Bulletin here', 'newsletter_prompt'],
    ['Get the morning briefing in your inbox every day', 'newsletter_prompt'],
    ['Already a member? Sign in here', 'subscription_prompt'],
    ['Subscribe to continue reading this report.', 'subscription_prompt'],
    ['CLICK HERE TO GET THE COURIER APP', 'app_prompt'],
    ['Download our free app', 'app_prompt'],
    ['JOIN US ON TELEGRAM! Follow our coverage @example.', 'share_buttons'],
    ['Share on Facebook', 'share_buttons'],
    ['Leave a comment', 'comment_prompt'],
    ['We use cookies to make this site work for you.', 'consent_notice'],
    ['By signing up you agree to our terms, and you can leave at any time.', 'consent_notice'],
    ['Your sign-up helps us learn what you like. With your consent, partners may send adverts, and you can unsubscribe.', 'consent_notice'],
    ['© 2031 The Ellery Courier. All rights reserved.', 'copyright'],
    ['Source: Read Full Article', 'source_line'],
    ['This article originally appeared in another paper.', 'source_line'],
    ['Skip to content', 'navigation'],
    ['0:42 Governor speaks at the quay – video', 'video_title'],
  ]
  test.each(rows)('%s', (line, why) => {
    const report = readText(around(line))
    expect(report.removed).toEqual([{ text: line, why }])
    expect(report.text).not.toContain(line)
    expect(report.text).toContain(LEAD)
    expect(report.text).toContain(END)
  })
})

describe('reporting stays, however much its words sound like furniture', () => {
  test.each([
    'The newspaper said subscribers had been warned of the attack by e-mail.',
    'More in need than ever, the islanders waited for water.',
    '“Sign up to defend the island and get the training you need,” the governor said in a newsletter.',
    'Share prices fell after two ferries were sunk.',
    'Watch towers along the coast were hit by three drones.',
    'Related attacks on the same night killed two people in Sandholm.',
    'Read out in parliament, the list named 14 dead.',
    'Download speeds fell to nothing after the exchange was struck.',
    'Follow-up strikes hit the rescuers, the fire service said.',
    'No part of this island is safe, the mayor said.',
    'Get the wounded out of here, the doctor shouted, two of them are children.',
    'One app used by residents to report drones was down for six hours.',
    'Unlimited access for aid trucks was agreed in the talks.',
    'The privacy of patients was breached when the hospital data was published, the ministry said.',
    'Video from the quay showed two bodies under sheets.',
    'Advertisement boards were torn down by the blast wave.',
    'By registering the displaced, the agency counted 4,000 people in a week.',
    'Subscribe is what the posters said; nobody did after the shelling.',
    'AIR RAID ALERT DECLARED FOR THE WHOLE OF THE COAST',
  ])('%s', (line) => {
    const report = readText(around(line))
    expect(report.removed).toEqual([])
    expect(report.text).toContain(line)
  })
})

describe('furniture told by where it stands', () => {
  test('the stacked lines before the headline and after the last paragraph', () => {
    const text = `All the news you need.\nOne app.\nStart reading\nThe Ellery Courier\nCoast\nMara Voss in Sandholm, northern coast\n\nHarbour hit as ferries wait to leave\n\n${LEAD}\n\n${END}\n\nSign up to read this article\nAlready a member? Sign in here\nRelated Stories\nTop stories today\n90+ papers you can trust.`
    const report = readText(text, { outlet: 'The Ellery Courier' })
    expect(report.text).toBe(`Mara Voss in Sandholm, northern coast\n\nHarbour hit as ferries wait to leave\n\n${LEAD}\n\n${END}`)
    expect(report.title).toBe('Harbour hit as ferries wait to leave')
    expect(report.removed).toContainEqual({ text: 'The Ellery Courier', why: 'site_name' })
    expect(report.removed).toContainEqual({ text: 'Coast', why: 'navigation' })
  })
  test('a stack of short lines that are no frame stays', () => {
    const text = `Two killed in Sandholm\nThree hurt in Ellery\nBridge closed\n\n${LEAD}\n\n${END}`
    expect(readText(text).removed).toEqual([])
  })
  test('headlines under the heading of a link list go with it; a sentence after it stays', () => {
    const report = readText(around('Don’t miss…\nGovernor warns of a long winter\nFerry owner denies links', 'The ferries are to sail again on Friday.'))
    expect(report.removed.map((one) => one.why)).toEqual(['related_links', 'related_links', 'related_links'])
    expect(report.text).toContain('The ferries are to sail again on Friday.')
  })
  test('the title of a video over a sign-up box', () => {
    const report = readText(['Harbour hit as ferries wait', 'Coast: Expert on the new drones', 'We use cookies to make this site work for you.', LEAD, END].join('\n\n'))
    expect(report.removed).toEqual([{ text: 'Coast: Expert on the new drones', why: 'video_title' }, { text: 'We use cookies to make this site work for you.', why: 'consent_notice' }])
  })
  test('what is glued behind a source line is kept', () => {
    const report = readText(`${LEAD}\n\nSource: Read Full ArticleSecond report begins without a break`)
    expect(report.removed).toEqual([{ text: 'Source: Read Full Article', why: 'source_line' }])
    expect(report.text).toContain('Second report begins without a break')
  })
  test('a title that the text repeats is read once', () => {
    const report = readText(`Harbour hit as ferries wait\n\nHarbour hit as ferries wait\n\n${LEAD}`)
    expect(report.text.match(/Harbour hit/g)).toHaveLength(1)
    expect(report.removed).toEqual([{ text: 'Harbour hit as ferries wait', why: 'repeated_title' }])
  })
  test('the same report with other furniture has the same text', () => {
    const one = readText(around('Advertisement', 'READ MORE: Ferries')), two = readText(around('Share on Facebook'))
    expect(one.text).toBe(two.text)
  })
})

describe('furniture in other languages', () => {
  const rows: [language: string, lead: string, lines: [line: string, why: string][], stays: string[]][] = [
    ['fr', 'Le port d’Ellery a été bombardé lundi soir, a déclaré le gouverneur de la région.', [['Lire aussi : Qui possède les bacs', 'related_links'], ['Publicité', 'advertisement'], ['Partager l’article', 'share_buttons'], ['Abonnez-vous pour lire la suite', 'subscription_prompt'], ['Nous utilisons des cookies pour améliorer ce site.', 'consent_notice']], ['Nous utilisons des drones, a déclaré le commandant.', '« Lire aussi entre les lignes », a dit le maire.']],
    ['de', 'Der Hafen von Ellery wurde am Montagabend beschossen, sagte der Gouverneur der Region.', [['Lesen Sie auch: Wem die Fähren gehören', 'related_links'], ['Anzeige', 'advertisement'], ['Artikel teilen', 'share_buttons'], ['12 Kommentare', 'comment_prompt'], ['Wir verwenden Cookies auf dieser Seite.', 'consent_notice']], ['Wir verwenden keine Streumunition, sagte der General.']],
    ['es', 'El puerto de Ellery fue bombardeado el lunes por la noche, dijo el gobernador de la región.', [['Lea también: Quién es dueño de los barcos', 'related_links'], ['Publicidad', 'advertisement'], ['Compartir en WhatsApp', 'share_buttons'], ['Suscríbete para seguir leyendo', 'subscription_prompt']], ['Más información llegará el martes, dijo la portavoz del hospital.']],
    ['it', 'Il porto di Ellery è stato bombardato lunedì sera, ha detto il governatore della regione.', [['Leggi anche: Di chi sono i traghetti', 'related_links'], ['Pubblicità', 'advertisement'], ['Condividi', 'share_buttons'], ['© Riproduzione riservata', 'copyright']], ['Abbonati e residenti sono stati portati via dalla città, ha detto il sindaco.']],
    ['pt', 'O porto de Ellery foi bombardeado na noite de segunda-feira, disse o governador da região.', [['Leia também: De quem são os barcos', 'related_links'], ['Continua após a publicidade', 'advertisement'], ['Compartilhar no WhatsApp', 'share_buttons'], ['Deixe seu comentário', 'comment_prompt']], ['Leia foi uma das três pessoas mortas no ataque, segundo a polícia.']],
    ['pl', 'Port w Ellery został ostrzelany w poniedziałek wieczorem, powiedział gubernator regionu.', [['Czytaj też: Do kogo należą promy', 'related_links'], ['Reklama', 'advertisement'], ['Udostępnij', 'share_buttons'], ['Zaloguj się', 'subscription_prompt']], ['Czytaj dalej nie sposób, napisał burmistrz w liście do rodzin zabitych.']],
    ['uk', 'Порт Еллері обстріляли в понеділок увечері, повідомив голова обласної адміністрації.', [['Читайте також: Кому належать пороми', 'related_links'], ['Реклама', 'advertisement'], ['Підписуйтесь на наш Telegram-канал', 'share_buttons'], ['Якщо ви помітили помилку, виділіть її.', 'comment_prompt']], ['Реклама на причалі згоріла разом із двома кіосками, повідомили рятувальники.', 'Поділитися водою просять жителів сусідніх сіл.']],
    ['ru', 'Порт Эллери обстреляли в понедельник вечером, сообщил глава областной администрации.', [['Читайте также: Кому принадлежат паромы', 'related_links'], ['Реклама', 'advertisement'], ['Поделиться', 'share_buttons'], ['Все права защищены', 'copyright']], ['По теме обстрелов высказался и мэр города.', 'Все новости из порта приходят с опозданием, сказал он.']],
  ]
  test.each(rows)('%s', (language, lead, lines, stays) => {
    const { removed, text } = read({ id: 'x', language, text: [lead, lead.replace(/[.]$/, ' (2).'), ...lines.map(([line]) => line), ...stays, lead].join('\n\n') }, null, { raw: false })
    expect(removed.map((one) => [one.text, one.why])).toEqual(lines)
    for (const line of stays) expect(text).toContain(line)
  })
})
