/** Tokens, text, what can be pressed, and the frame of every page. */
export const BASE_STYLE: string = `
:root {
  --ink: var(--utrecht-document-color, #1b2a33); --ink-soft: #465560; --paper: #faf8f3; --surface: #fff;
  --line: #d9d3c7; --line-strong: #7d786d;
  --accent: var(--utrecht-button-primary-action-background-color, #0b6469); --accent-strong: #084a4e; --accent-wash: #e3f0ef;
  --warm: #b4481a; --warm-wash: #fbece2; --focus: #ffb300; --error: #a8200d; --error-wash: #fdecea; --ok: #1f6b3b; --ok-wash: #e6f3ea;
  --small: 1rem; --body: 1.25rem; --h2: 1.5625rem; --h1: 1.953rem;
  --s1: .25rem; --s2: .5rem; --s3: .75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2.5rem;
  --radius: .5rem; --radius-large: .75rem; --target: 3rem; --gutter: 1.25rem;
}
*, ::before, ::after { box-sizing: border-box; }
html { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Naskh Arabic", sans-serif; color: var(--ink); background: var(--paper); line-height: 1.5; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font-size: var(--body); overflow-wrap: break-word; }
h1, h2, h3, h4, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
p, li, .answer span { text-wrap: pretty; }
h1 { font-size: var(--h1); line-height: 1.2; letter-spacing: -.012em; text-wrap: balance; }
h2, h3, h4 { font-size: var(--body); line-height: 1.3; }
legend { display: block; inline-size: 100%; padding: 0; }
a { color: var(--accent-strong); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 3px; }
:lang(ar) { letter-spacing: 0; }
body:lang(ar) { font-size: 1.375rem; --small: 1.125rem; }
:lang(ar) h1 { line-height: 1.4; }
:focus { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--ink); }
:focus:not(:focus-visible) { outline: 0; box-shadow: none; }
.column { max-inline-size: calc(38rem + 2 * var(--gutter)); margin-inline: auto; padding-inline: var(--gutter); }
.icon { flex: none; inline-size: 1.25em; block-size: 1.25em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
[dir=rtl] .turns { transform: scaleX(-1); }
.soft { color: var(--ink-soft); }
.skip-link { position: absolute; inset-block-start: -10rem; inset-inline-start: var(--gutter); padding: var(--s3) var(--s4); background: var(--surface); z-index: 2; }
.skip-link:focus { inset-block-start: var(--s2); }
.enter { position: absolute; inline-size: 1px; block-size: 1px; min-block-size: 0; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.strip { background: var(--warm-wash); font-size: var(--small); padding-block: .375rem; }
.strip .column { display: block; }
.masthead { padding-block: var(--s2); font-size: var(--small); }
.owner { display: flex; align-items: center; gap: .625rem; min-block-size: var(--target); font-weight: 600; line-height: 1.25; }
.owner span { min-inline-size: 0; }
.owner.beside { position: relative; z-index: 1; inline-size: fit-content; max-inline-size: calc(100% - 7rem); }
.mark-dot { flex: none; inline-size: 1.75rem; block-size: 2rem; fill: var(--accent); stroke: none; }
.mark-dot path { fill: none; stroke: var(--accent); stroke-width: 2.4; stroke-linecap: round; }
[dir=rtl] .mark-dot { transform: scaleX(-1); }
.language { margin-block-start: calc(-1 * var(--target)); }
.language > summary { inline-size: fit-content; margin-inline: auto -.5rem; min-block-size: var(--target); padding: 0 .5rem; gap: var(--s2); font-weight: 400; text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; }
.languages { list-style: none; display: flex; flex-wrap: wrap; gap: var(--s2); }
.language .languages { padding-block: var(--s3) var(--s2); }
.languages button { padding-inline: .875rem; border-radius: 2rem; font-size: var(--small); font-weight: 400; }
.languages [aria-current] { background: var(--accent-strong); border-color: var(--accent-strong); color: #fff; font-weight: 600; }
button, .button { font: inherit; font-weight: 600; color: var(--accent-strong); display: inline-flex; align-items: center; justify-content: center; gap: var(--s2); min-block-size: var(--target); padding: var(--s2) var(--s4); border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--surface); text-decoration: none; cursor: pointer; }
button:hover, .button:hover { background: var(--accent-wash); border-color: var(--accent); }
.languages [aria-current]:hover { background: var(--accent); }
.primary { min-block-size: 3.5rem; padding-inline: var(--s5); font-weight: 700; color: #fff; background: var(--accent); border-color: transparent; }
.primary:hover { color: #fff; background: var(--accent-strong); }
.foot { margin-block-start: var(--s5); padding-block-end: var(--s6); border-block-start: 1px solid var(--line); font-size: var(--small); }
.foot > * + * { border-block-start: 1px solid var(--line); }
.foot-row { inline-size: 100%; justify-content: space-between; text-align: start; padding-inline: 0; border: 0; border-radius: 0; background: none; min-block-size: 3.5rem; }
.foot > .closing { border: 0; margin-block-start: calc(-1 * var(--s2)); padding-block-end: var(--s3); color: var(--ink-soft); }
.foot-row:hover { background: none; text-decoration: underline; text-underline-offset: .2em; }
.help { display: flex; flex-wrap: wrap; align-items: center; column-gap: .4em; min-block-size: 3.5rem; padding-block: var(--s2); }
.phone, .tall { display: inline-flex; align-items: center; min-block-size: var(--target); font-weight: 600; }
.phone { white-space: nowrap; }
summary { display: flex; align-items: center; justify-content: space-between; gap: var(--s4); min-block-size: 3.5rem; padding-block: var(--s2); font-weight: 600; color: var(--accent-strong); cursor: pointer; list-style: none; border-radius: var(--radius); }
summary::-webkit-details-marker { display: none; }
summary:hover { text-decoration: underline; text-underline-offset: .2em; }
details[open] > summary > .icon:last-child { transform: rotate(180deg); }
.layer > p { padding-block-end: var(--s3); }
.layer > p:last-child { padding-block-end: var(--s4); }
@media (max-width: 22.5rem) {
  .owner.beside .mark-dot { display: none; }
}
@media (min-width: 40rem) {
  :root { --gutter: 2rem; --h1: 2.441rem; }
  .masthead { padding-block: var(--s3); }
}
@media (forced-colors: active) {
  .primary { border-color: ButtonBorder; }
  .languages [aria-current] { outline: 2px solid Highlight; }
  .mark-dot { fill: CanvasText; }
  .mark-dot path { stroke: CanvasText; }
}
`
