// Every word of the desk, in English. Another language is another file of this shape.

const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

export const en = {
  locale: 'en-GB',
  name: 'Dateline',
  views: { now: 'Now', search: 'Search', voices: 'Voices', tallies: 'Tallies', changes: 'Changes', add: 'Add' },
  skip: 'To the content',
  panes: { overview: 'Overview', incident: 'Incident', report: 'Report' },
  close: 'Close',
  back: 'Back',
  more: 'more',
  offline: 'The desk’s server does not answer. What you see stays; it is asked again by itself.',
  failed: 'This could not be shown.',
  loading: 'Reading …',
  newThings: 'New in the record',

  kinds: {
    strike: ['Strike', 'in'], interception: ['Interception', 'over'], ground_combat: ['Fighting', 'at'], territory_change: ['Control', 'of'], violence_against_civilians: ['Violence against civilians', 'in'], explosion: ['Explosion', 'in'],
    air_raid_alert: ['Air raid alert', 'in'], infrastructure_disruption: ['Outage', 'in'], capture_or_exchange: ['Capture or exchange', 'in'], deployment: ['Deployment', 'in'], diplomacy: ['Diplomacy', 'in'], unrest: ['Unrest', 'in'],
    figures: ['Figures', 'in'], total: ['Running total', 'for'],
  } as Readonly<Record<string, readonly [label: string, at: string]>>,

  measures: { without_service: 'without service' } as Readonly<Record<string, string>>,
  things: {
    person: ['person', 'people'], civilian: ['civilian', 'civilians'], child: ['child', 'children'], combatant: ['combatant', 'combatants'], medic: ['medic', 'medics'], journalist: ['journalist', 'journalists'], drone: ['drone', 'drones'], missile: ['missile', 'missiles'],
    munition: ['munition', 'munitions'], aircraft: ['aircraft', 'aircraft'], helicopter: ['helicopter', 'helicopters'], tank: ['tank', 'tanks'], armoured_vehicle: ['armoured vehicle', 'armoured vehicles'], vehicle: ['vehicle', 'vehicles'], artillery: ['artillery system', 'artillery systems'],
    ship: ['ship', 'ships'], building: ['building', 'buildings'], school: ['school', 'schools'], hospital: ['hospital', 'hospitals'], facility: ['facility', 'facilities'], settlement: ['settlement', 'settlements'], region: ['region', 'regions'], household: ['household', 'households'], strike: ['strike', 'strikes'],
  } as Readonly<Record<string, readonly [one: string, many: string]>>,
  bounds: { exact: '', at_least: 'at least ', at_most: 'up to ', about: 'about ', vague: '' } as Readonly<Record<string, string>>,
  boundSigns: { exact: '', at_least: '≥', at_most: '≤', about: '≈', vague: '' } as Readonly<Record<string, string>>,
  some: 'some',
  noFigure: 'no figure',
  weapons: { missile: 'missiles', drone: 'drones', rocket: 'rockets', bomb: 'bombs', tank: 'tanks', mine: 'mines', small_arms: 'small arms' } as Readonly<Record<string, string>>,

  agreement: { single: 'One origin', corroborated: 'Voices agree', contested: 'Voices disagree', denied: 'Denied' } as Readonly<Record<string, string>>,
  agreementOf: (agreement: string, voices: number): string =>
    agreement === 'single' ? 'One origin' : agreement === 'corroborated' ? (voices > 1 ? `${counted(voices, 'voice')} agree` : 'Told alike more than once') : agreement === 'contested' ? (voices > 1 ? `${counted(voices, 'voice')} disagree` : 'Contested') : 'Denied',
  review: { unreviewed: 'Not reviewed', accepted: 'Accepted', published: 'Published' } as Readonly<Record<string, string>>,
  stances: { asserted: 'said by', denied: 'denied by', unconfirmed: 'unconfirmed, from' } as Readonly<Record<string, string>>,
  stanceMarks: { asserted: '', denied: 'denied', unconfirmed: 'unconfirmed' } as Readonly<Record<string, string>>,
  ownVoice: 'in its own voice',
  replaced: 'an earlier number, replaced since',
  runningTotal: 'a running total',

  dayNotTold: 'day not told',
  until: (day: string): string => `until ${day}`,
  since: (day: string): string => `from ${day}`,
  placeNotTold: 'place not told',
  untold: (name: string): string => `${name} (which one, or where, cannot be told)`,
  somewhere: (name: string): string => `${name}, somewhere in the country`,
  by: (who: string): string => `by ${who}`,
  against: (who: string): string => `against ${who}`,
  withWeapons: (list: string): string => `with ${list}`,
  and: ' and ',

  now: {
    title: 'Incidents', filters: 'Filters', map: 'Map', timeline: 'Timeline', list: 'List',
    chosen: (n: number, all: number): string => (n >= all ? counted(n, 'incident') : `${n.toLocaleString('en')} of ${counted(all, 'incident')}`),
    undated: (n: number): string => `${n.toLocaleString('en')} under no single day`,
    clear: 'Clear all filters', clearDays: 'All days', any: 'any',
    nothing: 'No incident fits these filters.',
    empty: 'Nothing is in the record yet. Incidents will stand here as soon as reports are added: paste a text or drop files under “Add”, or run “dateline add FILE …”.',
    days: (from: string, to: string): string => (from === to ? from : `${from} – ${to}`),
    column: (day: string, n: number): string => `${day}: ${counted(n, 'incident')}`,
    silence: (n: number): string => `${counted(n, 'day')} without an incident`,
    timelineHelp: 'Timeline. Arrow keys move by day, with Shift they widen the choice, Escape takes it back. Drag to choose days.',
    bar: (what: string, where: string, when: string): string => `${what}, ${where}, ${when}`,
    withoutPoint: 'Without a point', openMap: 'Show the map', noMap: 'This browser cannot draw the map (it needs WebGL). The places are listed instead.',
    cluster: (name: string, places: number, n: number): string => (places > 1 ? `${name} and ${counted(places - 1, 'place')} near it: ${counted(n, 'incident')}` : `${name}: ${counted(n, 'incident')}`),
    onlyHere: 'Only what is in view', everywhere: 'Everywhere', zoomIn: 'Closer', zoomOut: 'Farther', whole: 'All of it',
    mapHelp: 'Map of the chosen incidents. Tab goes from place to place; plus and minus zoom.',
    filter: { kind: 'Kind', place: 'Place', side: 'Side', weapon: 'Weapon', claimant: 'Claimant', outlet: 'Outlet', agreement: 'Agreement', review: 'Review', measure: 'Figure', least: 'at least', text: 'Words', from: 'From', to: 'To', within: 'Within the map' } as Readonly<Record<string, string>>,
    columns: { what: 'What', when: 'When', where: 'Where', figures: 'Figures', agreement: 'Voices', reports: 'Reports', review: 'Review' },
    take: (what: string): string => `Take back: ${what}`,
  },

  incident: {
    figures: 'Figures', matrix: 'Voices and figures', voice: 'Voice', words: 'In their words', others: 'Also said', versions: 'How the numbers changed', whole: 'Part of', parts: 'Its parts', links: 'Connected', nearest: 'Near it, and kept apart', decisions: 'Decisions',
    noDecisions: 'No decision has been taken on it.',
    links_: { interception_of: 'shot down of', under_alert: 'during', caused_by: 'caused by' } as Readonly<Record<string, string>>,
    origins: (n: number): string => counted(n, 'independent origin'),
    reports: (n: number): string => counted(n, 'report'),
    alias: 'The incident that was asked for was joined into this one.',
    gone: 'Its claims are found no more; this is how it was last seen.',
    disagree: { figure: 'Two voices disagree on the number', blame: 'Two voices disagree on who did it', account: 'Two voices tell it differently', denial: 'It is denied' } as Readonly<Record<string, string>>,
    kept: (km: number | null, days: number): string => [km === null ? null : km < 1 ? 'the same place' : `${Math.round(km)} km away`, days === 0 ? 'the same day' : counted(days, 'day') + ' apart'].filter((part) => part !== null).join(', '),
    rule: (name: string): string => `low, best and high by the rule “${name}”`,
    scale: (low: string, high: string, n: number): string => `from ${low} to ${high}, ${counted(n, 'voice')}`,
    notThere: 'There is no such incident here.',
  },

  report: {
    versions: 'Versions', version: (n: number, of: number): string => `version ${n} of ${n > of ? n : of}`, earlier: 'An earlier version of this report, kept as it was; a later one replaced it.',
    compare: 'Side by side with the version before', single: 'This version alone',
    removed: (n: number): string => `${counted(n, 'piece')} of the page left out as not reporting`,
    captions: 'Captions and credits', copies: 'Tells the same from the same origin', bytes: 'Save the bytes as they came', bytesHelp: 'The file is not opened here: it is whatever the source sent.',
    posts: (n: number): string => `live blog, ${counted(n, 'post')}`, claims: (n: number): string => counted(n, 'claim'),
    again: 'printed again, changed', replaces: 'replaces an earlier version of this post', noClaims: 'No claim was found in it.',
    claim: (what: string, who: string): string => `${what}, ${who}. To its incident.`,
    notThere: 'There is no such report here.', list: 'Claims in it', dayFrom: (how: string): string => `day learned from: ${how.replaceAll('_', ' ')}`, address: 'Address',
  },

  search: { label: 'Search the record', hint: 'Words; in “double quotes” as they stand', incidents: 'Incidents', reports: 'Reports', none: 'Nothing in the record has all of these words.', begin: 'Type words: places, names, numbers, anything that was said. Incidents and reports that have all of them appear as you type.', more: 'and more; add a word to narrow it', took: (n: number): string => `${n.toLocaleString('en')} found` },
  voices: { claimants: 'Claimants', outlets: 'Outlets', name: 'Voice', incidents: 'Incidents', figures: 'Figures', revised: 'Revised', disputed: 'Others said otherwise', denied: 'Denials', span: 'From – to', find: 'Find a voice', empty: 'Nobody has been heard yet. Claimants and outlets are listed here as soon as reports are added.', help: 'Revised: the voice itself later gave another number. Others said otherwise: its figure stands beside a different one.' },
  tallies: { empty: 'No running total has been told yet. Where claimants count losses or casualties from day to day, their lines stand here.', help: 'Each point is a total as one claimant told it on that day. Nothing is added up here.', open: (claimant: string, value: string, day: string): string => `${claimant}: ${value}, ${day}`, table: 'As a table', day: 'Day' },
  changes: { since: 'Since', hour: 'the last hour', day: 'the last day', week: 'the last week', look: 'I last looked', reports: 'Reports that arrived', incidents: 'Incidents they tell of', unread: 'Not read', seen: 'I have seen this', none: 'Nothing has arrived since then.', version: (n: number): string => `version ${n}`, more: 'The latest 300 are listed.' },
  add: {
    title: 'Add to the record', paste: 'Paste a text or a page', text: 'Text or HTML', outlet: 'Outlet', url: 'Address', published: 'Published (YYYY-MM-DD)', heading: 'Title', read: 'Read and keep', files: 'Or drop files here', choose: 'Choose files …', unable: 'Nothing can be added: the folder of the record cannot be written to.',
    states: { waiting: 'waits', reading: 'is being read …', read: 'read', failed: 'not read' } as Readonly<Record<string, string>>,
    what: { new: 'new', unchanged: 'was there already', new_version: 'a new version', reread: 'read again', unread: 'not read' } as Readonly<Record<string, string>>,
    claims: (n: number): string => counted(n, 'claim'), recent: 'Lately added here', help: 'What you add is kept as it came, read on this machine, and sent nowhere. An address is kept as a note; it is not fetched.', drop: 'Let go to add',
  },
}

/** What a file of texts holds. */
export type Texts = typeof en
