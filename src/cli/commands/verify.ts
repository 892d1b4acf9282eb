import { resolve } from 'node:path'
import type { LogHead } from '../../model/log.ts'
import type { Store } from '../../store/store.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command, type Io } from '../command.ts'

const WORDS = { missing: 'are not there', differs: 'are no longer those that were kept' } as const

/** `verify`. */
export const command: Command = {
  name: 'verify',
  summary: 'Hash everything kept and the log of decisions again, and say what is missing or changed',
  usage: '[--head FILE] [--json]',
  about: 'Reads the bytes of every report that was ever kept and compares them with the hash under which they were. Then walks the log of decisions, in which each entry carries the hash of the one before: a changed entry, a gap or a cut end is found. Whoever can write to the store could write the whole log anew; that is found where its heads are kept elsewhere ("log": {"head_file": …} in settings.json, or lines kept by hand: NUMBER HASH). Accounts are compared with what the log says of their roles. Exit code: 0 all is as it was, 1 something is missing or changed.',
  options: [{ name: 'head', value: 'FILE', summary: 'heads of the log that were kept elsewhere (else the file that the settings name)' }, DATA_OPTION, JSON_OPTION],
  operands: { min: 0, max: 0 },
  examples: ['dateline verify', 'dateline verify --data north --json'],
  async run(args, io) {
    const { withStore } = await import('../open-store.ts')
    return withStore(args.data(), 'read', io, async (store) => {
      let seen = 0, faults = 0, holders: Map<string, string[]> | null = null
      for await (const { sha256, fault } of store.verifyBytes((count, total) => { seen = count; io.progress('bytes hashed of reports:', count, total) })) {
        io.signal.throwIfAborted()
        faults++
        const named = (holders ??= await holdersOf(store)).get(sha256) ?? []
        if (args.flag('json')) await io.json({ sha256, fault, reports: named })
        else {
          const { safe } = await import('../terminal.ts')
          await io.line(`${io.paint('red', sha256)}: the bytes ${named.length === 0 ? '' : `of ${safe(named.join(', '))} `}${WORDS[fault]}`)
        }
      }
      if (!args.flag('json')) await io.line(faults === 0 ? `All ${seen.toLocaleString('en')} are as they were kept.` : `${faults.toLocaleString('en')} of ${seen.toLocaleString('en')} need a backup: bring the files back into blobs/, or add the reports again.`)
      const broken = await verifyLog(store, await headsFor(args.text('head'), args.data().path, io), args.flag('json'), io)
      const changed = await verifyAccounts(store, args.flag('json'), io)
      return faults === 0 && !broken && !changed ? EXIT.ok : EXIT.trouble
    })
  },
}

/** Which versions of which reports each kept thing is: their own bytes, and what they were taken out of; and what could not be read. */
async function holdersOf(store: Store): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for await (const { summary, record } of store.readings({ all: true })) {
    for (const sha256 of new Set([summary.sha256, record.original])) if (sha256 !== undefined) found.set(sha256, [...found.get(sha256) ?? [], `${summary.doc} version ${summary.version}`])
  }
  for (const { doc, sha256 } of await store.troubles({ settled: true })) if (sha256 !== null && !found.has(sha256)) found.set(sha256, [doc])
  return found
}

const LOG_WORDS = { changed: 'is not what was written', gap: 'does not follow on the entry before: some are missing', cut: 'and what followed it is missing', rewritten: 'is another than the one whose hash was kept elsewhere' } as const

/** Walks the log; true where something is wrong with it. */
async function verifyLog(store: Store, heads: readonly LogHead[], json: boolean, io: Io): Promise<boolean> {
  const { checkChain } = await import('../../review/chain.ts')
  const own = await store.logHead()
  const { faults, head } = await checkChain(store.keptLog(), own === null ? heads : [...heads, own])
  for (const { fault, seq } of faults) {
    if (json) await io.json({ log: seq, fault })
    else await io.line(`${io.paint('red', `entry ${seq} of the log`)} ${LOG_WORDS[fault]}`)
  }
  if (json) return faults.length > 0
  if (faults.length > 0) await io.line('The log of decisions needs a backup: what stands in it before the first fault is sound.')
  else await io.line(head === null ? 'Nobody has decided anything yet.' : `The log of ${head.seq.toLocaleString('en')} ${head.seq === 1 ? 'entry' : 'entries'} is as it was written; its head is ${head.seq} ${head.hash}.`)
  return faults.length > 0
}

/** Compares accounts with the log; true where one is another than it says. */
async function verifyAccounts(store: Store, json: boolean, io: Io): Promise<boolean> {
  const { checkAccounts } = await import('../../review/accounts-in-log.ts')
  const words = (one: { role: string, disabled: boolean, totp: boolean } | null): string => (one === null ? 'not there' : `${one.role}${one.disabled ? ', disabled' : ''}${one.totp ? ', with one-time codes' : ''}`)
  const faults = await checkAccounts(store.keptLog(), await store.accounts.list())
  for (const fault of faults) {
    if (json) await io.json({ ...fault, fault: 'account' })
    else await io.line(`${io.paint('red', `account ${fault.account}`)} is ${words(fault.found)}; by the log it is ${words(fault.logged)}`)
  }
  return faults.length > 0
}

/** Heads kept elsewhere: the file named, else the one that the settings name. */
async function headsFor(named: string | undefined, folder: string, io: Io): Promise<LogHead[]> {
  const [{ readFile }, { readSettings }, { headsFrom }] = await Promise.all([import('node:fs/promises'), import('../../store/settings.ts'), import('../../review/chain.ts')])
  const file = named === undefined ? (await readSettings(folder)).settings.log.head_file : resolve(io.cwd, named)
  if (file === null) return []
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (named === undefined && error.code === 'ENOENT') return '' // nothing was decided since it was set
    throw new UserError(`The heads of the log cannot be read from ${file}: ${error.message}.`, 'Name the file with --head FILE.')
  })
  const heads = headsFrom(text)
  if (heads === null) throw new UserError(`${file} does not hold heads of the log.`, 'Each line is a number and a hash, as "dateline verify" prints them.')
  return heads
}
