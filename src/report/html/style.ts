// The look of the page: calm, dark on light, in the colours of NHS sites but without their font, logo or any file from outside.
// All text has a contrast of at least 4.5:1; nothing is said by colour alone. Prints on A4; on a narrow screen, tables become lists.

export const STYLE = `
*{box-sizing:border-box}
html{font:17px/1.5 Arial,Helvetica,sans-serif;color:#212b32;background:#f0f4f5;scroll-padding-top:1rem}
body{margin:0}
a{color:#005eb8}
td a,th a,li a{display:inline-block;min-width:24px;line-height:24px}
a:focus{outline:4px solid #212b32;outline-offset:0;background:#ffeb3b;color:#212b32}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;z-index:1}
header{background:#005eb8;color:#fff;padding:1.5rem 0}
header p{margin:.25rem 0 0}
header .mark{font-weight:bold;letter-spacing:.03em}
.wide{max-width:76rem;margin:0 auto;padding:0 1rem}
h1{font-size:2rem;line-height:1.2;margin:.25rem 0}
h2{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}
h3{font-size:1.15rem;line-height:1.3;margin:1.5rem 0 .5rem}
p,ul,ol,dl{margin:0 0 1rem}
li{margin-bottom:.25rem}
section,nav{background:#fff;border:1px solid #d8dde0;padding:1.5rem;margin:1.5rem 0}
nav ul{list-style:none;padding:0;margin:0;columns:22rem 2}
nav li{break-inside:avoid}
.lead{font-size:1.2rem;font-weight:bold}
.alert{border:1px solid #d5281b;border-left:8px solid #d5281b}
.alert h2{color:#a6190e}
.care{background:#fff9c4;border-left:8px solid #d9a400;padding:1rem;margin:0 0 1rem}
.totals{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}
.totals table{width:auto;flex:1 1 20rem}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem;font-size:.95rem}
caption{text-align:left;font-weight:bold;padding:.25rem 0 .5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #d8dde0;overflow-wrap:anywhere}
thead th{border-bottom:2px solid #4c6272}
th[scope=row]{font-weight:normal}
th[scope=rowgroup]{background:#e8edee;padding:.4rem .75rem}
th[scope=rowgroup] small{font-weight:normal}
.n{text-align:right;white-space:nowrap;overflow-wrap:normal}
.m td:nth-child(1){width:16%}
.m td:nth-child(2){width:40%}
.m td:nth-child(4){width:14%}
blockquote{margin:.25rem 0 .5rem;padding-left:.75rem;border-left:4px solid #005eb8}
.m ul{list-style:none;padding:0;margin:0}
.m ul ul{padding-left:.75rem}
.m tr:target td{background:#fff9c4}
small{font-size:.85rem;color:#4c6272}
.t{display:inline-block;margin-bottom:.2rem;font-weight:bold;padding:0 .4rem;border:1px solid}
.s0{background:#fbe3e1;color:#83130b}
.s1{background:#ffeedb;color:#6d3700}
.s2{background:#fff6cc;color:#574600}
.s3,.s4{background:#e8edee;color:#334047}
.k{overflow-wrap:anywhere;font-family:Consolas,Menlo,monospace;font-size:.85rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dt{font-weight:bold}
dd{margin:0}
section>:last-child{margin-bottom:0}
small a{white-space:nowrap}
.r{width:auto}
.r .n{padding-left:1rem}
.r th{overflow-wrap:normal}
.h thead th.n,.bars thead th.n{white-space:normal}
.h th:first-child{min-width:30%}
.bar{white-space:nowrap;overflow-wrap:normal;padding-left:1rem;color:#003087;letter-spacing:-.04em;line-height:1.2}
.d{table-layout:fixed}
.d th:nth-child(1){width:17%}
.d th:nth-child(4){width:16%}
.d th:nth-child(5),.d th:nth-child(6){width:11%}
.d th:nth-child(7){width:7%}
.d td:nth-child(6),.d td:nth-child(7){border-left:1px solid #4c6272;border-right:1px solid #4c6272}
footer{padding:0 0 2rem}
@media (max-width:46rem){
html{font-size:16px}
section,nav{padding:1rem;margin:1rem 0}
dl{grid-template-columns:1fr}
dd{margin-bottom:.5rem}
.m,.m tbody,.m tr,.m th,.m td{display:block;width:auto!important}
.m caption{display:block}
.r,.totals .r{width:100%}
.r th,.r td{padding-right:.25rem}
.r .n{padding-left:.25rem}
.r{font-size:.85rem}
.d,.d tbody,.d tr,.d th,.d td{display:block;width:auto!important}
.d caption{display:block}
.d thead{position:absolute;left:-999rem}
.d tr{border-bottom:2px solid #4c6272;padding:.5rem 0}
.d td,.d td:nth-child(6),.d td:nth-child(7){border:0;padding:.15rem 0}
.d td:nth-child(3):before{content:"On what information: ";font-weight:bold}
.d td:nth-child(4):not(:empty):before{content:"Who acts: ";font-weight:bold}
.d td:nth-child(5):before{content:"Written up? ";font-weight:bold}
.d td:nth-child(6):before{content:"Agreed / corrected: ____________";font-weight:bold}
.d td:nth-child(7):before{content:"Initials: ______";font-weight:bold}
.bar,.bars th[aria-hidden]{display:none}
.h,.h tbody,.h tr,.h th,.h td{display:block;width:auto!important;white-space:normal;text-align:left}
.h caption{display:block}
.h thead{position:absolute;left:-999rem}
.h td{border:0;padding:.15rem 0}
.h .n{padding-left:0}
.h td:nth-child(2):not([colspan]):before{content:"Messages: ";font-weight:bold}
.h td:nth-child(3):before{content:"Outside working hours: ";font-weight:bold}
.h td:nth-child(4):before{content:"At night: ";font-weight:bold}
.h td:nth-child(5):before{content:"Longest stretch without 11 quiet hours: ";font-weight:bold}
.m thead{position:absolute;left:-999rem}
.m tr{border-bottom:2px solid #4c6272;padding:.5rem 0}
.m td{border:0;padding:.15rem 0}
.m td:nth-child(3):before{content:"Belongs in: ";font-weight:bold}
.m td:nth-child(4):before{content:"Copy in the chat: ";font-weight:bold}
}
@media print{
@page{size:A4;margin:15mm}
html{font-size:10pt;background:#fff}
header{background:none;color:#000;padding:0;border-bottom:2pt solid #000}
.wide{max-width:none;padding:0}
nav,.skip{display:none}
section{border:0;padding:0;margin:8mm 0;border-top:.5pt solid #000;padding-top:4mm}
thead{display:table-header-group}
tr,.care{break-inside:avoid}
h2,h2+p,h3,caption,thead,tr:has([scope=rowgroup]){break-after:avoid}
.alert{padding-left:4mm}
a{color:#000;text-decoration:none}
}
`;
