import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command, type Io, type ParsedArgs } from '../command.ts'
import { nearest } from '../nearest.ts'
import { personNamed } from '../person.ts'
import { safe } from '../terminal.ts'

/** `settings [NAME [VALUE]]`. */
export const command: Command = {
  name: 'settings',
  summary: 'Show and change the settings of a data folder; every change is an entry of the log',
  usage: '[NAME [VALUE]] [--history]',
  about: 'Without operands all settings, each with what it does. With a name that one; with a name and a value it is changed: in settings.json, which stays a file that can be edited, and in the log that "dateline verify" checks, with who changed it and what it was. A file that was edited by hand is noticed by an open desk at once, else by the next command that writes. A value is JSON (true, 30, ["10.0.0.1"], null); anything else is a text.',
  options: [
    { name: 'history', summary: 'when what was changed, and by whom; watched sources, too' },
    { name: 'by', value: 'NAME', summary: 'who changes it (else $DATELINE_BY, else your user name)' },
    DATA_OPTION, JSON_OPTION,
  ],
  operands: { min: 0, max: 2 },
  examples: ['dateline settings', 'dateline settings review.two_people true', 'dateline settings --history'],
  async run(args, io) {
    const [name, value] = args.positionals, folder = args.data(), [{ readSettings, settingOf, settingsThere }, { toUserError }] = await Promise.all([import('../../store/settings.ts'), import('../open-store.ts')])
    const there = settingsThere(), one = there.find((setting) => setting.name === name)
    if (name !== undefined && one === undefined) {
      const meant = nearest(name, there.map((setting) => setting.name))
      throw new UserError(`There is no setting "${safe(name)}".`, meant === null ? '"dateline settings" lists them.' : `Did you mean ${meant}?`)
    }
    if (args.flag('history')) return printHistory(name, args, io)
    if (one !== undefined && value !== undefined) return change(one.name, value, args, io)
    const { settings } = await readSettings(folder.path).catch((error: unknown) => { throw toUserError(error) })
    for (const { name: known, about } of one === undefined ? there : [one]) {
      const is = settingOf(settings, known) ?? null
      if (args.flag('json')) await io.json({ name: known, value: is, about })
      else await io.line(`${known.padEnd(28)} ${io.paint('bold', safe(JSON.stringify(is)))}\n  ${io.paint('dim', about)}`)
    }
    return EXIT.ok
  },
}

async function change(name: string, typed: string, args: ParsedArgs, io: Io): Promise<number> {
  const folder = args.data(), [{ withStore }, { changeSetting, readSettings, settingOf }, { logSettings }] = await Promise.all([import('../open-store.ts'), import('../../store/settings.ts'), import('../../pipeline/settings-in-log.ts')])
  const person = personNamed(io.env, args.text('by')), by = person === null ? 'command line' : `${person} (command line)`
  return withStore(folder, 'write', io, async (store) => {
    const before = settingOf((await readSettings(folder.path)).settings, name) ?? null
    const kept = await changeSetting(folder.path, name, valueOf(typed)), now = settingOf(kept.settings, name) ?? null
    const logged = await logSettings(store, kept, by)
    if (args.flag('json')) await io.json({ name, from: before, to: now, by, changed: logged })
    else await io.line(logged ? `${name} was ${safe(JSON.stringify(before))} and is ${safe(JSON.stringify(now))} now.` : `${name} was ${safe(JSON.stringify(now))} already.`)
    return EXIT.ok
  })
}

/** What was typed as JSON has it, else as a text. */
function valueOf(typed: string): unknown {
  try { return JSON.parse(typed) } catch { return typed }
}

async function printHistory(name: string | undefined, args: ParsedArgs, io: Io): Promise<number> {
  const [{ withStore }, { settingsChanges }] = await Promise.all([import('../open-store.ts'), import('../../pipeline/settings-in-log.ts')])
  return withStore(args.data(), 'read', io, async (store) => {
    let said = 0
    for await (const { seq, at, by, changed } of settingsChanges(store)) {
      for (const one of changed) {
        if (name !== undefined && one.name !== name) continue
        said++
        if (args.flag('json')) await io.json({ entry: seq, at, by, ...one })
        else await io.line(`${at.slice(0, 16).replace('T', ' ')}  ${safe(by)}: ${safe(one.name)} from ${safe(JSON.stringify(one.from))} to ${safe(JSON.stringify(one.to))}`)
      }
    }
    if (said === 0 && !args.flag('json')) await io.line('No setting was changed yet.')
    return EXIT.ok
  })
}
