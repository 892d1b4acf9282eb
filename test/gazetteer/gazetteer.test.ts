import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { NotATable, addTable, addedTables, buildAdded } from '../../src/gazetteer/add.ts'
import { countryPlaceOf, liesIn, regionOf } from '../../src/gazetteer/containment.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { officialUkrainianName, romaniseUkrainian } from '../../src/gazetteer/ukrainian-romanisation.ts'
import { plainName, readGeonamesLine } from '../../src/gazetteer/settlements.ts'

const gazetteer = openGazetteer()
const folder = mkdtempSync(join(tmpdir(), 'dateline-gazetteer-'))
afterAll(() => { gazetteer.close(); rmSync(folder, { recursive: true, force: true }) })

describe('lookup', () => {
  test.each([
    ['Kiev', 'Kyiv', 'UA'], ['KYIV', 'Kyiv', 'UA'], ['Odessa', 'Odesa', 'UA'], ['Artyomovsk', 'Bakhmut', 'UA'], ['Deir Ezzor', 'Deir ez-Zor', 'SY'], ['Khan Yunis', 'Khan Younis', 'PS'],
    ['Be’er Sheva', 'Beersheba', 'IL'], ['El-Fasher', 'El Fasher', 'SD'], ['Київ', 'Kyiv', 'UA'],
  ])('%s', (written, name, country) => { expect(gazetteer.lookup(written).find((place) => place.precision === 'settlement')).toMatchObject({ name, country }) })
  test('most populous first', () => {
    const populations = gazetteer.lookup('Springfield').map((place) => place.population)
    expect(populations.length).toBeGreaterThan(5)
    expect(populations).toEqual([...populations].sort((a, b) => b - a))
  })
  test.each(['Xqzyt', '', ' ', 'x'.repeat(10_000), '\u0000', "'; drop table name; --"])('none: %s', (name) => { expect(gazetteer.lookup(name)).toEqual([]) })
  test('a region’s bare name is marked', () => { expect(gazetteer.lookup('Kharkiv').find((place) => place.precision === 'region')?.match).toBe('bare') })
  test('words that begin longer names', () => {
    expect(gazetteer.beginsLonger?.('khan')).toBe(true)
    expect(gazetteer.beginsLonger?.('xqzyt')).toBe(false)
  })
})

test('containment as the gazetteer has it', () => {
  const town = gazetteer.lookup('Hostomel')[0]!
  const region = regionOf(town, gazetteer)!
  expect(region).toMatchObject({ name: 'Kyiv Oblast', precision: 'region' })
  expect(countryPlaceOf(town, gazetteer)).toMatchObject({ id: 'country:UA' })
  expect(liesIn(town, region)).toBe(true)
  expect(liesIn(town, gazetteer.lookup('Poland')[0]!)).toBe(false)
  expect(liesIn(region, gazetteer.lookup('Ukraine')[0]!)).toBe(true)
  expect(regionOf(gazetteer.lookup('Ukraine')[0]!, gazetteer)).toBeNull()
})

test.each([['Ізюм', 'Izium'], ['Костянтинівка', 'Kostiantynivka'], ['Згурівка', 'Zghurivka'], ['Ємільчине', 'Yemilchyne'], ['Марʼїнка', 'Marinka'], ['Изюмъ', null]])('romanised by the official rule: %s', (name, expected) => { expect(romaniseUkrainian(name)).toBe(expected) })
test('the name nearest to the one listed', () => {
  expect(officialUkrainianName('Izyum', ['Изюм', 'Ізюм'])).toBe('Izium')
  expect(officialUkrainianName('Zorya', ['Перше Травня'])).toBeNull()
})
test.each([['Hostomel’', 'Hostomel'], ['Khān Yūnis', 'Khan Yunis'], ['São Paulo', 'São Paulo'], ['Ḩalḩūl', 'Halhul']])('plain: %s', (name, expected) => { expect(plainName(name)).toBe(expected) })

const line = (id: number, name: string, extra: Partial<Record<'cls' | 'code' | 'lat' | 'alternates', string>> = {}): string =>
  [id, name, name, extra.alternates ?? '', extra.lat ?? '33.2', '35.4', extra.cls ?? 'P', extra.code ?? 'PPL', 'LB', '', '06', '', '', '', '120', '', '300', 'Asia/Beirut', '2020-01-01'].join('\t')

test.each([['a river', line(1, 'Some River', { cls: 'H', code: 'STM' })], ['a broken latitude', line(1, 'X', { lat: '133' })], ['too few cells', 'a\tb'], ['a heading', 'geonameid\tname'], ['nothing', '']])('no place: %s', (_, text) => { expect(readGeonamesLine(text)).toBeNull() })

describe('tables that a user adds', () => {
  test('are copied, built and found', async () => {
    writeFileSync(join(folder, 'LB.txt'), `${line(999_000_001, 'Ayn Zarqiyah', { alternates: 'Ain Zarkieh,bwltafa,XYZ' })}\n${line(999_000_002, 'A Stream', { cls: 'H', code: 'STM' })}\nnot a line\n`)
    const added = await addTable(join(folder, 'LB.txt'), folder)
    expect(added).toMatchObject({ lines: 3, places: 1, countries: ['LB'] })
    expect(addedTables(folder)).toEqual([added.file])
    const built = buildAdded(added.file, folder)
    const both = openGazetteer({ added: [built] })
    try {
      expect(both.lookup('Ain Zarkieh')[0]).toMatchObject({ id: 'geonames:999000001', name: 'Ayn Zarqiyah', country: 'LB', lat: 33.2 })
      expect(both.lookup('bwltafa')).toEqual([])
      expect(both.info()).toHaveLength(2)
    } finally {
      both.close()
    }
  })
  test('may be gzipped', async () => {
    writeFileSync(join(folder, 'SY.txt.gz'), gzipSync(`${line(999_000_003, 'Tall Qamra')}\n`))
    expect(await addTable(join(folder, 'SY.txt.gz'), folder)).toMatchObject({ places: 1 })
  })
  test.each([['a zip archive', 'PK\u0003\u0004'], ['prose', 'Two people died.\n'.repeat(300)], ['an empty file', '']])('refused, and nothing left behind: %s', async (_, text) => {
    writeFileSync(join(folder, 'bad.txt'), text)
    await expect(addTable(join(folder, 'bad.txt'), folder)).rejects.toThrow(NotATable)
    expect(readdirSync(join(folder, 'gazetteer')).filter((name) => name.includes('bad'))).toEqual([])
  })
  test('a folder and a missing file are refused', async () => {
    await expect(addTable(folder, folder)).rejects.toThrow(NotATable)
    await expect(addTable(join(folder, 'none.txt'), folder)).rejects.toThrow(/ENOENT/)
  })
})
