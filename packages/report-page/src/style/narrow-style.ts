/** Between phone and desk the caption goes under its chart; on a phone the numbers go beside the names and the plot below. */
export const NARROW_STYLE: string = `
@media screen and (max-width:58rem){
.open,.fig>figure{display:block}.toc{margin-block-start:2rem}
.fig figcaption{margin-block-start:1rem}
.fig figcaption b,.fig figcaption span{display:inline;margin-inline-end:.625rem}
svg text.desk{display:none}svg text.end.ph{display:inline}.div:not(.head) svg text.ph{display:none}
.switch{justify-content:flex-end}
}
@media screen and (max-width:44rem){
.panels{grid-template-columns:1fr 1fr;column-gap:1.5rem}.account .sub{padding-block:1rem 0}.account .sub th{grid-column:1/-1;padding-block:0}
.page{padding-inline:1.25rem}
.place{display:none}
.open{padding-block-start:1rem}.toc ol{columns:2;column-gap:1.25rem}.toc li{break-inside:avoid}
h1{font-size:1.875rem}.lead{font-size:1.125rem}
section{padding-block-start:3.5rem}h2{font-size:1.5625rem}h3,h4{font-size:1.125rem}
.three li{grid-template-columns:1fr;row-gap:.375rem}.big{font-size:2.75rem}
.down{grid-template-columns:1fr}.method{columns:1}
.foot span{margin-inline-start:0}
.account,.account tbody,.account tr{display:block}.account tr{display:grid;grid-template-columns:minmax(0,1fr) 3.75rem 3rem;padding-block:.3rem}
.account th{inline-size:auto;padding-block:0}.account td{padding-block:0}.account .b{grid-column:1/-1;grid-row:2;padding:.125rem 0 0}.account .n,.account .n+.n{inline-size:auto}
.account .answered{border-block-start:1.5px solid var(--kb-ink);margin-block-start:.375rem}.account .answered:first-child{border:0}
.account .answered th,.account .answered td{border:0;padding-block-start:.125rem}
.miss,.bars{grid-template-columns:minmax(0,1fr) auto;padding-block:.375rem}.miss .plot,.bars .plot{grid-row:2;grid-column:1/-1}.miss .verdict{text-align:end}
.div{grid-template-columns:minmax(0,1fr) auto;row-gap:.375rem;padding-block:.625rem;align-items:start}
.div .lab{grid-column:1;grid-row:1}.div .plot{grid-column:1/-1;grid-row:2}
.div .val{grid-column:2;grid-row:1;text-align:end;justify-self:end}
.div .na,.div .nn{grid-row:3;text-align:start}.div .nn{grid-column:1}.div .na{grid-column:2}
span.ph{display:inline}.div.head .na,.div.head .nn,.div.head .val,.div.head .lab{display:none}
.div svg text.sm{display:none}.div:not(.head) svg text.ph{display:inline}
.dot{grid-template-columns:minmax(0,1fr) auto;padding-block:.625rem}.dot .lab{grid-column:1;grid-row:1}.dot .val{grid-column:2;grid-row:1;text-align:end}
.dot .plot{grid-column:1/-1;grid-row:2}.dot:not(.head):not(.axis) .plot{margin-block:-8px}.dot .verdict{grid-column:1/-1;grid-row:3}
.hid .why{grid-column:1/-1;grid-row:2;align-items:flex-start}.why .sw{margin-block-start:.2rem}
.dot .grid{display:none}.dot .track{display:inline}
.dot.head,.dot.axis{padding-block:0}.dot.head .val,.dot.head .verdict,.dot.head .lab,.dot.axis .lab{display:none}
svg text.first{text-anchor:start}svg text.last{text-anchor:end}
}
`
