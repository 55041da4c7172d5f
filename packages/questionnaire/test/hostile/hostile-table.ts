import { shownAnswers, type HostileInput } from './hostile-input.ts'
import { HOSTILE_INPUTS } from './hostile-inputs.ts'
import { measureSurveyCore, type Measured } from './measure-survey-core.ts'

/** The document with the table, measured anew. */
export function hostileTable(): string {
  const measured = HOSTILE_INPUTS.map((row) => ({ row, theirs: measureSurveyCore(row) }))
  const count = (outcome: Measured['outcome']): number =>
    measured.filter(({ theirs }) => theirs.outcome === outcome).length
  const accepted = HOSTILE_INPUTS.filter(({ ours }) => ours.length === 0).length
  return `# Hostile answers

What survey-core 3.0.0 and Klankbord do with answers that did not come from a screen, or that look as if they did not.
\`npm run docs:hostile\` in \`packages/questionnaire\` measures survey-core and writes this file. A test holds Klankbord to
its column, and this file to the measurement.

survey-core is given the answers as \`survey.data\`, is asked to validate all pages, and completes where it finds no
fault. "Changes" means that it finds no fault and then holds other answers than it was given.

${HOSTILE_INPUTS.length} inputs. survey-core accepts ${count('accepts')} as they are, changes ${count('changes')} without a word, refuses ${count('refuses')} and throws at ${count('throws')}.
Klankbord accepts ${accepted}, of which each only looks wrong, and refuses ${HOSTILE_INPUTS.length - accepted}.

<!-- prettier-ignore-start -->

| Input | Answers | survey-core 3.0.0 | Klankbord |
| --- | --- | --- | --- |
${measured.map(({ row, theirs }) => lineOf(row, theirs)).join('\n')}

<!-- prettier-ignore-end -->
`
}

const lineOf = (row: HostileInput, theirs: Measured): string =>
  `| ${row.input} | ${code(shownAnswers(row))} | ${sentenceOf(theirs)} | ${row.ours.length === 0 ? 'accepts' : `refuses: ${row.ours.map(code).join(', ')}`} |`

function sentenceOf(theirs: Measured): string {
  return theirs.outcome === 'changes' ? `changes it into ${code(shown(theirs.into))}` : theirs.outcome
}

const LONGEST = 72

/** As code in a cell of a table: bars and what cannot be seen are escaped. */
function code(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return `\`${short.replaceAll('|', '\\|')}\``
}

const shown = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'number' && !Number.isFinite(each) ? String(each) : each,
  ) ?? 'nothing'
