import { EXTERNAL_INSTRUMENTS, type ExternalInstrument, type Rights } from '../../src/index.ts'
import { code, paragraphs, row, table, WRITTEN } from './markdown.ts'

const COUNCIL: Readonly<Record<Rights, string>> = {
  own: 'Made by Klankbord, and on the [list of instruments](README.md). Use it, change it and hand it on.',
  free: 'Its maker says that use is free. You may use it; read with its maker what goes with that.',
  ask: 'Not known, or only with leave. Ask the owner before you use it, and keep the answer.',
  forbidden: 'Protected. Only with a licence, which you buy or get from the owner yourself.',
}

const RIGHTS: readonly Rights[] = ['own', 'free', 'ask', 'forbidden']

const FROM: Readonly<Record<ExternalInstrument['rightsFrom'], string>> = {
  source: 'the source says so',
  unconfirmed: 'generally held, not looked up',
  silent: 'it was not established whether it may be handed on',
}

/** The page about the questionnaires of others. */
export function externalPage(): string {
  return `# External instruments

${WRITTEN}

Questionnaires of the Dutch field that others made. This page helps to choose: what each measures, whose it is, and
whether a council may use it. Their questions are not here, and Klankbord does not come with them.

May your council use one? That depends on its rights:

${table(
  ['rights', 'what a council may do'],
  RIGHTS.map((rights) => row([`**${rights}**`, COUNCIL[rights]])),
)}

A questionnaire that is not on this page: ask its owner first. That nothing is said about rights is no permission. This
page is no legal advice.

${table(
  ['questionnaire', 'rights', 'how that is known'],
  EXTERNAL_INSTRUMENTS.map(({ name, rights, rightsFrom }) => row([name, `**${rights}**`, FROM[rightsFrom]])),
)}

For programs: \`mayBundle\` and \`exportInstrument\` hold to the same rights, and refuse what is not on the list.

${paragraphs(...EXTERNAL_INSTRUMENTS.map(section))}

<!-- prettier-ignore-end -->
`
}

function section({ id, name, owner, measures, rights, rightsFrom, note, source }: ExternalInstrument): string {
  return paragraphs(
    `## ${name}`,
    `${code(id)} · rights: **${rights}** (${FROM[rightsFrom]})`,
    table(
      ['', 'Nederlands', 'English'],
      [
        row(['measures', measures['nl'], measures['en']]),
        row(['note', note['nl'], note['en']]),
        ...(owner === undefined ? [] : [row(['made or given out by', owner, ''])]),
        row(['found at', source, '']),
      ],
    ),
  )
}
