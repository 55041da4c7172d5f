/** Screens that tell something. */
export const LETTER_STYLE: string = `
.letter { padding-block-start: var(--s4); }
.question > .letter { padding-block-start: 0; }
.summary + .letter { padding-block-start: var(--s5); }
.letter > * + * { margin-block-start: var(--s4); }
.letter h2 { font-size: var(--h2); margin-block-start: var(--s6); letter-spacing: -.006em; }
.letter .part h2 { margin-block-start: 0; }
.letter h2 + * { margin-block-start: var(--s2); }
.letter h2 + .stack { margin-block-start: var(--s4); }
.letter .languages + h1 { margin-block-start: var(--s5); }
.seal { display: block; inline-size: 4rem; block-size: 4rem; fill: var(--ok-wash); stroke: var(--ok); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.seal path { fill: none; stroke-width: 5; }
.facts { list-style: none; display: grid; gap: var(--s4); }
.letter > .facts { margin-block: var(--s5); }
.facts li { display: flex; gap: var(--s4); align-items: flex-start; line-height: 1.4; }
.facts b { display: block; }
.facts div > span { color: var(--ink-soft); }
.drawing { flex: none; inline-size: 2.75rem; block-size: 2.75rem; fill: none; stroke: var(--ink); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.drawing .fill { fill: var(--accent-wash); }
.drawing .warm { fill: #f7d9c2; }
.drawing .solid { fill: var(--ink); stroke: none; }
.given > div { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: start; column-gap: var(--s4); padding-block: var(--s3); border-block-start: 1px solid var(--line); }
.given > div > * { grid-column: 1 / -1; }
.given > div > dt { grid-column: 1; }
.given > div > .change { grid-column: 2; grid-row: 1; margin: calc(-1 * var(--s3)) 0; }
.given dt { font-weight: 600; line-height: 1.35; }
.given dd { margin-block-start: var(--s1); }
.given { padding-block-end: var(--s2); }
.written { white-space: pre-line; }
.change button, .beside-thing .take { font-size: var(--small); font-weight: 400; padding-inline: 0; border: 0; background: none; text-decoration: underline; text-underline-offset: .2em; }
.change button { padding: 0 var(--s2); margin-inline-end: calc(-1 * var(--s2)); text-decoration-thickness: 1px; }
.more { border-block: 1px solid var(--line); }
.more > * + * { border-block-start: 1px solid var(--line); }
.stack { display: grid; gap: var(--s3); margin-block-start: var(--s5); justify-items: start; }
.stack > * { inline-size: 100%; }
.decline summary { text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; inline-size: fit-content; }
.keep { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius-large); padding: var(--s5) var(--s4); }
.keep > * + * { margin-block-start: var(--s3); }
.letter .keep h2 { font-size: var(--body); margin: 0; letter-spacing: 0; }
.code { display: grid; grid-template-columns: repeat(3, 1fr); gap: var(--s2); font-size: var(--h2); font-weight: 700; line-height: 1.2; user-select: all; font-variant-numeric: tabular-nums; letter-spacing: .06em; }
.code span { white-space: nowrap; padding-block: var(--s4); border-radius: var(--radius); background: var(--accent-wash); text-align: center; }
.keep > .row { display: flex; flex-wrap: wrap; margin-block-start: var(--s1); }
.keep > .row[hidden] { display: none; }
.row button { margin-block-start: var(--s2); margin-inline-end: var(--s2); padding-inline: var(--s3); }
.front { list-style: none; counter-reset: choice; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius-large); line-height: 1.35; }
.front li { counter-increment: choice; }
.front li + li { border-block-start: 1px solid var(--line); }
.front li > * { display: flex; align-items: center; min-block-size: 4rem; padding: var(--s3) var(--s4); color: inherit; text-decoration: none; border-radius: var(--radius-large); }
.front li > ::before { content: counter(choice); flex: none; inline-size: 2rem; font-size: var(--h2); font-weight: 700; color: var(--accent); }
.front li > * > span { flex: 1; min-inline-size: 0; }
.front a > span > b { color: var(--accent-strong); text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; }
.front a:hover { background: var(--accent-wash); }
.front div { color: var(--ink-soft); }
.older { list-style: none; }
.words { list-style: none; display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: var(--s2); }
.words li { display: grid; justify-items: center; align-content: flex-start; padding: var(--s3) var(--s1); border-radius: var(--radius); background: var(--accent-wash); text-align: center; }
.words .number { font-size: var(--small); color: var(--ink-soft); }
.words b { max-inline-size: 100%; line-height: 1.3; hyphens: auto; }
.words .thing { margin-block: var(--s1) var(--s2); }
.thing { flex: none; inline-size: 2.5rem; block-size: 2.5rem; fill: none; stroke: var(--ink); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.word-fields { display: grid; gap: var(--s4); }
.word-field label { display: block; font-weight: 600; margin-block-end: var(--s1); }
.beside-thing { display: grid; grid-template-columns: minmax(0, 1fr) 3rem; align-items: center; column-gap: var(--s3); }
.beside-thing .take { grid-column: 1 / -1; justify-self: start; }
.things { display: grid; grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr)); gap: var(--s2); padding-block-end: var(--s4); }
.things button { display: grid; justify-items: center; gap: var(--s1); padding: var(--s2) var(--s1); font-weight: 400; font-size: var(--small); line-height: 1.25; }
.things span { max-inline-size: 100%; }
.words.long { grid-template-columns: minmax(0, 1fr); }
.words.long li { grid-template-columns: 1.5rem 3.5rem minmax(0, 1fr); align-items: center; justify-items: start; padding-inline: var(--s3); text-align: start; }
@media (max-width: 22rem) { .code { font-size: var(--body); letter-spacing: .03em; } }
@media (min-width: 40rem) {
  .letter { padding-block-start: var(--s6); }
  .code { font-size: 1.953rem; }
  .words b { font-size: var(--h2); }
  .words .thing { inline-size: 3.5rem; block-size: 3.5rem; }
  .stack > button, .stack > .button { inline-size: auto; min-inline-size: 16rem; }
}
@media (forced-colors: active) {
  .drawing, .seal, .thing { stroke: CanvasText; }
  .drawing .fill, .drawing .warm, .seal { fill: Canvas; }
  .drawing .solid { fill: CanvasText; }
  .code span, .words li { border: 1px solid; }
}
`
