import type {
  Base,
  Category,
  LocalizedText,
  Publication,
  ReleasedGroup,
  ReleasedTable,
  RepresentedGroup,
  RepresentedGroups,
  ShareEstimate,
  TableSubject,
  Tone,
  Verdict,
} from '@klankbord/model'

/** A group of the fixture: its people, its answers, and what happens to it. */
export interface GroupSpec {
  readonly code: number
  readonly label: LocalizedText
  readonly people: number
  readonly answers: number
  readonly hidden?: 'tooFew' | 'complementary'
}

/** A question of the fixture: the shares of its answers, in hundredths. */
export interface QuestionSpec {
  readonly name: string
  readonly label: LocalizedText
  readonly prompt?: LocalizedText
  readonly theme?: string
  readonly scale?: string
  readonly kind?: 'single' | 'multiple'
  readonly answers: readonly (readonly [label: LocalizedText, tone: Tone | undefined, hundredths: number])[]
  readonly lower?: { readonly group: string; readonly hundredths: readonly number[] }
}

const POPULATION = 1400

/** Wilson's interval with finite population, reckoned here on its own. */
export function wilson(count: number, n: number, population: number | null = POPULATION): ShareEstimate {
  const z = 1.959964
  const share = count / n
  const fpc = population === null ? 1 : (population - n) / (population - 1)
  const zz = z * z * fpc
  const centre = (share + zz / (2 * n)) / (1 + zz / n)
  const half = (Math.sqrt(zz) / (1 + zz / n)) * Math.sqrt((share * (1 - share)) / n + zz / (4 * n * n))
  return { count, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

const agreement = (shares: readonly [number, number, number, number, number]): QuestionSpec['answers'] => [
  [{ nl: 'helemaal oneens', en: 'strongly disagree' }, 'negative', shares[0]],
  [{ nl: 'oneens', en: 'disagree' }, 'negative', shares[1]],
  [{ nl: 'ertussenin', en: 'in between' }, 'neutral', shares[2]],
  [{ nl: 'eens', en: 'agree' }, 'positive', shares[3]],
  [{ nl: 'helemaal eens', en: 'strongly agree' }, 'positive', shares[4]],
]

const statement = (
  name: string,
  theme: string,
  nl: string,
  en: string,
  shares: readonly [number, number, number, number, number],
  lower?: QuestionSpec['lower'],
): QuestionSpec => ({
  name,
  theme,
  scale: 'agreement',
  label: { nl, en, ar: 'جملة' },
  prompt: { nl: 'Bent u het eens met deze zin?', en: 'Do you agree with this sentence?' },
  answers: agreement(shares),
  ...(lower ? { lower } : {}),
})

export const QUESTIONS: readonly QuestionSpec[] = [
  statement(
    'knew_where',
    'access',
    'Ik wist bij wie ik hulp kon vragen.',
    'I knew whom to ask for help.',
    [9, 11, 16, 40, 24],
  ),
  statement('quick', 'access', 'Mijn hulp begon snel.', 'My help started soon.', [13, 16, 12, 35, 24], {
    group: 'Zuidoost',
    hundredths: [24, 26, 14, 22, 14],
  }),
  statement(
    'listened',
    'access',
    'De medewerker luisterde echt naar mij.',
    'The worker really listened to me.',
    [4, 5, 10, 44, 37],
  ),
  {
    name: 'knew_supporter',
    theme: 'access',
    scale: 'yesNo',
    label: { nl: 'Kende u de gratis cliëntondersteuner?', en: 'Did you know the free client supporter?' },
    answers: [
      [{ nl: 'ja', en: 'yes' }, 'positive', 39],
      [{ nl: 'nee', en: 'no' }, 'negative', 61],
    ],
  },
  statement('good', 'quality', 'Mijn hulp is goed.', 'My help is good.', [4, 7, 13, 44, 32]),
  statement('fits', 'quality', 'Mijn hulp past bij wat ik nodig heb.', 'My help fits what I need.', [5, 6, 11, 44, 34]),
  statement(
    'more',
    'effect',
    'Met deze hulp kan ik meer doen van wat ik graag wil.',
    'With this help I can do more of what I want to do.',
    [8, 10, 18, 36, 28],
  ),
  {
    name: 'contact',
    theme: 'access',
    kind: 'multiple',
    label: { nl: 'Hoe had u contact met de gemeente?', en: 'How were you in touch with the municipality?' },
    answers: [
      [{ nl: 'telefoon', en: 'telephone' }, undefined, 62],
      [{ nl: 'brief of e-mail', en: 'letter or e-mail' }, undefined, 41],
      [{ nl: 'thuis', en: 'at home' }, undefined, 38],
    ],
  },
]

const place = (
  code: number,
  name: string,
  people: number,
  answers: number,
  hidden?: GroupSpec['hidden'],
): GroupSpec => ({
  code,
  label: { nl: name },
  people,
  answers,
  ...(hidden ? { hidden } : {}),
})

export const DISTRICTS: readonly GroupSpec[] = [
  place(1, 'Buitengebied', 26, 9, 'tooFew'),
  place(2, 'Centrum', 236, 97),
  place(3, 'Havenkwartier', 52, 21, 'complementary'),
  place(4, 'Noord', 318, 139),
  place(5, 'Oost', 274, 120),
  place(6, 'West', 251, 107),
  place(7, 'Zuidoost', 243, 101),
]

export const AGES: readonly GroupSpec[] = [
  { code: 1, label: { nl: '18 tot en met 44 jaar', en: '18 to 44 years' }, people: 224, answers: 58 },
  { code: 2, label: { nl: '45 tot en met 64 jaar', en: '45 to 64 years' }, people: 392, answers: 160 },
  { code: 3, label: { nl: '65 tot en met 79 jaar', en: '65 to 79 years' }, people: 434, answers: 221 },
  { code: 4, label: { nl: '80 jaar en ouder', en: '80 years and over' }, people: 350, answers: 155 },
]

/** One in twenty has no opinion, one in fifty skips. */
export function baseOf(total: number): Base {
  const skipped = Math.round(total / 50)
  const dontKnow = Math.round(total / 20)
  return {
    total,
    asked: total,
    answered: total - skipped,
    valid: total - skipped - dontKnow,
    empties: { skipped, dontKnow },
  }
}

/** Whole counts that follow the shares; in a single question they add up to the base. */
function countsOf(spec: QuestionSpec, valid: number, hundredths: readonly number[]): readonly number[] {
  if (spec.kind === 'multiple') return hundredths.map((share) => Math.round((share * valid) / 100))
  let before = 0
  let counted = 0
  return hundredths.map((share) => {
    before += share
    const count = Math.round((before * valid) / 100) - counted
    counted += count
    return count
  })
}

export function subjectOf(spec: QuestionSpec): TableSubject {
  const { name, label, prompt, theme, scale } = spec
  return {
    name,
    label,
    sensitive: false,
    ...(prompt ? { prompt } : {}),
    ...(theme ? { theme } : {}),
    ...(scale ? { scale } : {}),
  }
}

export function categoriesOf(spec: QuestionSpec): readonly Category[] {
  return spec.answers.map(([label, tone], index) => ({
    code: index + 1,
    value: index + 1,
    label,
    ...(tone ? { tone } : {}),
  }))
}

function shownGroup(spec: QuestionSpec, group: GroupSpec | null, verdict: Verdict): ReleasedGroup {
  const base = baseOf(group?.answers ?? 594)
  const special = spec.lower && spec.lower.group === group?.label['nl'] ? spec.lower.hundredths : null
  const counts = countsOf(spec, base.valid, special ?? spec.answers.map(([, , share]) => share))
  const positive = counts.reduce((sum, count, index) => sum + (spec.answers[index]?.[1] === 'positive' ? count : 0), 0)
  const population = group?.people ?? POPULATION
  return {
    code: group?.code ?? null,
    label: group?.label ?? { nl: 'Iedereen', en: 'Everybody' },
    population,
    status: base.valid < 30 ? 'indicative' : 'shown',
    base,
    cells: counts.map((count) => ({ status: 'shown', ...wilson(count, base.valid, population) })),
    positive: spec.answers.some(([, tone]) => tone === 'positive') ? wilson(positive, base.valid, population) : null,
    verdict,
  }
}

/** A released table. The brand is cast here and nowhere else. */
export function tableOf(spec: QuestionSpec, by: TableSubject | null, groups: readonly GroupSpec[]): ReleasedTable {
  const tested = spec.answers.some(([, tone]) => tone === 'positive')
  const released = by
    ? groups.map((group): ReleasedGroup => {
        const { code, label, people: population, hidden } = group
        if (hidden) return { code, label, population, status: 'hidden', reason: hidden }
        const lower = spec.lower?.group === label['nl'] ? 'lower' : 'noClearDifference'
        return shownGroup(spec, group, tested ? lower : 'notTested')
      })
    : [shownGroup(spec, null, 'notTested')]
  const table = {
    id: by ? `${spec.name}×${by.name}` : spec.name,
    kind: spec.kind ?? 'single',
    subject: subjectOf(spec),
    by,
    categories: categoriesOf(spec),
    groups: released,
  }
  return table as unknown as ReleasedTable
}

/** A released table with other values, and with other values of its groups: for what draws them, right or wrong. */
export function changedTable(
  table: ReleasedTable,
  changes: object,
  ofGroup: (group: ReleasedGroup) => object = () => ({}),
): ReleasedTable {
  const groups = table.groups.map((group) => ({ ...group, ...ofGroup(group) }))
  return { ...table, groups, ...changes } as unknown as ReleasedTable
}

/** A publication as JSON that somebody changed after it was sealed: to be refused. */
export function tamperedWith(publication: Publication, changes: object): unknown {
  return JSON.parse(JSON.stringify({ ...publication, ...changes }))
}

export const DISTRICT: TableSubject = {
  name: 'district',
  label: { nl: 'In welke wijk woont u?', en: 'In which district do you live?' },
  sensitive: false,
}
export const AGE: TableSubject = {
  name: 'age',
  label: { nl: 'Hoe oud bent u?', en: 'How old are you?' },
  sensitive: false,
}

export const TABLES: readonly ReleasedTable[] = QUESTIONS.flatMap((spec) => [
  tableOf(spec, null, []),
  tableOf(spec, DISTRICT, DISTRICTS),
  tableOf(spec, AGE, AGES),
])

const sizes = (groups: readonly GroupSpec[]): Record<string, number> =>
  Object.fromEntries(groups.map(({ code, people }) => [String(code), people]))

const missingBy = ({ name, label }: TableSubject, groups: readonly GroupSpec[]): RepresentedGroups => {
  const complete = groups.every(({ hidden }) => hidden === undefined)
  const answers = complete ? groups.reduce((sum, group) => sum + group.answers, 0) : 594
  return {
    variable: name,
    label,
    answers,
    groups: groups.map(({ code, label: called, people, answers: came, hidden }): RepresentedGroup => {
      const shareOfPeople = people / POPULATION
      const group = { code, label: called, people, shareOfPeople }
      if (hidden) return { ...group, status: 'hidden', reason: hidden }
      const { share, low, high } = wilson(came, answers)
      const under = high < shareOfPeople && share < 0.8 * shareOfPeople
      const over = low > shareOfPeople && share > 1.1 * shareOfPeople
      const verdict = under ? 'under' : over ? 'over' : 'similar'
      return { ...group, status: 'shown', answers: came, shareOfAnswers: share, low, high, verdict }
    }),
  }
}

/** Who is missing by the two breakdowns, reckoned here on its own. */
export const MISSING: readonly RepresentedGroups[] = [missingBy(DISTRICT, DISTRICTS), missingBy(AGE, AGES)]

/** A publication that says something else than it did; its hash stays as it was. */
export function changedPublication(publication: Publication, changes: object): Publication {
  return { ...publication, ...changes }
}

/** Voorbeeldstad 2026: 1,400 people invited, 594 answers, two breakdowns, one clear difference. The hash is not a real one. */
export function samplePublication(changes: Partial<Publication> = {}): Publication {
  return {
    format: 'klankbord-publication/1',
    id: 'voorbeeldstad-2026',
    hash: '7c1e94b052fd'.padEnd(64, '0'),
    study: {
      title: { nl: 'Cliëntervaringsonderzoek Wmo', en: 'Client experience survey Wmo' },
      organisation: 'Cliëntenplatform Voorbeeldstad',
      sample: true,
      tryOut: false,
    },
    wave: {
      title: { nl: 'Voorjaar 2026', en: 'Spring 2026' },
      mode: 'codeAnonymous',
      from: '2026-W07',
      to: '2026-W17',
    },
    edition: 1,
    publishedOn: '2026-06-16',
    language: 'nl',
    languages: ['nl', 'en'],
    account: {
      answered: 594,
      frame: {
        population: POPULATION,
        invited: POPULATION,
        source: {
          nl: 'register van de gemeente, 31 december 2025',
          en: 'register of the municipality, 31 December 2025',
        },
        strata: { district: sizes(DISTRICTS), age: sizes(AGES) },
      },
    },
    headline: 'good',
    breakdowns: [DISTRICT, AGE],
    tables: TABLES,
    disclosure: {
      policy: { leastGroup: 10, indicativeBelow: 30, sensitiveCell: 4 },
      hidden: { tooFew: 8, complementary: 8 },
      verdict: 'safe',
      audited: 16,
      narrowest: 9,
    },
    recipe: {
      questionnaire: 'ab'.repeat(32),
      version: 1,
      interval: 'wilsonFinitePopulation',
      level: 0.95,
      weights: 'none',
      comparisons: { made: 63, clear: 1, leastDifference: 0.05 },
      input: { rows: 594, digest: 'cd'.repeat(32) },
    },
    ...changes,
  }
}
