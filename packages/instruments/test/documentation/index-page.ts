import { INSTRUMENTS } from '../../src/index.ts'
import { compiledOf, lengthWords } from './instrument-page.ts'
import { code, row, table, WRITTEN } from './markdown.ts'

/** The list of all instruments. */
export function indexPage(): string {
  const rows = INSTRUMENTS.map((instrument) => {
    const { id, title, about } = instrument
    const name = `[${title['nl'] ?? id}](${id}.md)<br>`
    const questionnaire = compiledOf(instrument)
    return `| ${name}${code(id)} | ${row([about.measures['en'], lengthWords(questionnaire)]).slice(2)}`
  })
  return `# Instruments

${WRITTEN}

Questionnaires that a client council could use tomorrow, in our own words, in plain Dutch and English. Each page holds
what it measures, for whom, how long it takes, what it must not be used for, every question with its answers, its scales
and its variables.

${table(['instrument', 'measures', 'length'], rows)}

The length is what most people meet. Minutes are estimated from the kinds of question (half a minute for a choice, one
and a half for an open answer), not measured.

## Begin with one

In the studio, choose *Nieuwe studie*; on the command line, \`klankbord study instruments\` lists them and
\`klankbord study new --instrument relatives\` begins a study with one. Every question can be changed there.

Some have limits on their use, with the reason on their page. When you add a question on who gives the help, give it the
theme \`provider\`: a report that breaks limited questions down by it is refused, with the reason. A question with
"aanbieder", "instelling", "provider" or "institution" as a word of its name or theme counts as such. What somebody does with a
table afterwards, such as purchasing, and a study that is held at one institution only, the software can't see: there the
limit is yours to keep.

## Words of your own for T1 to T10

A municipality that asked T1 to T10 in other sentences before, such as the official ones, enters them in its own study:
in the studio under *Ontwerp*, *Eigen woorden*, or with \`klankbord study wording STUDY --file words.json\`. Codes, order
and routing stay, so each answer keeps its meaning. Such words belong to the study. They are hashed, are in nothing that
the project ships, and lose the benchmark key: their figures compare with earlier rounds of the same organisation with
exactly these words, and with no other town.

A benchmark between towns takes the same benchmark key, the same words (\`wordingHash\`), the same answers (\`scaleHash\`) and the
same way of answering. The screen and the command say so round by round; \`klankbord questionnaire compare A B
--between-studies\` does for two files; and each publication carries both hashes of every question and the ways people
answered (\`recipe.asked\`, \`recipe.modes\`), so that who sets two publications side by side can check.

| | |
| --- | --- |
| [External instruments](external.md) | questionnaires of the field that are not ours, with their rights |
| [Pictograms](pictograms.md) | faces and pictures, with their words |

<!-- prettier-ignore-end -->
`
}
