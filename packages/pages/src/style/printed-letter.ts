/**
 * The look of a letter on A4. The sheet is folded in three; the window of an envelope of 114 × 229 mm (C5/6) of 45 × 90 mm,
 * 20 mm from its side and 20 mm from its lower edge, shows the address, also when the sheet has slid down in it.
 */
export const PRINTED_LETTER_STYLE: string = `
@page { size: A4; margin: 0; }
*, ::before, ::after { box-sizing: border-box; }
html { color: #1b2a33; background: #e7e4dd; font: 11pt/1.36 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Naskh Arabic", sans-serif; }
body { margin: 0; }
h1, h2, p, ul, figure { margin: 0; }
h1 { font-size: 12.5pt; line-height: 1.3; }
h2 { font-size: 11pt; line-height: 1.3; }
.sheet { position: relative; inline-size: 210mm; min-block-size: 296mm; margin: 8mm auto; padding-block: 91mm 8mm; padding-inline: 25mm 22mm; background: #fff; display: flex; flex-direction: column; gap: 2.2mm; }
header { position: absolute; top: 14mm; inset-inline: 25mm 22mm; display: flex; justify-content: space-between; gap: 8mm; align-items: start; padding-bottom: 3mm; border-bottom: .6mm solid #0b6469; font-size: 10pt; }
header > :last-child { flex: none; }
header b { font-size: 12pt; color: #084a4e; }
.window { position: absolute; top: 51mm; inline-size: 80mm; max-block-size: 38mm; overflow: hidden; font-style: normal; line-height: 1.35; }
.window span { display: block; overflow-wrap: anywhere; }
address.left { left: 25mm; }
address.right { left: 118mm; }
.date { display: flex; justify-content: space-between; gap: 8mm; color: #465560; }
.date b { color: #084a4e; }
h1 { margin-block-end: .6mm; }
ul { padding-inline-start: 5mm; }
.how { display: grid; grid-template-columns: minmax(0, 1fr) 36mm; gap: 4mm; padding: 3.5mm 4.5mm; border: .4mm solid #0b6469; border-radius: 2mm; break-inside: avoid; }
.how > div { display: grid; gap: 1.8mm; align-content: start; }
.address, .code { display: block; margin-block-start: .6mm; }
.address { font-size: 13pt; }
.code { display: flex; align-items: baseline; gap: 2mm; font-size: 21pt; line-height: 1.2; letter-spacing: .14em; font-variant-numeric: tabular-nums lining-nums; }
.code i { font-style: normal; font-weight: 400; color: #465560; letter-spacing: 0; }
figure svg { display: block; inline-size: 34mm; block-size: 34mm; fill: #000; shape-rendering: crispEdges; }
figcaption { margin-block-start: 1.5mm; font-size: 9pt; line-height: 1.3; }
.whole { white-space: nowrap; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(70mm, 1fr)); gap: 7mm; }
.columns > section { display: grid; gap: 1mm; align-content: start; }
.columns .greeting { font-size: 1em; margin-block-start: 3mm; }
.columns p:not(.greeting) { font-size: .95em; }
.columns ul { font-size: .95em; }
.back { padding-block-start: 42mm; }
.back:lang(ar) { font-size: 12pt; line-height: 1.5; }
@media print {
  html { background: #fff; }
  .sheet { margin: 0; break-after: page; }
  .sheet:last-child { break-after: auto; }
}
`
