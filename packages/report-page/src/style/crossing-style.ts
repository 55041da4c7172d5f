/** Crossed breakdowns: what a cell holds stands in lines; on a phone each row becomes a list of its cells. */
export const CROSSING_STYLE: string = `
.more.pairs>.tablebox{margin-block:.75rem 1.5rem}
.pairs table{table-layout:fixed}.pairs tbody th{min-inline-size:0;font-weight:700}
.pairs td{white-space:normal;vertical-align:top}.pairs b,.pairs small{display:block;line-height:1.3}.pairs b{font-size:1.0625rem}.pairs caption b{display:inline;font-size:inherit}.pairs small{font-size:inherit;color:var(--kb-ink-soft)}
.pairs small.warm{color:var(--kb-warm)}
@media screen and (max-width:44rem){
.pairs :is(table,caption,tbody,tr,tbody th){display:block}.pairs thead{display:none}
.pairs tbody th{border:0;padding:1rem 0 .125rem;font-size:1rem}
.pairs td{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.25fr);column-gap:1rem;padding:.375rem 0}.pairs tr :last-child{border:0}
.pairs td .ph{text-align:start}.pairs td :is(b,small){display:inline-block;margin-inline-start:.375rem}
}
@media print{.more.pairs{display:block}.pairs table{break-inside:auto}.more.pairs>.tablebox{margin-block:.5rem 1rem}.pairs b{font-size:inherit}.pairs table{font-size:7.5pt}}
`
