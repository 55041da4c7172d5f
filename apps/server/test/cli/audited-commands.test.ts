import { checkAuditLog, readAuditLog } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../../src/cli/command-line.ts'
import { ownSurroundings } from '../../src/cli/surroundings.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

/** What each command that touches people, or what is kept of them, writes down. */
const WRITTEN: Readonly<Record<string, string>> = {
  'analysis compare': 'analysis.seen',
  'analysis frequencies': 'analysis.seen',
  'analysis weights': 'analysis.seen',
  'analysis response': 'analysis.seen',
  'analysis scales': 'analysis.seen',
  'analysis trend': 'analysis.seen',
  'analysis benchmark': 'analysis.seen',
  'codes make': 'codes.made',
  'contacts erase': 'contacts.erased',
  'contacts export': 'contacts.exported',
  'contacts import': 'contacts.imported',
  'contacts list': 'contacts.seen',
  'frame draw': 'frame.drawn',
  'frame import': 'frame.imported',
  'invitations letters': 'contacts.exported',
  'invitations list': 'contacts.exported',
  'invitations make': 'invitations.made',
  'invitations mark': 'invitations.marked',
  'invitations remind': 'reminders.mailed',
  'invitations send': 'invitations.mailed',
  'invitations sms': 'contacts.exported',
  'outbox download': 'outbox.downloaded',
  'outbox list': 'outbox.seen',
  'outbox sent': 'outbox.sent',
  'outbox show': 'outbox.read',
  'publication embargo': 'results.embargoed',
  'publication release': 'results.opened',
  'publication withdraw': 'results.withdrawn',
  publish: 'results.published',
  'responses export': 'answers.exported',
  'responses flagged': 'answers.flaggedSeen',
  'responses import': 'answers.imported',
  'responses redact': 'answer.redacted',
  'retention hold': 'hold.placed',
  'retention release': 'hold.released',
  'retention set': 'retention.set',
  'study approvals': 'approval.asked',
  'study import': 'study.begun',
  'study new': 'study.begun',
  'study policy': 'study.policyRaised',
  'publication fix-plan': 'plan.fixed',
  'publication plan': 'study.planSaved',
  'publication texts': 'study.textsSaved',
  'study share': 'study.shared',
  'study telephone': 'study.phoneChanged',
  'user add': 'member.added',
  'user invite': 'member.invited',
  'user link': 'access.linked',
  'wave close': 'wave.closed',
  'wave open': 'wave.opened',
}

/** Somebody who takes part, as they are known, and what they said. */
const PLANTED = ['Zwaantje Findmij', 'Plantgutstraat 1', 'zwaantje@findmij.example', '0612345678', 'mijn eigen verhaal']

let desk: Desk
let wave: string
let open: string

async function done(...words: readonly string[]): Promise<string> {
  const { code, printed, warned } = await desk.command(...words)
  expect([words.join(' '), code, warned]).toEqual([words.join(' '), 0, warned])
  return printed.join('\n')
}

beforeAll(async () => {
  desk = await openDesk()
  open = await desk.study()
  const opened = await done('wave', 'open', open, '--mode', 'codeConfidential')
  wave = /klankbord codes make --wave (\S+)/.exec(opened)?.[1] ?? ''
  const [name, street, email, phone, story] = PLANTED
  const people = await desk.file('people.csv', `name,address1,email,phone\n${name},${street},${email},${phone}\n`)
  const answers = Array.from({ length: 12 }, (_, place) => `${1 + (place % 2)},1,0,,${story} ${phone}`)
  const file = await desk.file('in.csv', ['safe,used__1,used__2,nights,story', ...answers].join('\n'))
  const purpose = ['--purpose', 'invitation']
  await done('codes', 'make', '--wave', wave, '--count', '3', '--url', 'https://voorbeeldstad.example')
  await done('contacts', 'import', open, people, ...purpose)
  await done('contacts', 'list', open, '--show')
  await done('contacts', 'export', open, ...purpose)
  await done('frame', 'import', people, '--wave', wave)
  await done('frame', 'draw', '--wave', wave, '--seed', 'dobbelsteen 4', '--everyone', '--rest-months', '0')
  await done('invitations', 'make', '--wave', wave)
  const list = await done('invitations', 'list', '--wave', wave, '--url', 'https://voorbeeldstad.example')
  const [id = '', code = ''] = list.split('\n').at(-1)?.split(',') ?? []
  PLANTED.push(code)
  const known = ['--wave', wave, '--url', 'https://voorbeeldstad.example']
  await done('invitations', 'letters', ...known)
  await done('invitations', 'sms', ...known)
  await done('invitations', 'send', ...known)
  const [mail = ''] = (await done('outbox', 'list', '--wave', wave)).split(' ')
  await done('outbox', 'show', mail, '--wave', wave)
  await done('outbox', 'download', '--wave', wave, '--out', `${people}.mbox`)
  await done('outbox', 'sent', mail, '--wave', wave)
  await done('invitations', 'remind', ...known)
  await done('invitations', 'mark', 'invited', id, '--wave', wave)
  await done('responses', 'import', file, '--wave', open)
  await done('responses', 'export', '--wave', open)
  const found = await done('responses', 'flagged', '--wave', open, '--purpose', 'Namen zoeken', '--by', 'Fatima')
  const response = found.split(' ', 1)[0] ?? ''
  const redact = ['--response', response, '--variable', 'story', '--whole', '--why', `Over ${name}`, '--by', 'Fatima']
  await done('responses', 'redact', '--wave', open, ...redact)
  await done('analysis', 'compare', '--wave', open, '--question', 'nights', '--by', 'safe')
  await done('analysis', 'frequencies', '--wave', open)
  const targets = await desk.file('targets.csv', 'variable,category,count\nsafe,1,300\nsafe,2,200\n')
  await done('analysis', 'weights', '--wave', open, '--targets', targets)
  for (const kind of ['response', 'scales']) await done('analysis', kind, '--wave', open)
  await done('analysis', 'trend', '--wave', open, '--question', 'safe')
  await done('analysis', 'benchmark', '--wave', open, '--with', wave, '--question', 'safe')
  const plan = await desk.file('plan.json', await done('publication', 'plan', open))
  await done('publication', 'plan', open, plan)
  await done('publication', 'fix-plan', open)
  const edition = /\/r\/(\S+)/.exec(await done('publish', open, '--members'))?.[1] ?? ''
  await done('publication', 'embargo', edition, '--until', '2026-12-01T09:00')
  await done('publication', 'release', edition)
  await done('publication', 'withdraw', edition, '--reason', 'other', '--words', `Over ${name}`)
  await done('wave', 'close', '--wave', open)
  await done('retention', 'set', open, '--contacts', '6')
  await done('retention', 'hold', open, '--reason', `Klacht van ${name}`, '--by', 'Fatima')
  await done('retention', 'release', open, '--by', 'Fatima')
  await done('contacts', 'erase', open, '--by', 'Fatima')
  await done('study', 'new', '--instrument', 'relatives', '--organisation', 'Raad Oost')
  await done('study', 'share', open, '--organisation', 'Raad Oost')
  await done('study', 'policy', open, '--least-group', '12')
  const texts = await desk.file('texts.json', '{ "texts": { "introduction": { "nl": "Dank u." } } }')
  await done('publication', 'texts', open, texts, '--by', 'Fatima')
  await done('study', 'telephone', open, '--number', '030 123 45 67')
  await done('study', 'approvals', open, '--ask', 'Brieven in mei')
  await done('user', 'add', 'Bep', '--administrator')
  await desk.command(['user', 'link', 'Bep'], { seed: 2 })
  const role = ['--role', 'viewer', '--organisation', 'Eigen organisatie']
  await desk.command(['user', 'invite', 'els@voorbeeldstad.example', ...role], { seed: 3 })
}, 120_000)
afterAll(() => desk.end())

describe('a command that touches people', () => {
  it.each(Object.entries(WRITTEN))('leaves a line in the log: %s', async (_command, action) => {
    const lines = await readAuditLog(desk.database.db, { limit: 1000 })
    expect(lines.map((line) => line.action)).toContain(action)
  })

  it('says of each look at figures which kind it was and of which question', async () => {
    const lines = await readAuditLog(desk.database.db, { limit: 1000 })
    const seen = lines.filter(({ action }) => action === 'analysis.seen').map(({ details }) => details)
    const kinds = ['comparison', 'frequencies', 'weights', 'response', 'scales', 'trend', 'benchmark']
    expect(new Set(seen.map(({ kind }) => kind))).toEqual(new Set(kinds))
    expect(seen.filter(({ kind }) => kind === 'trend')).toMatchObject([{ variables: 'safe' }, { variables: 'safe' }])
  })

  it('says of each file about people which one it was', async () => {
    const lines = await readAuditLog(desk.database.db, { limit: 1000 })
    const files = lines.filter(({ action }) => action === 'contacts.exported').map(({ details }) => details['file'])
    expect(files).toEqual(expect.arrayContaining(['invitations', 'letters', 'sms']))
  })

  it('leaves in it nothing by which a respondent is known, and no answer', async () => {
    const { db } = desk.database
    const log = JSON.stringify(await readAuditLog(db, { limit: 1000 })).toLowerCase()
    expect(log.length).toBeGreaterThan(2000)
    expect(PLANTED.every((planted) => planted.length > 8)).toBe(true)
    expect(PLANTED.filter((planted) => log.includes(planted.toLowerCase()))).toEqual([])
    expect(await checkAuditLog(db)).toBeNull()
  })
})

/** What leaves no line, with why. */
const NOT_WRITTEN: Readonly<Record<string, string>> = {
  'analysis coders': 'reads a file of codes that somebody gave, and nothing that is kept here',
  'retention run': 'each deletion is a line: carry-out-retention.test.ts',
  'invitations reminders': 'as `invitations list`, which it is a choice of',
  'user restore': 'user-commands.test.ts',
  'mail test': 'a message to whoever sets up mail',
  'programme add': 'programme-commands.ts writes it down; it names no respondent',
  'programme put': 'as above',
  'wave set': 'wave.planned, in set-wave.ts; it names nobody',
  'study wording': 'a definition that somebody works on; freezing a version is written down',
  'languages release': 'has a record of its own that nothing is removed from',
  'languages take-back': 'has a record of its own that nothing is removed from',
  'fieldwork place': 'counts of a street and a day, of nobody in particular',
  'fieldwork request': 'a wish for another form, stored apart from everything that tells who',
  'keys replace': 'a key was lost, and with it what it opened',
  'publication recompute': 'says of each figure whether it is still the same, and shows none',
  migrate: 'the shape of tables',
  seal: 'mixes rows and shows nothing',
  restore: 'the log that is restored is the one of the backup',
  serve: 'what is done by it is written down by route',
}

/** Shows counts, definitions or the state of the installation, or keeps a copy that is sealed. */
const SHOWS_NOBODY =
  /^(?:audit|doctor|backup|questionnaire|study (?:instruments|list)|user list|programme list|responses looks|codes count|keys show|languages (?:list|texts)|retention (?:show|proof)|publication (?:list|show|site)|frame (?:plan|show)|wave show|fieldwork (?:account|patterns|requests))\b/

it('stands, for every command there is, on a list of those that leave a line or of those that do not, with why', () => {
  const commands = leaves(commandLine(ownSurroundings(), () => undefined))
  const unlisted = commands.filter((name) => !(name in WRITTEN) && !(name in NOT_WRITTEN) && !SHOWS_NOBODY.test(name))
  expect(unlisted).toEqual([])
  expect(Object.keys({ ...WRITTEN, ...NOT_WRITTEN }).filter((name) => !commands.includes(name))).toEqual([])
})

interface Named {
  readonly commands: readonly Named[]
  name(): string
}

function leaves({ commands }: Named, before = ''): readonly string[] {
  return commands.flatMap((one) => {
    const name = `${before} ${one.name()}`.trim()
    return one.commands.length === 0 ? [name] : leaves(one, name)
  })
}
