/** A4: white, tables open, nothing cut. Comparisons without a clear difference stand in their table only. */
export const PRINT_STYLE: string = `
@page{size:A4;margin:15mm 18mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#4b5a63}}
@media print{
html{font-size:9.6pt}body{background:#fff;--kb-paper:#fff;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page{max-inline-size:none;padding-inline:0}
.toc,.skip,.screen,.mast nav,.for,.foot,summary,.switch,.tools,.more,.src a,.care a,.live{display:none}
.live+svg .mark{visibility:visible}.chart[hidden]{display:block!important}
a{color:inherit;text-decoration:none}
section{padding-block-start:2.25rem}.open{display:block;padding-block-start:.5rem}h2{margin-block-end:1rem}.fig{margin-block-start:1.75rem}.fig h3,.fig h4{margin-block-end:.75rem}.theme{margin-block-start:1.75rem}.mast{padding-block:0}
h2,h3,h4,.theme,h2+.text,.asked{break-after:avoid}p{orphans:3;widows:3}
.panel,figure,.fig>figure,.row,.three li,.care,.method>div,tr,.cite,.fig,.text,#know,#downloads,#hidden,#method{break-inside:avoid}
.fig>figure{display:block}.fig figcaption{margin-block-start:.75rem}.fig figcaption b,.fig figcaption span{display:inline;margin-inline-end:.625rem}
details::details-content{content-visibility:visible;display:block;block-size:auto}
#results{break-before:page}details{margin-block-start:.5rem}.tablebox{padding:0;overflow:visible;background:none;margin:0}
details table{font-size:8pt;break-inside:avoid}details th,details td{padding-block:.16rem}details tbody th{min-inline-size:11rem}
.miss{min-block-size:0}.miss .plot{margin-block:-1px}.grp{margin-block:.5rem .125rem}.account th,.account td{padding-block:.1rem}
.account,.text,.lead,.by,.care,.cite,.fig h3,.fig h4{max-inline-size:42rem}
}
`
