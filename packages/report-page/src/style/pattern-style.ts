const CHOSEN = ':root:has(#patterns:checked)'

const fills = [1, 2, 3, 4, 5].map((step) => `${CHOSEN} rect.mark.s${step}{fill:url(#pattern-${step})}`).join('\n')

/** Charts in patterns, once somebody chose so: by the style alone, so that it needs no script and holds on paper. */
export const PATTERN_STYLE: string = `
.look{font-size:var(--kb-step--1);margin-block-start:2rem}.look label{display:inline-flex;align-items:center;gap:.5rem;min-block-size:1.5rem;cursor:pointer}
.look input{inline-size:1.125rem;block-size:1.125rem;margin:0;accent-color:var(--kb-accent)}
.defs{position:absolute}.pt rect{stroke:none}.pt .pu{fill:var(--kb-warm)}
.pl{stroke:#fff;stroke-width:1.5}.p1{stroke:var(--kb-scale-1);stroke-width:1.25}.p3{stroke:var(--kb-line-strong);stroke-width:1}.p5{fill:var(--kb-scale-5)}.pw{fill:#fff}
${fills}
${CHOSEN} .miss.lo .m-res{fill:url(#pattern-under)}
${CHOSEN} svg text.in{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round;fill:var(--kb-ink)}
${CHOSEN} .sw.s1{background:repeating-linear-gradient(135deg,transparent 0 3px,#fff 3px 5px),var(--kb-scale-1)}
${CHOSEN} .sw.s2{background:repeating-linear-gradient(135deg,transparent 0 3px,var(--kb-scale-1) 3px 4px),var(--kb-scale-2)}
${CHOSEN} .sw.s3{background:repeating-linear-gradient(transparent 0 3px,var(--kb-line-strong) 3px 4px),var(--kb-scale-3)}
${CHOSEN} .sw.s4{background:radial-gradient(circle,var(--kb-scale-5) 1.25px,transparent 1.75px) 0 0/7px 7px,var(--kb-scale-4)}
${CHOSEN} .sw.s5{background:radial-gradient(circle,#fff 1.25px,transparent 1.75px) 0 0/7px 7px,var(--kb-scale-5)}
${CHOSEN} .live{display:none}${CHOSEN} .live+svg .mark{visibility:visible}
@media print{.look{display:none}}
`
