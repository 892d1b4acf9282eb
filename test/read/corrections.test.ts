// Notices by which outlets say that they changed something, and words that only sound like one.
import { describe, expect, it } from 'vitest'
import { noticesIn } from '../../src/stages/read/corrections.ts'
import { read } from '../../src/stages/read/index.ts'
import { growthFourfold } from '../growth.ts'

const BEFORE = 'Two people were killed in Port Ellery on Monday, the mayor said.'
const noticesOf = (...passages: string[]): string[] => noticesIn(read({ id: 'x', text: [BEFORE, ...passages].join('\n\n') }, null, { raw: true })).map(({ kind, words }) => `${kind}: ${words}`)

describe('a notice', () => {
  it.each<[why: string, passage: string, kind: string, words?: string]>([
    ['a label', 'Correction: The strike was on Monday, not on Sunday.', 'correction'],
    ['a label in capitals', 'CORRECTION: The strike was on Monday.', 'correction'],
    ['a label with a day', 'Correction, 6 May 2031: the strike was on Monday.', 'correction'],
    ['a label with a day in brackets', 'Correction (May 6, 2031): the strike was on Monday.', 'correction'],
    ['a label with a dash', 'Correction — the strike was on Monday.', 'correction'],
    ['a label with a mark before it', '• Correction: the strike was on Monday.', 'correction'],
    ['a clarification', 'Clarification: the mayor spoke of both towns.', 'clarification'],
    ['several', 'Corrections and clarifications: the strike was on Monday.', 'correction'],
    ['amended on a day', 'This article was amended on 6 May 2031 to say that three people were killed.', 'amendment'],
    ['of a live blog', 'This live blog was amended on 6 May.', 'amendment'],
    ['of a headline', 'The headline of this article was amended on 6 May.', 'amendment'],
    ['has been corrected', 'This story has been corrected to show that three people died.', 'amendment'],
    ['updated to correct', 'This report was updated at 14:20 on Tuesday to correct the number of the dead.', 'amendment'],
    ['an earlier version', 'An earlier version of this article said five people were killed.', 'correction'],
    ['an earlier version, later in the sentence', 'Because of an editing error, an earlier version of this story gave another toll.', 'correction'],
    ['an agency\'s', 'This story corrects the number of the dead to three.', 'correction'],
    ['an agency\'s, in brackets', '(Corrects paragraph 2 to say three, not two)', 'correction'],
    ['in brackets, of the story', '(This May 6 story has been corrected to fix the toll in paragraph 2)', 'amendment'],
    ['after other words of the passage: from its sentence on', 'The search went on. An earlier version of this post gave another toll.', 'correction', 'An earlier version of this post gave another toll.'],
    ['we', 'We have corrected the toll.', 'correction'],
  ])('%s', (_why, passage, kind, words) => { expect(noticesOf(passage)).toEqual([`${kind}: ${words ?? passage}`]) })

  it.each<[language: string, passage: string, kind: string]>([
    ['de', 'Korrektur: Der Angriff war am Montag, nicht am Sonntag.', 'correction'],
    ['de', 'Korrekturhinweis: In der Meldung stand eine andere Zahl.', 'correction'],
    ['de', 'In einer früheren Version dieses Artikels hieß es, fünf Menschen seien getötet worden.', 'correction'],
    ['de', 'Dieser Artikel wurde am 6. Mai 2031 korrigiert.', 'amendment'],
    ['de', 'Klarstellung: Die Bürgermeisterin sprach von beiden Orten.', 'clarification'],
    ['fr', 'Rectificatif : la frappe a eu lieu lundi.', 'correction'],
    ['fr', 'Une version précédente de cet article donnait un autre bilan.', 'correction'],
    ['fr', 'Dans une première version de cette dépêche, nous écrivions que cinq personnes étaient mortes.', 'correction'],
    ['fr', 'Cet article a été modifié le 6 mai pour corriger le bilan.', 'amendment'],
    ['fr', 'Précision : la maire parlait des deux villes.', 'clarification'],
    ['es', 'Fe de errores: el ataque fue el lunes.', 'correction'],
    ['es', 'Corrección (6 de mayo): murieron tres personas, no cinco.', 'correction'],
    ['es', 'Una versión anterior de esta noticia daba otra cifra de muertos.', 'correction'],
    ['es', 'Este artículo ha sido modificado para corregir el número de muertos.', 'amendment'],
    ['it', 'Errata corrige: l’attacco è avvenuto lunedì.', 'correction'],
    ['it', 'Una versione precedente di quest’articolo riportava un altro numero di morti.', 'correction'],
    ['it', 'Questo articolo è stato corretto il 6 maggio.', 'amendment'],
    ['pl', 'Sprostowanie: atak nastąpił w poniedziałek.', 'correction'],
    ['pl', 'We wcześniejszej wersji tego artykułu podaliśmy inną liczbę ofiar.', 'correction'],
    ['pl', 'Artykuł został poprawiony 6 maja.', 'amendment'],
    ['pt', 'Errata: o ataque foi na segunda-feira.', 'correction'],
    ['pt', 'Uma versão anterior deste artigo indicava outro número de mortos.', 'correction'],
    ['pt', 'Esta notícia foi corrigida às 14h20.', 'amendment'],
    ['uk', 'Виправлення: удар був у понеділок, а не в неділю.', 'correction'],
    ['uk', 'У попередній версії цього матеріалу йшлося про п’ятьох загиблих.', 'correction'],
    ['uk', 'Цей матеріал було 6 травня виправлено.', 'amendment'],
    ['uk', 'Уточнення: мер говорив про обидва міста.', 'clarification'],
    ['ru', 'Исправление: удар был в понедельник.', 'correction'],
    ['ru', 'В более ранней версии этой статьи говорилось о пяти погибших.', 'correction'],
    ['ru', 'В текст внесены исправления.', 'correction'],
  ])('in other languages: %s: %s', (_language, passage, kind) => {
    expect(noticesOf(passage).map((notice) => notice.split(':')[0])).toEqual([kind])
  })

  it('whose label stands on a line of its own has the words of the next', () => {
    expect(noticesOf('Correction', 'The strike was on Monday.', 'The search went on.')).toEqual(['correction: Correction The strike was on Monday.'])
  })

  it('may be several', () => { expect(noticesOf('Correction: one.', 'Clarification: two.')).toHaveLength(2) })

  it('slices to its words', () => {
    const report = read({ id: 'x', text: `${BEFORE}\n\nThis article was amended on 6 May.` }, null, { raw: false }), [notice] = noticesIn(report)
    expect(report.text.slice(notice!.start!, notice!.end!)).toBe('This article was amended on 6 May.')
  })
})

describe('no notice', () => {
  it.each([
    BEFORE,
    'Corrections officers: nine of them were killed, the union said.',
    'Correctional facilities were struck.',
    'Correction of the border is not on the table, he said.',
    'Clarification of the terms is expected on Tuesday.',
    'The ministry issued a correction: three soldiers were killed, not two.',
    'An earlier version of the bill said otherwise.',
    'An earlier version of the missile was used.',
    'The article of the constitution was amended on 6 May.',
    'This village was amended to the list.',
    'This story was told by three witnesses.',
    'This report was published on 6 May.',
    'This article was updated at 14:20.',
    'He corrects maps for a living.',
    '(He corrects maps for a living)',
    'Der Artikel der Verfassung wurde am 6. Mai geändert.',
    'Die frühere Version der Rakete wurde eingesetzt.',
    'Eine Korrektur der Grenze steht nicht zur Debatte.',
    'La version précédente du missile a été utilisée.',
    'Précision des frappes : le ministère se tait.',
    'La corrección de la frontera no está sobre la mesa.',
    'La versione precedente del drone era più lenta.',
    'Poprzednia wersja rakiety została użyta.',
    'A versão anterior do míssil foi usada.',
    'Попередня версія ракети була повільнішою.',
    'Поправка к закону принята в понедельник.',
    'Предыдущая версия закона говорила другое.',
    'We have corrected our aim, the gunner said.'.replace('We have corrected our aim', 'Our aim has been corrected'),
  ])('%s', (passage) => { expect(noticesOf(passage)).toEqual([]) })
})

it('a text of nothing but beginnings of notices takes time in step with its length', () => {
  const made = (n: number): ReturnType<typeof read> => read({ id: 'x', text: 'this earlier version of this this article was updated this headline of this '.repeat(n) }, null, { raw: true })
  const texts = new Map([500, 2000].map((n) => [n, made(n)]))
  expect(growthFourfold((n) => noticesIn(texts.get(n)!), 500)).toBeLessThan(9)
})
