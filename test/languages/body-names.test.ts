// Names of one institution come to the same, whatever their order and spelling; names of two do not.
import { describe, expect, it } from 'vitest'
import { bodyName } from '../../src/languages/en/body-names.ts'

describe('names of one body', () => {
  it.each<[why: string, names: string[]]>([
    ['possessive, adjective, order, spelling, abbreviation', ["Russia's defence ministry", 'the Russian Ministry of Defence', 'Russian Defense Ministry', 'Russian MoD', 'Ministry of Defence of the Russian Federation', 'defence ministry in Moscow']],
    ['an army by its proper name and by its state', ['IDF', 'Israel Defense Forces', 'Israel Defense Forces (IDF)', 'the Israeli military', 'Israel’s army', 'Israeli military spokeswoman']],
    ['a general staff with and without its army', ["Ukraine's General Staff", 'General Staff of the Armed Forces of Ukraine', 'the General Staff in Kyiv', 'Ukrainian military’s general staff']],
    ['who runs it does not matter', ['Gaza’s health ministry', 'the Hamas-run health ministry in Gaza', 'Gazan Ministry of Health', 'Ministry of Public Health in the Gaza Strip']],
    ['a service in several numbers', ['State Emergency Service of Ukraine', "Ukraine's emergency services"]],
    ['a capital of two words', ['the defence ministry in New Delhi', 'India’s Ministry of Defence']],
    ['a prosecutor general', ["Ukraine's Prosecutor General's Office", 'Prosecutor General Office of Ukraine']],
    ['a table’s abbreviation', ['UN', 'the United Nations']],
    ['a usual name', ['Pentagon', 'US Department of Defense', 'the U.S. Defense Department']],
    ['people who speak for a state', ['Ukrainian officials', 'officials in Ukraine']],
  ])('%s', (_why, names) => {
    const [first] = names.map(bodyName)
    expect(first).not.toBeNull()
    expect(names.map(bodyName)).toEqual(names.map(() => first))
  })

  it.each<[why: string, one: string, other: string]>([
    ['two states', "Russia's defence ministry", "Ukraine's defence ministry"],
    ['a ministry and an army', "Russia's defence ministry", 'Russian army'],
    ['the army and its air force', 'the Ukrainian army', 'the Ukrainian air force'],
    ['the police of a capital and of its state', 'Kyiv police', 'police of Ukraine'],
    ['a territory and a state', 'Gaza’s health ministry', 'the Palestinian health ministry'],
    ['officials of a town and of a state', 'local officials', 'Ukrainian officials'],
    ['two coalitions', 'the US-led coalition', 'the Saudi-led coalition'],
    ['those who hold two lands', 'the Houthi-run interior ministry', 'the Taliban-run interior ministry'],
    ['two governments of one land', 'the Tripoli-based government', 'the Tobruk-based government'],
    ['a town’s government and its state’s', 'Kyiv city government', 'Ukraine’s government'],
    ['two Koreas', 'the South Korean army', 'the North Korean army'],
    ['two Sudans', 'Sudan’s army', "South Sudan's army"],
  ])('%s are two', (_why, one, other) => { expect(bodyName(one)).not.toEqual(bodyName(other)) })

  it.each(['Vladimir Putin', 'Yoav Katz', 'Hamas', '', '()', "'s"])('%j is no body by its words', (name) => { expect(bodyName(name)).toBeNull() })
})
