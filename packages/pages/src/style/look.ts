/** Stronger colours: each text stands out at least 7 to 1, and each edge that says something 7 to 1 as well. */
const STRONG = `--ink: #000; --ink-soft: #1f1f1f; --paper: #fff; --surface: #fff; --line: #595959; --line-strong: #000; --accent: #00393d; --accent-strong: #00282b; --accent-wash: #dff3f2; --warm: #7a2c08; --warm-wash: #fff0e6; --focus: #ffb300; --error: #850f00; --error-wash: #fff0ee; --ok: #0b4a23; --ok-wash: #e2f5e8;`

/** What somebody chose about how pages look, and the switches to choose it with. */
export const LOOK_STYLE: string = `
.switch::after { content: ""; flex: none; inline-size: 3rem; block-size: 1.75rem; border: 2px solid var(--line-strong); border-radius: 2rem; background: radial-gradient(circle at .75rem 50%, var(--line-strong) .5rem, transparent .5625rem) var(--surface); }
.switch[aria-checked=true]::after { border-color: var(--accent); background: radial-gradient(circle at calc(100% - .75rem) 50%, #fff .5rem, transparent .5625rem) var(--accent); }
[dir=rtl] .switch::after { transform: scaleX(-1); }
.large { font-size: 125%; --gutter: .8rem; --small: .9rem; --s4: .8rem; --s5: 1.2rem; }
.large .owner.beside { max-inline-size: calc(100% - 5.25rem); }
.large .given > div { display: block; }
.contrast { ${STRONG} }
@media (prefers-contrast: more) { :root { ${STRONG} } }
.calm { --paper: #fff; --line: transparent; }
.calm .facts .drawing, .calm .seal, .calm .mark-dot, .calm .quote, .calm legend > .picture, .calm .question > div > .picture { display: none; }
.calm .answers, .calm .keep { border-color: transparent; }
@media (max-width: 24rem) { .large .actions { grid-template-columns: minmax(0, 1fr); } }
@media (forced-colors: active) {
  .switch::after { forced-color-adjust: none; border-color: ButtonText; background: radial-gradient(circle at .75rem 50%, ButtonText .5rem, transparent .5625rem) ButtonFace; }
  .switch[aria-checked=true]::after { border-color: Highlight; background: radial-gradient(circle at calc(100% - .75rem) 50%, HighlightText .5rem, transparent .5625rem) Highlight; }
}
`
