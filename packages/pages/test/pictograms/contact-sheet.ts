import { CARE } from '../../src/pictograms/care.ts'
import { DAYTIME } from '../../src/pictograms/daytime.ts'
import { FACES } from '../../src/pictograms/faces.ts'
import { HOME } from '../../src/pictograms/home.ts'
import type { Pictogram, Pictograms } from '../../src/pictograms/pictogram.ts'

const GROUPS: readonly (readonly [title: string, drawings: Pictograms])[] = [
  ['Faces, the most positive first', FACES],
  ['Home and people', HOME],
  ['Care, and the ways to it', CARE],
  ['Daytime', DAYTIME],
]

/** The colours of a page; as a picture the sheet has no page around it. */
const STYLE = `
  text { font: 15px system-ui, sans-serif; fill: #1b2a33; text-anchor: middle; }
  .soft { font-size: 12px; fill: #465560; }
  .title { font-size: 17px; font-weight: 600; text-anchor: start; }
  .drawing { fill: none; stroke: #1b2a33; stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
  .fill { fill: #e3f0ef; }
  .warm { fill: #f7d9c2; }
  .solid { fill: #1b2a33; stroke: none; }`

const COLUMNS = 5
const [CELL_WIDTH, CELL_HEIGHT, TITLE_HEIGHT, MARGIN] = [170, 136, 44, 20]

/** All drawings with their words, as one SVG. */
export function contactSheet(): string {
  let top = MARGIN
  const groups = GROUPS.map(([title, drawings]) => {
    const entries = Object.entries(drawings)
    const body = entries.map(([name, drawing], place) => cell(name, drawing, place, top + TITLE_HEIGHT))
    const group = [`<text class="title" x="${MARGIN}" y="${top + 24}">${title}</text>`, ...body].join('\n')
    top += TITLE_HEIGHT + Math.ceil(entries.length / COLUMNS) * CELL_HEIGHT
    return group
  })
  const [width, height] = [COLUMNS * CELL_WIDTH + 2 * MARGIN, top + MARGIN]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="All pictograms with their words">
<style>${STYLE}
</style>
<rect width="${width}" height="${height}" fill="#fff" />
${groups.join('\n')}
</svg>
`
}

function cell(name: string, { words, drawing }: Pictogram, place: number, top: number): string {
  const [x, y] = [MARGIN + (place % COLUMNS) * CELL_WIDTH, top + Math.floor(place / COLUMNS) * CELL_HEIGHT]
  const middle = x + CELL_WIDTH / 2
  const placed = drawing.source.replace('<svg ', `<svg x="${middle - 36}" y="${y}" width="72" height="72" `)
  return `${placed}
<text x="${middle}" y="${y + 92}">${words['nl']}</text>
<text class="soft" x="${middle}" y="${y + 110}">${words['en']} · ${name}</text>`
}

/** The page of documentation around the sheet. */
export function pictogramPage(): string {
  return `# Pictograms

Drawn for the project, in one style, and free to use under its licence. \`npm run docs:pictograms\` in \`packages/pages\`
writes this page and the sheet from [the drawings](../../packages/pages/src/pictograms); a test holds both to them.

![All pictograms with their words](../pictures/pictograms.svg)

A definition names one as \`pictogram\`, on a question or on an option: \`"pictogram": "house"\`. The words of the author
stand beside it; the words below say what a drawing stands for.

Where every option of a question with one answer or several has a drawing, the options stand as tiles. Where each of them
has a \`tone\` as well, as on a scale of five faces, they stand in one row on a wide screen.

| name | Nederlands | English |
| --- | --- | --- |
${GROUPS.flatMap(([, drawings]) => Object.entries(drawings))
  .map(([name, { words }]) => `| \`${name}\` | ${words['nl'] ?? ''} | ${words['en'] ?? ''} |`)
  .join('\n')}

## Rules

- **Words always stand beside a picture.** A picture alone is a riddle, and it is hidden from screen readers. A name that is no drawing shows the words alone.
- **Never by colour only.** A mouth and brows tell the faces apart; without colour, or in forced colours, they still do.
- **In right-to-left pages** the order of a scale turns round with the page. No face and no picture is mirrored.
- **One style**: a field of 64 by 64, ink lines 3 wide with round ends, at most the fills \`fill\` and \`warm\`, dots as \`solid\`. No words in a drawing.
- **Not tested with clients yet.** Faces can be read differently in other cultures, and any drawing can be. Try yours with a few of the people whom you will ask.
`
}
