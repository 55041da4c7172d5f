import { EXTERNAL_INSTRUMENTS, type ExternalInstrument } from '../../src/index.ts'
import { code, paragraphs, row, table, WRITTEN } from './markdown.ts'

const RIGHTS: Readonly<Record<ExternalInstrument['rights'], string>> = {
  free: 'free: its source says that use is free',
  ask: 'ask: not without asking the owner, or not known',
  forbidden: 'forbidden: protected, with a licence that an open project cannot meet',
}

const FROM: Readonly<Record<ExternalInstrument['rightsFrom'], string>> = {
  source: 'the source says so',
  unconfirmed: 'generally held, not looked up',
  silent: 'it was not established whether it may be handed on',
}

/** The page about the questionnaires of others. */
export function externalPage(): string {
  return `# External instruments

${WRITTEN}

Questionnaires of the Dutch field that are not ours: facts to choose by, with where they were found, and none of their
sentences. Nothing of them is shipped. What is not free cannot be bundled (\`mayBundle\`) or handed on
(\`exportInstrument\`), whatever name it is given; what is not listed may not either, since silence is no permission. This
is no legal advice: ask the owner.

${(['free', 'ask', 'forbidden'] as const).map((rights) => `- **${RIGHTS[rights].replace(':', '**:')}`).join('\n')}

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
