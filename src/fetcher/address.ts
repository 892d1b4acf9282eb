// Which addresses are out in the open. Everything else is refused: a page must never make Dateline knock at the user's own
// machines. Ranges: the IANA registries of special-purpose addresses (not-global.tsv).
import { readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'

/** Says of an IP address whether it may be connected to. */
export type AddressPolicy = (address: string) => boolean

const NOT_GLOBAL = new BlockList()
/** The only part of IPv6 that is handed out: mapped, NAT64, unique local, link-local and multicast lie outside of it. */
const GLOBAL_V6 = new BlockList()
GLOBAL_V6.addSubnet('2000::', 3, 'ipv6')
for (const row of readFileSync(new URL('not-global.tsv', import.meta.url), 'utf8').trim().split('\n').slice(1)) {
  const [network, prefix] = row.split('\t')[0]!.split('/')
  NOT_GLOBAL.addSubnet(network!, Number(prefix), network!.includes(':') ? 'ipv6' : 'ipv4')
}

/** The strict policy: true for globally routable unicast addresses alone; false for anything that is no address. */
export const globallyRoutable: AddressPolicy = (address) => {
  const family = isIP(address)
  if (family === 4) return !NOT_GLOBAL.check(address, 'ipv4')
  return family === 6 && !address.includes('%') && GLOBAL_V6.check(address, 'ipv6') && !NOT_GLOBAL.check(address, 'ipv6')
}
