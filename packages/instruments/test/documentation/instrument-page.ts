import { MAKERS_LANGUAGES, type Codebook, type Questionnaire, type Scale, type Variable } from '@klankbord/model'
import { codebook, compile, describeCondition, lengthOf } from '@klankbord/questionnaire'
import type { Instrument, PurposeLimit } from '../../src/index.ts'
import { answerTable, returningLists } from './answer-lists.ts'
import { grouped } from './grouped.ts'
import { bilingual, code, paragraphs, row, table, WRITTEN } from './markdown.ts'
import { pageSection } from './question-section.ts'

/** Where a rule on the use of an instrument comes from, other than from us. */
const LIMIT_SOURCES: Readonly<Record<string, string>> = {
  'wmo-client-experience': 'instrumentwijzer.nl: not meant to judge single institutions',
  'youth-and-parents': 'questions and answers on vng.nl, and zorgfocuz: not for purchasing, not per institution',
}

const LIMITS: Readonly<Record<PurposeLimit['never'], string>> = {
  rankProviders: 'never to rank or judge single providers',
  perInstitution: 'never per institution',
  purchasing: 'never to decide on purchasing',
}

/** The questionnaire of an instrument. @throws Error when it does not compile, which another test forbids */
export function compiledOf({ id, definition }: Instrument): Questionnaire {
  const { questionnaire } = compile(definition)
  if (!questionnaire) throw new Error(`${id} does not compile`)
  return questionnaire
}

/** "15 of 16 questions, about 9 minutes". */
export function lengthWords(questionnaire: Questionnaire): string {
  const { questions, minutes } = lengthOf(questionnaire)
  const all = questionnaire.questions.length
  const many = questions === all ? `${all} questions` : `${questions} of ${all} questions`
  return `${many}, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}

const NOT_STORED =
  'The answer to a question that is "not stored" only decides what comes next. It is erased when somebody sends their answers, or when answers that were never sent are forgotten. What stays is the worked-out value made of it, yes or no.'

/** The page of documentation of an instrument. */
export function instrumentPage(instrument: Instrument): string {
  const { id, title } = instrument
  const questionnaire = compiledOf(instrument)
  const book = codebook(questionnaire)
  const lists = returningLists(questionnaire)
  const context = { questionnaire, codebook: book, lists }
  return `${paragraphs(
    `# ${title['nl'] ?? id}`,
    WRITTEN,
    `*${title['en'] ?? id}* · ${code(id)} · [all instruments](README.md)`,
    aboutTable(instrument, questionnaire),
    limitsSection(instrument),
    '## Questions and answers',
    'Every question can be skipped, but for those that say otherwise. "Sensitive" asks for the stricter rules of disclosure.',
    questionnaire.questions.some(({ outcomeOnly }) => outcomeOnly) && NOT_STORED,
    lists.length > 0 && 'Lists of answers that return, such as A, stand below the questions.',
    ...questionnaire.pages.map((page) => pageSection(page, context)),
    ...lists.map(({ letter, options }) => paragraphs(`### List ${letter}`, answerTable(options))),
    scalesSection(questionnaire),
    durationsSection(questionnaire),
    parallelSection(instrument),
    benchmarkSection(questionnaire),
    variablesSection(book),
    '<!-- prettier-ignore-end -->',
  )}\n`
}

function aboutTable({ about }: Instrument, questionnaire: Questionnaire): string {
  const long = lengthWords(questionnaire)
  return table(
    ['', 'Nederlands', 'English'],
    [
      bilingual('**measures**', about.measures),
      bilingual('**for whom**', about.forWhom),
      bilingual('**not for**', about.notFor),
      row(['**how long**', '', `${long} for most people; estimated from the kinds of question, not measured`]),
      row(['**rights**', 'eigen woorden', 'our own words, free to use under the licence of the project']),
      row(['**languages**', '', languagesWords(questionnaire)]),
    ],
  )
}

/** The makers speak Dutch and English only; what they wrote in another language waits for somebody who speaks it. */
function languagesWords({ languages }: Questionnaire): string {
  const own = languages.filter((language) => MAKERS_LANGUAGES.includes(language))
  const others = languages.filter((language) => !MAKERS_LANGUAGES.includes(language))
  const waiting = others.length === 0 ? '' : `; *not reviewed by a speaker yet*: ${others.map(code).join(', ')}`
  return own.map(code).join(', ') + waiting
}

function limitsSection({ id, plan, purposeLimits }: Instrument): string {
  if (purposeLimits.length === 0) return ''
  const source = LIMIT_SOURCES[id]
  return paragraphs(
    '## What it must not be used for',
    ...purposeLimits.map(({ never, questions, reason }) =>
      paragraphs(
        `**${LIMITS[never]}**: ${namesOf(questions, plan.questions)}`,
        table(['Nederlands', 'English'], [row([reason['nl'], reason['en']])]),
      ),
    ),
    source !== undefined && `Source: ${source}.`,
  )
}

const namesOf = (questions: readonly string[], planned: readonly string[]): string =>
  planned.every((name) => questions.includes(name))
    ? `all ${questions.length} questions of the report`
    : questions.map(code).join(', ')

const METHODS: Readonly<Record<Scale['method'], string>> = {
  mean: 'mean',
  sum: 'sum',
  percentOfMaximum: 'per cent of the maximum',
  grade: 'grade',
  netPromoter: 'net promoter',
}

function scalesSection({ scales = [] }: Questionnaire): string {
  if (scales.length === 0) return ''
  const rows = scales.map((scale) => {
    const reversed = scale.reversed.length === scale.items.length ? 'all' : scale.reversed.map(code).join(', ')
    const least = `${Math.round(scale.minimumAnswered * 100)} % of the items answered`
    const words = [code(scale.name), scale.title['nl'], scale.title['en'], METHODS[scale.method]]
    return row([...words, scale.items.map(code).join(', '), scale.reversed.length === 0 ? 'none' : reversed, least])
  })
  const heads = ['name', 'Nederlands', 'English', 'method', 'items', 'turned round', 'needs']
  return paragraphs(
    '## Scales',
    'Items are turned round where 1 is the most positive answer, so that a high score is good.',
    table(heads, rows),
  )
}

function durationsSection(questionnaire: Questionnaire): string {
  const { durations = [] } = questionnaire
  if (durations.length === 0) return ''
  const rows = durations.map(({ name, title, amount, unit, censoredIf }) => {
    const asked = 'fixed' in unit ? unit.fixed : code(unit.question)
    const still = censoredIf ? describeCondition(questionnaire, censoredIf, 'en') : 'never'
    return row([code(name), title['nl'], title['en'], `${code(amount)} in ${asked}`, still])
  })
  return paragraphs(
    '## Durations',
    'In days. Where somebody is still waiting, the time is at least this long (censored), instead of exactly.',
    table(['name', 'Nederlands', 'English', 'from', 'at least so long if'], rows),
  )
}

function parallelSection({ parallelKeys }: Instrument): string {
  const entries = Object.entries(parallelKeys)
  if (entries.length === 0) return ''
  const rows = grouped(entries, ([, key]) => key).map(([key, questions]) =>
    row([code(key), questions.map(([name]) => code(name)).join(', ')]),
  )
  return paragraphs(
    '## What others are asked too',
    'Questions with one key are put to clients, relatives and professionals, each from their own side. They set views beside each other for groups; they are no benchmark.',
    table(['key', 'questions here'], rows),
  )
}

function benchmarkSection({ questions }: Questionnaire): string {
  const marked = questions.filter(({ benchmarkKey }) => benchmarkKey !== undefined)
  if (marked.length === 0) return ''
  const ends = (name: string, key: string): string => key.replace(`.${name}.`, '.NAME.')
  const groups = grouped(marked, ({ name, benchmarkKey = '' }) => ends(name, benchmarkKey)).map(([key, group]) =>
    row([code(key), group.map(({ name }) => code(name)).join(', ')]),
  )
  return paragraphs(
    '## Benchmark keys',
    'Results can be set beside those of others who asked the same question: the same key, with NAME being its name, is the same wording.',
    table(['key', 'questions'], groups),
  )
}

function variablesSection({ variables }: Codebook): string {
  const same = (variable: Variable): string => [variable.type, codesOf(variable), variable.measurement].join(' | ')
  const rows = grouped(variables, same).map(([shared, group]) =>
    [row([group.map(({ name }) => code(name)).join(', ')]).slice(0, -2), `| ${shared} |`].join(' '),
  )
  return paragraphs(
    '## Variables',
    "As they stand in the codebook, those with the same codes together. Codes below 0 are kinds of empty: -3 don't know, -4 rather not say, -5 not applicable; beside these every variable can be -1 not asked and -2 skipped. A CSV file of `responses export` has the same codes but for these: not asked and skipped are both an empty cell, and a value that was worked out has no column, unless it comes from an answer that is not stored: then it is `true` or `false`.",
    table(['names', 'type', 'codes', 'measurement'], rows),
  )
}

function codesOf({ categories }: Variable): string {
  return categories.map(({ code: number }) => number).join(', ')
}
