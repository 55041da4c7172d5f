/** Tokens, type and the parts of the page around the figures. */
export const PAGE_STYLE: string = `
:root{--kb-ink:var(--utrecht-document-color,#1b2a33);--kb-ink-soft:#465560;--kb-paper:#faf8f3;--kb-surface:#fff;--kb-line:#d9d3c7;--kb-line-strong:#7d786d;
--kb-accent:var(--utrecht-button-primary-action-background-color,#0b6469);--kb-accent-strong:#084a4e;--kb-warm:#b4481a;--kb-warm-wash:#fbece2;--kb-focus:#ffb300;
--kb-scale-1:#bb5826;--kb-scale-2:#f2cba8;--kb-scale-3:#d8d3c8;--kb-scale-4:#7fb6b3;--kb-scale-5:#0b6469;--kb-scale-none:repeating-linear-gradient(45deg,#cfc9bc 0 2px,transparent 2px 6px);
--kb-font:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Naskh Arabic",sans-serif;
--kb-step--1:.875rem;--kb-step-1:1.25rem;--kb-step-2:1.5625rem;--kb-step-3:1.953rem;--kb-step-4:2.441rem;--kb-radius:.5rem;--kb-measure:38rem}
*,*::before,*::after{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-block-start:1rem}
body{margin:0;background:var(--kb-paper);color:var(--kb-ink);font:1rem/1.55 var(--kb-font);font-variant-numeric:tabular-nums;overflow-wrap:break-word}
:where(a,button,summary,[tabindex]):focus-visible{outline:3px solid var(--kb-focus);outline-offset:2px;box-shadow:0 0 0 2px var(--kb-ink)}
.page{max-inline-size:55.5rem;margin-inline:auto;padding-inline:1.5rem;box-sizing:content-box}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ol,ul{list-style:none}
a{color:var(--kb-accent);text-underline-offset:.2em;text-decoration-thickness:1px}
a:hover{color:var(--kb-accent-strong);text-decoration-thickness:2px}
.vh{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-block-start:-4rem;inset-inline-start:1rem;background:var(--kb-surface);padding:.75rem 1rem;z-index:2}.skip:focus{inset-block-start:.5rem}
.strip{background:var(--kb-warm-wash);color:var(--kb-ink);font-weight:700;text-align:center;padding:.625rem 1.25rem;font-size:var(--kb-step--1)}
.strip+.strip{border-block-start:1px solid var(--kb-line)}
.text,.lead,.by,.care,.list{max-inline-size:var(--kb-measure)}
.soft{color:var(--kb-ink-soft)}
.said{white-space:pre-line}.said li,.advice li,.done{max-inline-size:var(--kb-measure);margin-block-start:1.25rem}
.mast{display:flex;align-items:center;gap:1rem;padding-block:1.25rem;font-size:var(--kb-step--1)}
.brand{display:inline-flex;align-items:center;gap:.375rem;font-weight:700;font-size:1rem}
.brand svg{fill:none;stroke:var(--kb-accent);stroke-width:2.25;stroke-linecap:round}.brand circle{fill:var(--kb-accent);stroke:none}
.place{color:var(--kb-ink-soft)}.mast nav{margin-inline-start:auto}
.mast a,.foot a{display:inline-flex;align-items:center;min-block-size:1.5rem}
.for{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;font-size:var(--kb-step--1)}.for span{color:var(--kb-ink-soft)}
.for ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem}.for a{display:inline-flex;align-items:center;min-block-size:1.5rem}.for [aria-current]{font-weight:700;color:var(--kb-ink);text-decoration:none}
.note{margin-block-start:1.5rem;max-inline-size:var(--kb-measure)}.note p+p{margin-block-start:.5rem}
.open{display:grid;grid-template-columns:minmax(0,38rem) 14.5rem;column-gap:3rem;padding-block:2.5rem 0}
.eyebrow{color:var(--kb-accent);font-weight:700;margin-block-end:.75rem}
h1{font-size:var(--kb-step-4);line-height:1.16;letter-spacing:-.015em;text-wrap:balance}
.lead{font-size:var(--kb-step-1);line-height:1.5;margin-block-start:1.5rem}
.by{color:var(--kb-ink-soft);font-size:var(--kb-step--1);margin-block-start:1rem}
.toc{font-size:var(--kb-step--1);align-self:end}
.toc h2{font-size:inherit;border:0;margin:0 0 .5rem;padding:0;color:var(--kb-ink-soft);font-weight:400;letter-spacing:0}
.toc a{display:block;padding-block:.25rem;line-height:1.3;text-decoration:none}.toc a:hover{text-decoration:underline}
section{padding-block-start:4.5rem}
h2{font-size:var(--kb-step-3);line-height:1.2;letter-spacing:-.01em;border-block-start:2px solid var(--kb-ink);padding-block-start:.75rem;margin-block-end:1.5rem;text-wrap:balance}
h3,h4{font-size:var(--kb-step-1);line-height:1.35;text-wrap:balance}
.theme{font-size:1rem;color:var(--kb-accent);margin-block:2.75rem .25rem}
.theme+.fig,h2+.fig{margin-block-start:0}
.three{max-inline-size:var(--kb-measure)}
.three li{display:grid;grid-template-columns:8rem minmax(0,30rem);align-items:start;padding-block:1.25rem}
.three li+li{border-block-start:1px solid var(--kb-line)}
.three li:first-child{padding-block-start:0}
.big{font-size:3.25rem;line-height:1;font-weight:700;color:var(--kb-accent);letter-spacing:-.03em}
.what{font-size:var(--kb-step-1);line-height:1.35;font-weight:700;margin-block-end:.25rem}
.src{color:var(--kb-ink-soft);font-size:var(--kb-step--1);margin-block-start:.375rem}
.care{background:var(--kb-warm-wash);padding:1rem 1.25rem;border-radius:var(--kb-radius);margin-block-start:1rem}
.fig+.text,.text+.text,.list+.text{margin-block-start:1.5rem}
.list{list-style:disc;padding-inline-start:1.25rem;margin-block-start:.75rem}.list li{padding-block:.125rem}
blockquote{max-inline-size:var(--kb-measure);margin:1rem 0 0;padding:.125rem 0 .125rem 1rem;border-inline-start:4px solid var(--kb-accent);break-inside:avoid}
blockquote p{white-space:pre-line;overflow-wrap:anywhere}#quotes h3{margin-block-start:1.75rem}
.method{columns:2;column-gap:3.5rem}.method>div{break-inside:avoid;padding-block-end:1.75rem}
.method h3{font-size:1rem;margin-block-end:.25rem}
.down{display:grid;grid-template-columns:1fr 1fr;column-gap:3.5rem}
.down li{display:flex;justify-content:space-between;gap:1rem;padding-block:.625rem;border-block-end:1px solid var(--kb-line)}
.down span{color:var(--kb-ink-soft);font-size:var(--kb-step--1);white-space:nowrap}
.down+.text{margin-block-start:1.5rem}
.embed pre{margin:.5rem 0 0;padding:.75rem 1rem;background:var(--kb-surface);border:1px solid var(--kb-line);border-radius:var(--kb-radius);font-size:var(--kb-step--1);white-space:pre-wrap;overflow-wrap:anywhere}
.alone{padding-block:1.25rem}.alone h1{margin:0 0 .75rem;font-size:var(--kb-step--1);line-height:1.4;letter-spacing:0}.alone .src{margin-block-start:1rem}.alone .fig{margin-block-start:0}
.cite{max-inline-size:var(--kb-measure);margin-block-start:1rem}
[dir=rtl] :is(p,h1,h2,h3,h4,li,th,td,caption,summary,figcaption span,.lab,.val b,.val span,.na,.nn,.verdict,.why,.key span,.grp){unicode-bidi:plaintext}
.foot{margin-block-start:4rem;border-block-start:1px solid var(--kb-line);font-size:var(--kb-step--1)}
.foot .page{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;padding-block:1.25rem 2.5rem}.foot span{margin-inline-start:auto;color:var(--kb-ink-soft)}
`
