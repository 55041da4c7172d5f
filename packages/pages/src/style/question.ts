/** Progress, questions, answers and what still needs a look. */
export const QUESTION_STYLE: string = `
.progress { display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: var(--s4); font-size: var(--small); color: var(--ink-soft); padding-block: var(--s2) .375rem; }
.progress b { font-weight: 600; color: var(--ink); }
progress { display: block; appearance: none; inline-size: 100%; block-size: .25rem; border: 0; border-radius: 1rem; background: var(--line); overflow: hidden; }
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--accent); border-radius: 1rem; }
progress::-moz-progress-bar { background: var(--accent); border-radius: 1rem; }
.question { margin-block-start: 1.25rem; }
.lead { display: block; color: var(--ink-soft); margin-block-end: var(--s1); }
.quote { color: var(--warm); }
h1 > .quote:first-child { margin-inline-start: -.46em; }
.hint { color: var(--ink-soft); margin-block-start: var(--s2); }
.part { margin-block-start: var(--s6); }
.part h2 { font-size: var(--h2); letter-spacing: -.006em; }
.part.checked { padding-inline-start: var(--s4); border-inline-start: .25rem solid var(--error); }
.checked > legend { float: inline-start; margin-block-end: var(--s2); }
.checked > legend + * { clear: both; }
.answers { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1px; margin-block-start: 1.25rem; background: var(--line); border: 1px solid var(--line); border-radius: var(--radius-large); }
.answers > * { background: var(--surface); }
.answers > :first-child { border-start-start-radius: var(--radius-large); border-start-end-radius: var(--radius-large); }
.answers > :last-child { border-end-start-radius: var(--radius-large); border-end-end-radius: var(--radius-large); }
.answer { position: relative; display: flex; align-items: center; gap: .875rem; min-block-size: 3.5rem; padding-block: .625rem; padding-inline: .625rem var(--s4); border-inline-start: .375rem solid transparent; line-height: 1.35; cursor: pointer; }
.consents.part { margin-block-end: var(--s3); }
.consents .answer { align-items: flex-start; padding-block: .875rem; }
.consents .note { display: block; margin-block-start: .25rem; }
.answer > span, .wrong > span, .summary a > span { min-inline-size: 0; }
.answer input { flex: none; inline-size: 1.5rem; block-size: 1.5rem; margin: 0; accent-color: var(--accent); cursor: inherit; }
.answer:has(:checked) { background: var(--accent-wash); border-inline-start-color: var(--accent); }
.answer :checked ~ span { -webkit-text-stroke: .034em; }
.answer:has(:focus-visible) { z-index: 1; border-radius: var(--radius); outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--ink); }
.answer:has(:focus-visible) :focus-visible { outline: 0; box-shadow: none; }
.answer:has(:disabled) { color: var(--ink-soft); cursor: default; background: var(--paper); }
.note { display: block; font-size: var(--small); -webkit-text-stroke: 0; color: var(--ink-soft); margin-block-start: .125rem; }
.alone { margin-block-start: var(--s3); }
.apart { margin-block-start: 1.25rem; padding-block-start: var(--s2); border-block-start: 1px solid var(--line-strong); }
.apart .answer { min-block-size: var(--target); padding-inline: calc(.625rem + 1px) var(--s4); border-radius: var(--radius); }
.tiles { grid-template-columns: repeat(auto-fill, minmax(5rem, 1fr)); gap: var(--s2); background: none; border: 0; }
.tiles .answer { border: 1px solid var(--line-strong); border-radius: var(--radius); padding-inline: .75rem; gap: .5rem; }
.tiles .answer:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 2px var(--accent); }
.answers > .own { padding: var(--s2) var(--s4) var(--s4) 3.125rem; }
.own .field, .item .field, .date .field { margin-block-start: var(--s2); }
.own { margin-block-start: 1.25rem; }
.answers > .own { margin: 0; }
.own .hint, .item .hint { font-size: var(--small); margin-block-start: var(--s1); }
.own.checked, .item.checked { padding-inline-start: var(--s4); border-inline-start: .25rem solid var(--error); }
.answer:has(:checked) + .own { background: var(--accent-wash); }
.item { margin-block-start: var(--s5); }
.item > label, .item > legend { font-weight: 600; line-height: 1.3; }
.item h2, .item h3 { font-size: var(--body); letter-spacing: 0; }
.item .answers { margin-block-start: var(--s3); }
.item .apart { margin-block-start: var(--s2); border-block-start: 0; padding: 0; }
.rank { margin-block-start: var(--s4); }
.date { display: flex; flex-wrap: wrap; gap: var(--s3); margin-block-start: var(--s4); }
.field.day, .field.month { inline-size: 4.5rem; }
.field.year { inline-size: 6.5rem; }
.closed { margin-block-start: 1.25rem; padding: var(--s4); border: 1px solid var(--line); border-radius: var(--radius-large); background: var(--surface); }
.sections { margin-block-end: var(--s4); line-height: 1.3; }
.sections b { display: block; color: var(--accent-strong); font-weight: 600; }
.sections b + b { margin-block-start: var(--s1); }
.sections .hint { font-size: var(--small); margin-block-start: var(--s1); }
.prose { margin-block: 0 var(--s5); }
.question > * + .prose { margin-block-start: var(--s5); }
.prose > * + *, .prose > div > * + * { margin-block-start: var(--s3); }
.prose h2 { font-size: var(--h2); }
.prose h3, .prose h4 { font-size: var(--body); }
.prose ul, .prose ol { padding-inline-start: 1.25em; }
.prose [dir=ltr] > ul, .prose [dir=ltr] > ol { padding: 0 0 0 1.25em; }
.prose [dir=rtl] > ul, .prose [dir=rtl] > ol { padding: 0 1.25em 0 0; }
.value { padding: var(--s4); border-radius: var(--radius-large); background: var(--accent-wash); }
.picture { flex: none; inline-size: 3rem; block-size: 3rem; object-fit: contain; }
legend > .picture, .question > div > .picture { display: block; inline-size: 4rem; block-size: 4rem; margin-block-end: var(--s2); }
.pictures { grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr)); gap: var(--s3); background: none; border: 0; }
.pictures .answer { flex-direction: column; gap: var(--s2); padding: var(--s5) var(--s3) var(--s4); text-align: center; line-height: 1.25; border: 1px solid var(--line-strong); border-radius: var(--radius-large); }
.pictures .answer > input { position: absolute; inset-block-start: var(--s3); inset-inline-start: var(--s3); }
.pictures .picture { inline-size: 5rem; block-size: 5rem; }
.pictures .answer:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
@media (max-width: 22rem) {
  .pictures .answer { flex-direction: row; gap: .875rem; padding: var(--s2) var(--s4); text-align: start; }
  .pictures .answer > input { position: static; }
  .pictures .picture { inline-size: 3.5rem; block-size: 3.5rem; }
}
.field { display: block; font: inherit; color: inherit; inline-size: 100%; min-block-size: 3.5rem; margin-block-start: 1.25rem; padding: var(--s2) .875rem; border: 2px solid var(--line-strong); border-radius: var(--radius); background: var(--surface); }
.field.number { inline-size: 10rem; max-inline-size: 100%; font-variant-numeric: tabular-nums; }
.field.code-field { text-transform: uppercase; letter-spacing: .08em; font-variant-numeric: tabular-nums; }
.access .code-field { max-inline-size: 22rem; min-block-size: 4rem; font-size: var(--h2); font-weight: 600; letter-spacing: .1em; }
.access.part { margin-block-start: 0; }
.access + .primary { margin-block-start: var(--s2); }
.whole { white-space: nowrap; }
.helped + .actions { margin-block-start: var(--s5); }
select.field { inline-size: auto; min-inline-size: 0; min-inline-size: min(16rem, 100%); max-inline-size: 100%; }
textarea.field { min-block-size: 9rem; resize: vertical; }
.field[aria-invalid] { border: 3px solid var(--error); }
.summary { margin-block-start: var(--s4); padding: var(--s4) var(--s4) var(--s2); border: 2px solid var(--error); border-radius: var(--radius-large); background: var(--error-wash); }
.summary h2 { display: flex; align-items: center; gap: var(--s2); }
.summary h2 .icon { color: var(--error); }
.summary ul { list-style: none; margin-block-start: var(--s1); }
.summary a { display: flex; align-items: center; min-block-size: var(--target); padding-block: var(--s1); color: var(--error); font-weight: 600; line-height: 1.3; }
.summary p { font-size: var(--small); padding-block: var(--s1) var(--s2); }
.wrong { display: flex; gap: var(--s2); color: var(--error); font-weight: 600; line-height: 1.35; margin-block-start: var(--s3); }
.wrong .icon { margin-block-start: .06em; }
[dir=rtl] .wrong > span > span[dir=ltr], [dir=rtl] .summary a > span > span[dir=ltr] { display: block; text-align: end; }
.talk { margin-block-start: var(--s5); padding-inline-start: var(--s4); border-inline-start: .25rem solid var(--line); font-size: var(--small); }
.talk p + p { margin-block-start: var(--s1); }
.talk .phone { min-block-size: 1.5rem; }
.actions { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s3); margin-block-start: var(--s5); }
.actions button { padding-inline: var(--s3); }
.actions .primary, .actions .primary + :last-child { grid-column: 1 / -1; }
.state { display: flex; align-items: center; min-block-size: 1.75em; gap: var(--s2); margin-block-start: var(--s4); font-size: var(--small); color: var(--ink-soft); }
.state .icon { color: var(--ok); }
.state.device .icon, .notice > .icon { color: var(--warm); }
.notice { display: flex; align-items: flex-start; margin-block-start: var(--s4); padding: var(--s4); border-radius: var(--radius-large); background: var(--warm-wash); font-size: var(--small); }
.notice > .icon { inline-size: 2rem; block-size: 2rem; margin-inline-end: var(--s4); }
.notice b { display: block; font-size: var(--body); line-height: 1.3; }
@media (hover: hover) { .answer:hover { background: var(--accent-wash); } }
@media (min-width: 40rem) {
  .question { margin-block-start: var(--s6); }
  .actions { grid-template-columns: minmax(14rem, auto) auto auto 1fr; }
  .actions .primary, .actions .primary + :last-child { grid-column: auto; }
  .actions button { min-block-size: 3.5rem; padding-inline: var(--s5); }
  .tiles { grid-template-columns: repeat(5, 1fr); }
  .pictures { grid-template-columns: repeat(3, 1fr); }
  .faces { grid-auto-flow: column; grid-template-columns: none; grid-auto-columns: minmax(0, 1fr); gap: var(--s3); background: none; border: 0; }
  .faces .answer { flex-direction: column; gap: var(--s3); padding: var(--s5) var(--s2) var(--s4); text-align: center; line-height: 1.25; border: 1px solid var(--line-strong); border-radius: var(--radius-large); }
  .faces input { order: 3; margin-block-start: auto; }
  .faces .answer:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
}
@media (forced-colors: active) {
  progress { border: 1px solid; block-size: .5rem; }
  progress::-webkit-progress-value { background: CanvasText; }
  progress::-moz-progress-bar { background: CanvasText; }
  .state .icon, .summary h2 .icon { color: CanvasText; }
  .answer { border-inline-start-color: Canvas; }
  .tiles .answer, .pictures .answer, .faces .answer { border-color: CanvasText; }
  .answer:has(:checked) { outline: 2px solid Highlight; outline-offset: -2px; }
}
`
