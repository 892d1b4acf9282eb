// Every word of the desk, in English. Another language is another file of this shape.
import type { ToldRefusal } from '../../src/api/refusals.ts'
import type { ToldDecision } from '../../src/api/told-decision.ts'

const NUMBER = new Intl.NumberFormat('en')
const counted = (n: number, one: string, many = `${one}s`): string => `${NUMBER.format(n)} ${n === 1 ? one : many}`

const THINGS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  person: ['person', 'people'], civilian: ['civilian', 'civilians'], child: ['child', 'children'], combatant: ['combatant', 'combatants'], medic: ['medic', 'medics'], journalist: ['journalist', 'journalists'], drone: ['drone', 'drones'], missile: ['missile', 'missiles'],
  munition: ['munition', 'munitions'], aircraft: ['aircraft', 'aircraft'], helicopter: ['helicopter', 'helicopters'], tank: ['tank', 'tanks'], armoured_vehicle: ['armoured vehicle', 'armoured vehicles'], vehicle: ['vehicle', 'vehicles'], artillery: ['artillery system', 'artillery systems'],
  ship: ['ship', 'ships'], building: ['building', 'buildings'], school: ['school', 'schools'], hospital: ['hospital', 'hospitals'], facility: ['facility', 'facilities'], settlement: ['settlement', 'settlements'], region: ['region', 'regions'], household: ['household', 'households'], strike: ['strike', 'strikes'],
}

export const en = {
  locale: 'en-GB',
  lang: 'en',
  /** What the switch to the other language is called, in that language. */
  language: 'Українська',
  name: 'Dateline',
  views: { now: 'Now', queue: 'Queue', search: 'Search', voices: 'Voices', tallies: 'Tallies', changes: 'Changes', add: 'Add', account: 'Your account', accounts: 'Accounts' },
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

  headline: (kind: string, at: string, place: string): string => `${kind} ${at} ${place}`,

  measures: {
    killed: 'killed', injured: 'injured', casualties: 'casualties', missing: 'missing', captured: 'captured', released: 'released', displaced: 'displaced', evacuated: 'evacuated', rescued: 'rescued', trapped: 'trapped',
    launched: 'launched', intercepted: 'intercepted', suppressed: 'suppressed', struck: 'struck', damaged: 'damaged', destroyed: 'destroyed', without_service: 'without service', struck_strike: 'carried out',
  } as Readonly<Record<string, string>>,
  /** What was counted, behind a number; null: any number of it. */
  thing: (of: string, n: number | null): string => THINGS[of]?.[n === 1 ? 0 : 1] ?? of,
  bounds: { exact: '', at_least: 'at least ', at_most: 'up to ', about: 'about ', vague: '' } as Readonly<Record<string, string>>,
  boundSigns: { exact: '', at_least: '≥', at_most: '≤', about: '≈', vague: '' } as Readonly<Record<string, string>>,
  some: 'some',
  noFigure: 'no figure',
  weapons: { missile: 'missiles', drone: 'drones', rocket: 'rockets', bomb: 'bombs', tank: 'tanks', mine: 'mines', small_arms: 'small arms', aircraft: 'aircraft', artillery: 'artillery', armoured_vehicle: 'armoured vehicles', knife: 'knives', chemical: 'chemical weapons' } as Readonly<Record<string, string>>,

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
  precisions: { site: 'site', settlement: 'settlement', district: 'district', region: 'region', country: 'country' } as Readonly<Record<string, string>>,

  now: {
    title: 'Incidents', filters: 'Filters', map: 'Map', timeline: 'Timeline', list: 'List',
    chosen: (n: number, all: number): string => (n >= all ? counted(n, 'incident') : `${NUMBER.format(n)} of ${counted(all, 'incident')}`),
    undated: (n: number): string => `${NUMBER.format(n)} under no single day`,
    clear: 'Clear all filters', clearDays: 'All days', any: 'any',
    nothing: 'No incident fits these filters.',
    empty: 'Nothing is in the record yet. Incidents will stand here as soon as reports are added: paste a text or drop files under “Add”, or run “dateline add FILE …”.',
    days: (from: string, to: string): string => (from === to ? from : `${from} – ${to}`),
    column: (day: string, n: number): string => `${day}: ${counted(n, 'incident')}`,
    silence: (n: number): string => `${counted(n, 'day')} without an incident`,
    timelineHelp: 'Timeline. Arrow keys move by day, with Shift they widen the choice, Escape takes it back. Drag to choose days.',
    bar: (what: string, where: string, when: string): string => `${what}, ${where}, ${when}`,
    withoutPoint: 'Without a point', openMap: 'Show the map', noMap: 'This browser cannot draw the map. The places are listed instead.',
    cluster: (name: string, places: number, n: number): string => (places > 1 ? `${name} and ${counted(places - 1, 'place')} near it: ${counted(n, 'incident')}` : `${name}: ${counted(n, 'incident')}`),
    area: (name: string, n: number): string => `${name}, somewhere in this area: ${counted(n, 'incident')}`,
    onlyHere: 'Only what is in view', everywhere: 'Everywhere', zoomIn: 'Closer', zoomOut: 'Farther', whole: 'All of it',
    mapHelp: 'Map of the chosen incidents. Tab goes from place to place; plus and minus zoom.',
    filter: { kind: 'Kind', place: 'Place', side: 'Side', weapon: 'Weapon', claimant: 'Claimant', outlet: 'Outlet', agreement: 'Agreement', review: 'Review', measure: 'Figure', least: 'at least', text: 'Words', from: 'From', to: 'To', within: 'Within the map' } as Readonly<Record<string, string>>,
    columns: { what: 'What', when: 'When', where: 'Where', figures: 'Figures', agreement: 'Voices', reports: 'Reports', review: 'Review' },
    take: (what: string): string => `Take back: ${what}`,
    printed: (from: number, to: number, all: number): string => `Of ${counted(all, 'incident')} those that were in sight are printed: ${NUMBER.format(from)} to ${NUMBER.format(to)}. Narrow the filters for a list that is whole.`,
  },

  incident: {
    figures: 'Figures', matrix: 'Voices and figures', voice: 'Voice', words: 'In their words', others: 'Also said', versions: 'How the numbers changed', whole: 'Part of', parts: 'Its parts', links: 'Connected', nearest: 'Near it, and kept apart', decisions: 'Decisions',
    course: 'From when to when', partly: 'in part',
    phases: { alert: { began: 'declared', ended: 'lifted', lasted: 'lasted' }, outage: { began: 'lost', ended: 'restored', lasted: 'lasted' } },
    partsOfDay: { MO: 'in the morning', MI: 'at midday', AF: 'in the afternoon', EV: 'in the evening', NI: 'at night' } as Readonly<Record<string, string>>,
    length: (at: string): string => at.replace(/^PT(\d+)H$/, '$1 h').replace(/^PT(\d+)M$/, '$1 min').replace(/^P(\d+)D$/, '$1 d'),
    noDecisions: 'No decision has been taken on it.',
    links_: { interception_of: 'shot down of', under_alert: 'during', caused_by: 'caused by' } as Readonly<Record<string, string>>,
    origins: (n: number): string => counted(n, 'independent origin'),
    reports: (n: number): string => counted(n, 'report'),
    alias: 'The incident that was asked for was joined into this one.',
    gone: 'Its claims are found no more; this is how it was last seen.',
    disagree: { figure: 'Two voices disagree on the number', blame: 'Two voices disagree on who did it', account: 'Two voices tell it differently', denial: 'It is denied' } as Readonly<Record<string, string>>,
    kept: (km: number | null, days: number): string => [km === null ? null : km < 1 ? 'the same place' : `${Math.round(km)} km away`, days === 0 ? 'the same day' : counted(days, 'day') + ' apart'].filter((part) => part !== null).join(', '),
    changed: (came: number, went: number): string => `Since it was judged ${[came > 0 ? `${counted(came, 'claim')} came` : '', went > 0 ? `${counted(went, 'claim')} went` : ''].filter((part) => part !== '').join(' and ')}.`, corrected: 'Corrected by a person:', correctedFields: { type: 'kind', place: 'place', date: 'days', by: 'by', against: 'against', weapons: 'weapons' } as Readonly<Record<string, string>>,
    rule: (name: string): string => `low, best and high by the rule “${name}”`,
    scale: (low: string, high: string, n: number): string => `from ${low} to ${high}, ${counted(n, 'voice')}`,
    notThere: 'There is no such incident here.',
  },

  report: {
    versions: 'Versions', version: (n: number, of: number): string => `version ${n} of ${n > of ? n : of}`, earlier: 'An earlier version of this report, kept as it was; a later one replaced it.',
    compare: 'Side by side with the version before', single: 'This version alone',
    removed: (n: number): string => `${counted(n, 'piece')} of the page left out as not reporting`,
    captions: 'Captions and credits', copies: 'Tells the same from the same origin', shared: (share: number) => `about ${Math.round(share * 100)} % of the words in common, ${100 - Math.round(share * 100)} % rewritten`, bytes: 'Save the bytes as they came', bytesHelp: 'The file is not opened here: it is whatever the source sent.', original: 'Save what it was taken out of',
    posts: (n: number): string => `live blog, ${counted(n, 'post')}`, claims: (n: number): string => counted(n, 'claim'),
    again: 'printed again, changed', pinned: 'pinned', sumsUp: 'sums up other posts', replaces: 'replaces an earlier version of this post', noClaims: 'No claim was found in it.',
    claim: (what: string, who: string): string => `${what}, ${who}. To its incident.`,
    notThere: 'There is no such report here.', address: 'Address', dayFrom: (how: string): string => `day by the page’s ${({ json_ld: 'data', meta: 'data', time_element: 'time', url: 'address', text: 'text' })[how] ?? how}`, fetched: (when: string): string => `fetched ${when}`, archived: (archive: string, when: string | null, status: number | null): string => `out of the web archive ${archive}${when === null ? '' : `, recorded ${when}`}${status === null ? '' : `, the server answered ${status}`}`, why: (reason: string): string => reason.replaceAll('_', ' '),
  },

  /** Why a decision needs another look. */
  standing: (causes: readonly string[]): string => causes.map((why) => ({ claims_gone: 'claims that it names are found no more', claims_changed: 'the incident’s claims have changed since', not_one: 'what was to be one incident is not', not_apart: 'what was to be apart is not', words_gone: 'its words are found no more in their report', found_by_itself: 'the claim is found without it now' })[why] ?? why).join('; '),
  /** What was decided, a clause; the server's own words are English. */
  decided: (_told: ToldDecision, words: string): string => words,
  decidedBy: (by: string, what: string): string => `${by} ${what}`,
  /** What the server refused: by its code and particulars, else in its words. */
  refusal: (_told: ToldRefusal | null, words: string): string => words,
  /** What could not be read or fetched. */
  trouble: (_code: string, words: string): string => words,
  undoneBy: (decision: number): string => `undone by decision ${decision}`,

  queue: {
    help: 'What wants a person’s look, worst first.', helpKeys: 'Worked by keys: j and k go on and back, the rest decide.', readOnly: 'Here it can only be read: deciding needs a folder that can be written to, and the role for it.',
    keysTitle: 'All keys', reasonsLabel: 'Reasons to look', total: (n: number): string => `${counted(n, 'incident')} to look at`, page: (from: number, to: number): string => `${NUMBER.format(from)}–${NUMBER.format(to)}`, before: 'Back', after: 'On',
    reasons: { contested: 'Contested', high_count: 'High counts', low_grade: 'Low grades', unresolved_place: 'Unresolved places', another_look: 'Decisions in doubt', changed: 'Changed since decided', unreviewed: 'Not judged yet', unpublished: 'To publish' } as Readonly<Record<string, string>>,
    /** Why one incident is in the queue: in the server's words, else in ours with the figures that it rests on. */
    because: (_why: string, words: string, _figures: string, _looks: readonly { decision: number, causes: readonly string[] }[]): string => words,
    loose: (n: number): string => `${counted(n, 'decision')} on incidents that are found no more`, looseHelp: 'None of their claims is in an incident any more: the reports were read otherwise, or are gone. They are kept, and can be taken back.',
    cases: 'Save the cases', casesHelp: 'What people added, corrected and called wrong in reports, as the files that “dateline eval” reads: put them into one folder. Nothing is sent anywhere.', caseFiles: { 'cases.facts.jsonl': 'figures to be found', 'cases.incidents.jsonl': 'incidents to be found', 'cases.wrong.jsonl': 'what is not to be found', 'manifest.jsonl': 'their reports' } as Readonly<Record<string, string>>,
    nothing: 'Nothing is left for these reasons. Choose another above, or look at all that nobody has judged yet.', empty: 'Nothing wants a look. Incidents will stand here as soon as reports are added whose voices disagree, whose counts are high, or whose places cannot be told.',
    left: 'Decided; it leaves the list when you go on', chooseFirst: 'Choose an incident first: j takes the next.', cannot: (what: string): string => `“${what}” makes no sense for this incident as it stands.`,
    keys: [['j k', 'the next, the one before'], ['a', 'accept'], ['c', 'correct a field'], ['m', 'merge with another'], ['s', 'split off some claims'], ['v', 'move a claim to another'], ['g', 'grade what is said, or who says it'], ['n', 'note'], ['p', 'publish what was accepted'], ['x', 'a claim is wrong'], ['u', 'take a decision back'], ['Esc', 'close what is open'], ['/', 'search'], ['?', 'these keys']] as readonly (readonly [string, string])[],
    keysHelp: 'In a form Tab goes from field to field, Ctrl+Enter sends it and Escape leaves everything as it was.',
  },
  decide: {
    bar: 'Decide', by: 'Kept in the log with your name; it can be taken back.', taken: (words: string): string => `Taken: ${words}.`, allTheSame: 'Decide on it as it is now', reason: 'Why (if you like)', reasonNeeded: 'Why', none: 'none', note: 'Note', goOn: 'Go on',
    does: { accept: 'Accept', correct: 'Correct', merge: 'Merge', split: 'Split', move: 'Move', grade: 'Grade', note: 'Note', publish: 'Publish', reject: 'Wrong claim', undo: 'Take back', withdraw: 'Withdraw', reopen: 'Reopen', add: 'Add the claim' },
    titles: { correct: 'Correct a field', merge: 'Merge with another incident', split: 'Split off claims', move: 'Move a claim', grade: 'Grade', note: 'Note', publish: 'Publish', withdraw: 'Withdraw from publication', reopen: 'Reopen', reject: 'A claim is wrong', undo: 'Take a decision back', reject_in_report: 'This is wrong', take_back: 'Take a decision back', add_claim: 'This is a claim', find_words: 'Add a claim by its words', help: 'Keys' },
    about: { publish: 'It is published as it stands now. If its claims change, it comes back to the queue.', withdraw: 'It goes back to being accepted, and is published no longer.', reopen: 'It goes back to being judged by nobody.', merge: 'Both are one incident from now on, under the smaller id; the other id leads to it.', split: 'The chosen claims become an incident of their own.', move: 'The claim goes to the other incident, with its numbers.', reject: 'The claim counts for nothing any more. It is kept, with your reason, as a case to improve the reading by.' },
    whichClaim: 'Which claim', whichClaims: 'Which claims', whichIncident: 'Which incident', findIncident: 'Another, by words', whichDecision: 'Which decision', whichPlace: 'Which of these', noPlace: 'The gazetteer has no place of that name.', people: (n: string): string => `${n} people`, nothingToUndo: 'There is no decision on it that could be taken back.',
    target: 'Of', theIncident: 'the incident', theClaim: (who: string, words: string): string => `${who}: “${words}”`, field: 'Field', restsOn: 'It rests on', words: 'Words of a claim', source: 'Or a source, described', noNumber: 'These words name no number.',
    fields: { type: 'Kind', place: 'Place', date: 'Days', figure: 'A figure', by: 'By', against: 'Against', weapons: 'Weapons', quantity: 'Number', claimant: 'Claimant', stance: 'Stance', measure: 'What befell', of: 'What is counted', value: 'Number', bound: 'As', from: 'From', to: 'To', low: 'Low', best: 'Best', high: 'High' },
    bounds: { exact: 'exactly', at_least: 'at least', at_most: 'up to', about: 'about', vague: 'a vague word' } as Readonly<Record<string, string>>, stances: { asserted: 'asserted', denied: 'denied', unconfirmed: 'unconfirmed' } as Readonly<Record<string, string>>,
    gradeWhat: 'What is graded', gradeOf: { claim: 'what is said', voice: 'who says it' }, grade: 'Grade', gradedNow: (grade: string): string => `Graded ${grade} now.`,
    sourceGrades: { A: 'completely reliable', B: 'usually reliable', C: 'fairly reliable', D: 'not usually reliable', E: 'unreliable', F: 'cannot be judged' } as Readonly<Record<string, string>>, informationGrades: { 1: 'confirmed', 2: 'probably true', 3: 'possibly true', 4: 'doubtful', 5: 'improbable', 6: 'cannot be judged' } as Readonly<Record<string, string>>,
    missing: { text: 'Write something.', other: 'Choose the other incident; it is being read if you just did.', claims: 'Choose the claims that are another incident.', rest: 'Nothing would be left of the incident: leave at least one claim.', reason: 'Say why.', grade: 'Choose a grade.', voice: 'The voice is being read; try again.', number: 'Give a number.', evidence: 'A number rests on something: choose the words that say it, or describe the source.', place: 'Choose one of the places, or empty the field.', says: 'A claim tells of an event or counts something: choose a kind, or what befell.' },
    findWords: 'The words, exactly as they stand in the report', belongs: (what: string): string => `It belongs to the incident that is open: ${what}`,
    isClaim: 'This is a claim', isWrong: 'This is wrong', addByWords: 'Add a claim by its words', chosenWords: 'The chosen words', openedClaim: 'The claim that is open', takeBack: 'Take back',
  },

  search: { label: 'Search the record', hint: 'Words; in “double quotes” as they stand', incidents: 'Incidents', reports: 'Reports', none: 'Nothing in the record has all of these words.', begin: 'Type words: places, names, numbers, anything that was said. Incidents and reports that have all of them appear as you type.', more: 'and more; add a word to narrow it', took: (n: number): string => `${NUMBER.format(n)} found` },
  voices: { claimants: 'Claimants', outlets: 'Outlets', name: 'Voice', incidents: 'Incidents', figures: 'Figures', revised: 'Revised', disputed: 'Others said otherwise', denied: 'Denials', span: 'From – to', find: 'Find a voice', empty: 'Nobody has been heard yet. Claimants and outlets are listed here as soon as reports are added.', help: 'Revised: the voice itself later gave another number. Others said otherwise: its figure stands beside a different one.' },
  tallies: { empty: 'No running total has been told yet. Where claimants count losses or casualties from day to day, their lines stand here.', help: 'Each point is a total as one claimant told it on that day. Nothing is added up here.', open: (claimant: string, value: string, day: string): string => `${claimant}: ${value}, ${day}`, table: 'As a table', day: 'Day' },
  changes: {
    since: 'Since', hour: 'the last hour', day: 'the last day', week: 'the last week', look: 'I last looked', reports: 'Reports that arrived', incidents: 'Incidents they tell of', unread: 'Not read', seen: 'I have seen this', none: 'Nothing has arrived since then.', version: (n: number): string => `version ${n}`, more: 'The latest 150 are listed.',
    revised: 'What reports changed', revisedHelp: 'Each version of a page, and each wording of a post, is set beside the one before in terms of what is reported. Words that only moved are no change.', moreRevised: 'Not all that changed is looked at here; “dateline changes” lists the rest.',
    change: { added: 'added', dropped: 'dropped', changed: 'changed' } as Readonly<Record<string, string>>, notice: { correction: 'Correction', clarification: 'Clarification', amendment: 'Amendment' } as Readonly<Record<string, string>>, post: { new: 'a new post', edited: 'a post, changed', gone: 'a post that is there no longer' } as Readonly<Record<string, string>>,
    fields: { figure: 'figure', counted: 'what is counted', claimant: 'claimant', stance: 'stance', type: 'kind', place: 'place', date: 'day', sides: 'sides', weapons: 'weapons' } as Readonly<Record<string, string>>, versions: (from: number, to: number): string => `version ${from} to ${to}`, told: (when: string): string => `told ${when}`,
  },
  add: {
    title: 'Add to the record', link: 'Fetch a link', fetch: 'Fetch and keep', linkHelp: 'The page is fetched from this machine as its robots.txt allows, once, and kept with what its server said. Nothing else is asked.', paste: 'Paste a text or a page', text: 'Text or HTML', outlet: 'Outlet', url: 'Address', published: 'Published (YYYY-MM-DD)', heading: 'Title', read: 'Read and keep', files: 'Or drop files here', choose: 'Choose files …', unable: 'Nothing can be added: the folder of the record cannot be written to.',
    states: { fetching: 'is being fetched …', waiting: 'waits', reading: 'is being read …', read: 'read', failed: 'not read' } as Readonly<Record<string, string>>,
    what: { new: 'new', unchanged: 'was there already', new_version: 'a new version', reread: 'read again', unread: 'not read' } as Readonly<Record<string, string>>,
    claims: (n: number): string => counted(n, 'claim'), recent: 'Lately added here', help: 'What you add is kept as it came, read on this machine, and sent nowhere.', drop: 'Let go to add',
  },
  account: {
    signIn: 'Sign in', signingIn: 'Signing in …', signOut: 'Sign out', signedInAs: (name: string): string => `Signed in as ${name}. Your account`,
    signInHelp: 'Sign in to read and judge the record.', ended: 'You are signed out: the session has ended. Sign in to go on where you were.',
    name: 'Name', password: 'Password', code: 'One-time code', codeHelp: 'The six digits that your authenticator app shows, or one of your recovery codes.',
    title: (name: string): string => name, local: 'You sit at the machine that the desk runs on, and need no account. For others to sign in, make accounts with “dateline account add”.',
    roleNames: { reader: 'reader', analyst: 'analyst', editor: 'editor', admin: 'admin' } as Readonly<Record<string, string>>,
    roles: { reader: 'Reader: reads everything.', analyst: 'Analyst: reads, adds, decides.', editor: 'Editor: decides and publishes.', admin: 'Admin: everything, and the accounts.' } as Readonly<Record<'reader' | 'analyst' | 'editor' | 'admin', string>>,
    mustChange: 'You signed in with a first password. Choose one of your own; until then nothing else can be done.',
    changePassword: 'Change password', current: 'Password now', next: 'New password', again: 'New password once more', passwordHelp: '12 characters at least; four words that do not belong together are good. Everywhere else you are signed out.',
    notAlike: 'The new password and its repetition are not alike.', passwordChanged: 'The password is changed, and every other session has ended.',
    totp: 'One-time codes', totpHelp: 'With codes from an authenticator app, a stolen password alone lets nobody in.', totpIsOn: (left: number): string => `Signing in asks for a code. ${counted(left, 'recovery code')} left.`,
    totpTurnOn: 'Set up codes', totpTurnOff: 'Turn codes off', totpKey: 'Scan this with an authenticator app, or open the link on the device that has one:', totpQr: 'The key as a QR code; it stands below as text, too', totpByHand: 'Or type the key into the app:', copy: 'Copy', copied: 'The key was copied. Whoever has it can make your codes: paste it into the app alone.', totpLink: 'Open in an authenticator app', totpFirst: 'The code that it shows now', totpConfirm: 'Confirm',
    totpOn: 'From now on signing in asks for a code.', totpOff: 'Signing in asks for no code any more.', recovery: 'Recovery codes, each good once, for when the phone is lost. Keep them apart from it; they are not shown again.',
    sessions: 'Where you are signed in', since: 'Since', lastSeen: 'Last seen', from: 'From', browser: 'Browser', thisOne: 'this one', revoke: 'End it', revoked: 'That session has ended.', revokeAll: 'Sign out everywhere, and forget all devices',
    accounts: 'Accounts', accountsHelp: 'A change of role holds from the next request on. Every change stands in the log. Accounts are disabled, never taken away, for decisions are signed with them.',
    none: 'There are no accounts: whoever sits at this machine may do everything, and no other machine can reach the desk. The first account is made on the command line: dateline account add NAME --role admin', role: 'Role', roleOf: (name: string): string => `Role of ${name}`, state: 'State', sessionsShort: 'Sessions', does: 'What can be done',
    disabled: 'disabled', hasToChange: 'has a first password', withCodes: 'one-time codes', own: 'your account', reset: 'New first password', revokeTheirs: 'Sign out everywhere', disable: 'Disable', enable: 'Enable', make: 'Make an account',
    first: (name: string): string => `The first password of ${name}, shown this once. It has to be changed at the first sign-in.`,
  },
}

/** What a file of texts holds. */
export type Texts = typeof en
