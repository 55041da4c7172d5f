/** Figures: sentence, chart, caption in the margin, and the numbers one tap below. */
export const FIGURE_STYLE: string = `
.fig{margin-block-start:3rem}
.fig>figure{display:grid;grid-template-columns:minmax(0,38rem) 14.5rem;column-gap:3rem;align-items:start}
.fig h3,.fig h4{grid-column:1;max-inline-size:var(--kb-measure);margin-block-end:1.25rem}
.asked{grid-column:1;color:var(--kb-ink-soft);margin-block-end:.125rem}
.fig figcaption{grid-column:2;grid-row:2/span 4;font-size:var(--kb-step--1);line-height:1.45;color:var(--kb-ink-soft)}
.asked~figcaption{grid-row:3/span 4}
.fig figcaption b{display:block;color:var(--kb-ink)}
.fig figcaption span{display:block;margin-block-start:.375rem}
.fig figcaption i{font-style:normal;color:var(--kb-ink);font-weight:700}
.fig figcaption i::after{content:":"}
.wide>figure .chart,.wide>figure .switch{grid-column:1/-1}
.wide>figure figcaption{grid-column:1/-1;grid-row:auto;margin-block-start:1rem;max-inline-size:55.5rem}
.wide>figure figcaption b,.wide>figure figcaption span{display:inline;margin-inline-end:.75rem}
details{margin-block-start:.75rem;font-size:var(--kb-step--1)}
summary{cursor:pointer;color:var(--kb-accent);min-block-size:1.5rem;inline-size:fit-content;padding-block:.125rem;text-decoration:underline;text-underline-offset:.2em;text-decoration-thickness:1px}
.more{font-size:1rem;border-block-start:1px solid var(--kb-line);margin-block-start:0;padding-block:.375rem}
.text+.more{margin-block-start:1.5rem}.fig+.more{margin-block-start:2.5rem}.more+.fig{margin-block-start:2.5rem}.more+.all,.more+.more+.all{margin-block-start:1.25rem}
.more>summary{text-decoration:none;padding-block:.25rem}.more>summary span{color:var(--kb-ink-soft)}.more>summary:hover{text-decoration:underline}
.more>.fig{margin-block:1.5rem 2rem}.more .asked{display:none}.more .asked~figcaption{grid-row:2/span 4}
.tablebox{overflow-x:auto;margin-block-start:.5rem;background:var(--kb-surface);border-radius:var(--kb-radius);padding:.75rem 1rem}
table{border-collapse:collapse}
details table{inline-size:100%;line-height:1.35;font-size:var(--kb-step--1)}
details caption{text-align:start;color:var(--kb-ink-soft);padding-block-end:.5rem}
details th,details td{padding:.375rem .4375rem;text-align:start;vertical-align:baseline;border-block-end:1px solid var(--kb-line);font-weight:400}
details thead th{color:var(--kb-ink-soft);vertical-align:bottom}
details tfoot th,details tfoot td{border-block-end:0;font-weight:700}
details tbody th{min-inline-size:9.5rem}details .sub td{font-weight:700;padding-block-start:.75rem}
th:first-child,.sub td{padding-inline-start:0!important}
details tr>:last-child{padding-inline-end:0}
.n{text-align:end!important;white-space:nowrap}thead .n{white-space:normal}
.warm{color:var(--kb-warm);font-weight:700!important}.tot{font-weight:700!important}
.chart,.account{inline-size:100%;grid-column:1;min-inline-size:0}
.plot{position:relative;direction:ltr;min-inline-size:0}.plot svg{display:block;overflow:visible}
svg text{font:400 .875rem var(--kb-font);font-variant-numeric:tabular-nums;fill:var(--kb-ink)}
svg text.soft{fill:var(--kb-ink-soft)}
svg text.mid{text-anchor:middle}svg text.end{text-anchor:end}svg text.ph,span.ph{display:none}
svg text.side{font-weight:700}
.zero{stroke:var(--kb-ink);stroke-width:1.25}.grid{stroke:var(--kb-line)}
.key{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:var(--kb-step--1);color:var(--kb-ink-soft);margin-block-end:1rem}
.key span{display:inline-flex;align-items:center;gap:.4rem}
.sw{display:inline-block;inline-size:.875rem;block-size:.875rem;border:1px solid transparent;flex:none}
.s1{fill:var(--kb-scale-1);background:var(--kb-scale-1);stroke:var(--kb-scale-1)}
.s2{fill:var(--kb-scale-2);background:var(--kb-scale-2);stroke:var(--kb-scale-1);border-color:var(--kb-scale-1)}
.s3{fill:var(--kb-scale-3);background:var(--kb-scale-3);stroke:var(--kb-line-strong);border-color:var(--kb-line-strong)}
.s4{fill:var(--kb-scale-4);background:var(--kb-scale-4);stroke:var(--kb-scale-5);border-color:var(--kb-scale-5)}
.s5{fill:var(--kb-scale-5);background:var(--kb-scale-5);stroke:var(--kb-scale-5)}
.sw.none{background:var(--kb-scale-none);border-color:var(--kb-line-strong)}
svg text.in{text-anchor:middle;stroke:none;fill:var(--kb-ink)}svg text.s1,svg text.s5{fill:#fff}
.account{max-inline-size:38rem}
.account th,.account td{padding:.25rem 0;font-weight:400;text-align:start;line-height:1.3;vertical-align:middle}
.account th{inline-size:14.25rem;padding-inline-end:.75rem}
.account .b{padding-inline-end:.75rem}.account .n{inline-size:4rem}.account .n+.n{inline-size:3.5rem}
.account .answered th,.account .answered td{border-block-start:1.5px solid var(--kb-ink);font-weight:700;padding-block-start:.5rem}
.account tr:first-child.answered>*{border-block-start:0}
.account .sub th{font-weight:700;padding-block:1.25rem .375rem}
.account .reached :is(th,td){border-block-start:1px solid var(--kb-line-strong)}
.panels{grid-column:1/-1;display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:2rem 2rem}
.panel{display:grid;grid-template-rows:subgrid;grid-row:span 3;row-gap:0;break-inside:avoid;min-inline-size:0}
.panel h4{font-size:1rem;line-height:1.3;margin:0;text-wrap:pretty}.panel .plot{margin-block:.25rem .375rem}
.panel.rise .verdict{color:var(--kb-accent);font-weight:700}.panel.fall .verdict{color:var(--kb-warm);font-weight:700}
svg text.now{font-weight:700}
.tl{stroke:var(--kb-accent);stroke-width:2.25}.tl.old{stroke:var(--kb-line-strong)}.mk.old{fill:var(--kb-paper);stroke:var(--kb-line-strong);stroke-width:2}
.gap{stroke:var(--kb-warm);stroke-dasharray:4 3;stroke-width:1.25}svg text.other{fill:var(--kb-warm)}
.row{display:grid;align-items:center;column-gap:.75rem}
.lab{line-height:1.3;min-inline-size:0}.val b{font-size:1.0625rem}.val span{font-size:var(--kb-step--1);color:var(--kb-ink-soft);white-space:nowrap}
.grp{font-weight:700;margin-block:1rem .25rem}
.verdict{font-size:var(--kb-step--1);color:var(--kb-ink-soft);line-height:1.25}
.miss,.bars{grid-template-columns:13.5rem minmax(0,1fr) 8.5rem;min-block-size:3.125rem}.bars{min-block-size:2.25rem;padding-block:.1875rem}
.m-pop{fill:var(--kb-surface);stroke:var(--kb-line-strong)}.m-res{fill:var(--kb-accent)}
.miss.lo .m-res{fill:var(--kb-warm)}.miss.lo .verdict{color:var(--kb-warm);font-weight:700}
.sw.pop{background:var(--kb-surface);border-color:var(--kb-line-strong)}.sw.res{background:linear-gradient(90deg,var(--kb-accent) 50%,var(--kb-warm) 50%)}
.div{grid-template-columns:16rem 4.75rem minmax(0,1fr) 3.75rem 3.5rem;min-block-size:3.25rem}
.div .val{line-height:1.2}.div .val b,.div .val span{display:block}
.div .na,.div .nn{text-align:end;font-size:var(--kb-step--1);color:var(--kb-ink-soft)}
.head{min-block-size:0;font-size:var(--kb-step--1);color:var(--kb-ink-soft);align-items:end;line-height:1.2}
.div.head{margin-block-end:.5rem}
.dot{grid-template-columns:7.5rem minmax(0,1fr) 4.75rem 8.25rem;column-gap:1rem;min-block-size:3rem}
.dot .lab span{display:block;font-size:var(--kb-step--1);color:var(--kb-ink-soft)}.dot .lab b{font-weight:400}
.dot .val{line-height:1.2}.dot .val b,.dot .val span{display:block}
.dot.clear .verdict,.dot.clear .val b,.dot.clear .lab b{color:var(--kb-warm);font-weight:700}
.dot.head,.dot.axis{min-block-size:0}
.iv{stroke:var(--kb-ink);stroke-width:1.5}.mk{fill:var(--kb-accent);stroke:var(--kb-paper);stroke-width:1.5}.clear .mk{fill:var(--kb-warm)}
.mk.few{fill:var(--kb-paper);stroke:var(--kb-accent);stroke-width:2}
.m-res.few{fill:var(--kb-surface);stroke:var(--kb-accent)}.unseen{fill:var(--kb-scale-3);fill-opacity:.4;stroke:var(--kb-line-strong);stroke-dasharray:2 3}
.lab .few{display:block;font-size:var(--kb-step--1);color:var(--kb-ink-soft)}.dot.head .val{white-space:nowrap}
.city{stroke:var(--kb-ink);stroke-dasharray:2 3;stroke-width:1.25}
.track{display:none;stroke:var(--kb-line)}
.why{grid-column:2/-1;font-size:var(--kb-step--1);color:var(--kb-ink-soft);display:flex;align-items:center;gap:.5rem}
.why .sw{inline-size:2rem}
.switch{grid-column:1;justify-self:end;display:flex;gap:.75rem;margin-block-end:.5rem}
.switch button{font:inherit;font-size:var(--kb-step--1);color:var(--kb-ink-soft);background:none;border:0;border-block-end:2px solid transparent;padding:.125rem .25rem;min-block-size:1.5rem;cursor:pointer}
.switch button[aria-pressed=true]{color:var(--kb-ink);font-weight:700;border-color:var(--kb-accent)}
[hidden]{display:none!important}
@media (min-width:58.01rem){.switch:has(+.chart:not([hidden])>.key){margin-block-end:-1.75rem;position:relative}.switch+.chart>.key{padding-inline-end:10rem}}
.wide>figure .chart[hidden]~figcaption,.fig .chart[hidden]~figcaption{grid-column:1/-1;grid-row:auto}.chart[hidden]~figcaption :is(b,span){display:inline;margin-inline-end:.625rem}
.tip{position:absolute;z-index:3;inset-block-end:calc(100% - .125rem);inline-size:max-content;max-inline-size:15rem;transform:translateX(-50%);background:var(--kb-ink);color:#fff;font-size:var(--kb-step--1);line-height:1.3;padding:.25rem .5rem;border-radius:.25rem;pointer-events:none}
.tip[data-side=start]{transform:translateX(-1rem)}.tip[data-side=end]{transform:translateX(calc(-100% + 1rem))}
.tools{display:flex;flex-wrap:wrap;column-gap:1.5rem;max-inline-size:var(--kb-measure)}.tools details[open]{flex-basis:100%}.tools dt{font-weight:700;margin-block-start:.5rem}.lines,.tools dl{padding-block:.25rem .5rem}
.tools{align-items:baseline}.save{margin-block-start:.75rem;font:inherit;font-size:var(--kb-step--1);color:var(--kb-accent);background:none;border:0;padding:.125rem 0;min-block-size:1.5rem;cursor:pointer;text-decoration:underline;text-underline-offset:.2em;text-decoration-thickness:1px}
.copy button{font:inherit;color:var(--kb-accent);background:var(--kb-surface);border:1px solid var(--kb-accent);border-radius:.25rem;padding:.25rem .75rem;margin-inline-end:.75rem;cursor:pointer}
thead button{font:inherit;color:inherit;text-align:inherit;background:none;border:0;padding:.125rem 0;min-block-size:1.5rem;cursor:pointer;text-decoration:underline;text-decoration-style:dotted;text-underline-offset:.2em}
[aria-sort=ascending] button::after{content:" ▲"}[aria-sort=descending] button::after{content:" ▼"}
.live{position:absolute;inset:0}.dot .live{z-index:1}.live+svg{position:relative;pointer-events:none}.live+svg .mark{visibility:hidden}
`
