/**
 * The strings of a publication in which no author can type a number once answers came in, each with the reason. `*` is one
 * step, `**` any number of them. Every other string is searched (`settle-texts.ts`), so that a new field is until it stands here.
 */
export const EXEMPT_TEXTS: readonly (readonly [path: string, reason: string])[] = [
  ...made('format', 'id', 'hash', 'language', 'languages/*', 'publishedOn', 'headline', 'disclosure/**', 'recipe/**'),
  ...codebook('recipe/weights/**', 'recipe/comparisons/planned/**'),
  ...made('wave/mode', 'wave/from', 'wave/to', 'account/frame/strata/**'),
  ...beforeAnswers('study/title/*', 'study/organisation', 'wave/title/*'),
  ...codebook('breakdowns/**', 'tables/*/id', 'tables/*/kind', 'tables/*/subject/**', 'tables/*/by/**'),
  ...codebook('tables/*/categories/**', 'tables/*/groups/*/label/*'),
  ...codebook('numbers/*/id', 'numbers/*/subject/**', 'numbers/*/by/**', 'numbers/*/groups/*/label/*'),
  ...made('numbers/*/measure', 'numbers/*/rounding', 'numbers/*/groups/*/status'),
  ...made('numbers/*/groups/*/reason', 'numbers/*/groups/*/verdict'),
  ...made('tables/*/groups/*/status', 'tables/*/groups/*/reason', 'tables/*/groups/*/verdict'),
  ...made('tables/*/groups/*/cells/**', 'tables/*/groups/*/base/**', 'tables/*/groups/*/positive/**'),
  ...made('account/fieldwork/**', 'methods/**'),
  ...made('plan/hash', 'plan/fixedOn', 'plan/changedSince/*', 'correction/publishedOn', 'correction/reason'),
  ...made('audiences/*/audience', 'selection/**'),
  ...codebook('audiences/*/questions/*', 'audiences/*/breakdowns/*'),
  ...codebook('missing/**', 'trend/**', 'changes/**', 'recipes/**'),
  ...quoted('quotes/*/question', 'quotes/*/title/*', 'quotes/*/theme', 'quotes/*/text'),
]

type Rows = readonly (readonly [string, string])[]

function rows(paths: readonly string[], reason: string): Rows {
  return paths.map((path) => [path, reason])
}

function made(...paths: readonly string[]): Rows {
  return rows(paths, 'the program writes it, from fixed words')
}

function beforeAnswers(...paths: readonly string[]): Rows {
  return rows(paths, 'it is typed before anybody answers, cannot be changed, and everybody who answers reads it')
}

function codebook(...paths: readonly string[]): Rows {
  return rows(
    paths,
    'it stands in the version of the questionnaire, which is frozen before anybody answers; labels of bands, which a plan gives, are searched there',
  )
}

function quoted(...paths: readonly string[]): Rows {
  return rows(
    paths,
    'the words are of somebody who answered, and a client expert released them; no author can change them',
  )
}

const PATTERNS = EXEMPT_TEXTS.map(([path]) => path.replaceAll('**', '.+').replaceAll('*', '[^/]+'))
const EXPRESSION = new RegExp(`^(?:${PATTERNS.join('|')})$`)

/** Whether nobody can have typed the string at this place: keys and indexes with a slash between. */
export function isExempt(path: string): boolean {
  return EXPRESSION.test(path)
}
