// The page's one stylesheet: system fonts, four sizes, two weights, light and dark, wide, narrow and print.
const HUES = [250, 35, 150, 320, 95, 205, 5, 280] as const

const hueClasses = HUES.map((hue, i) => `.v-${i}{--v:oklch(var(--v-l) .12 ${hue})}`).join('')

const KIND_COLOURS: Readonly<Record<string, string>> = {
  strike: 'vermilion', interception: 'sky', 'ground-combat': 'orange', 'territory-change': 'green', 'violence-against-civilians': 'purple', explosion: 'yellow',
  'air-raid-alert': 'sky', 'infrastructure-disruption': 'ink-mark', 'capture-or-exchange': 'green', deployment: 'orange', diplomacy: 'blue', unrest: 'purple', other: 'grey', total: 'grey',
}
const kindClasses = Object.entries(KIND_COLOURS).map(([kind, colour]) => `.k-${kind}{--k:var(--${colour})}`).join('')

const THEMES = `
:root{color-scheme:light dark;--paper:#faf8f3;--sheet:#fffdf9;--ink:#1c1a17;--quiet:#5d574d;--rule:#d8d2c5;--soft:#efebe1;--accent:#0a5a78;--hit:#fdf0c4;--water:#e6ecee;--land:#f7f3ea;--coast:#b7b0a2;--edge:#4a443b;
--vermilion:#d55e00;--sky:#56b4e9;--orange:#e69f00;--green:#009e73;--purple:#cc79a7;--yellow:#f0e442;--blue:#0072b2;--ink-mark:#222;--grey:#8a8478;--v-l:.55;--s:12.5px;--m:14.5px;--l:17px;--xl:26px;
--sans:system-ui,-apple-system,"Segoe UI","Noto Sans","Liberation Sans",sans-serif;--serif:"Source Serif 4","Source Serif Pro",Charter,"Iowan Old Style","Noto Serif",Georgia,"Liberation Serif",serif}
@media(prefers-color-scheme:dark){:root{--paper:#10151c;--sheet:#151b23;--ink:#e7e4dd;--quiet:#a6adb7;--rule:#2d3743;--soft:#1c242e;--accent:#85c6e4;--hit:#4a3d12;--water:#0d131a;--land:#1d2630;--coast:#4b5867;--edge:#0b0f14;--ink-mark:#d9d6cf;--blue:#3f9bd6;--grey:#98a0aa;--v-l:.72}}
@media print{:root{color-scheme:light;--paper:#fff;--sheet:#fff;--ink:#000;--quiet:#444;--rule:#bbb;--soft:#f3f3f3;--accent:#000;--hit:#eee;--water:#eef1f2;--land:#fff;--coast:#999;--edge:#333;--ink-mark:#222;--blue:#0072b2;--grey:#777;--v-l:.5}}`

const BASE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:12px}
body{margin:0;background:var(--paper);color:var(--ink);font:400 var(--m)/1.45 var(--sans);font-variant-numeric:tabular-nums;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:2px;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible,button:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1,h2,h3,h4,p,ul,ol{margin:0;padding:0}ul,ol{list-style:none}b,h1,h2,h3,h4,th{font-weight:600}
.defs{position:absolute}.quiet,.from{color:var(--quiet)}
.skip{position:absolute;left:-999em;background:var(--sheet);padding:8px 12px;z-index:9}.skip:focus{left:8px;top:8px}
${kindClasses}${hueClasses}.v-own{--v:var(--grey)}
svg [class^="k-"],svg.mark{fill:var(--k);stroke:var(--edge);stroke-width:.9px;vertical-align:-2px}
header.top{padding:14px 24px 10px;border-bottom:3px double var(--rule);display:flex;flex-wrap:wrap;column-gap:22px;align-items:baseline}
h1{font-size:var(--xl);line-height:1.2;letter-spacing:-.01em;text-wrap:balance}
.dek{color:var(--quiet);flex:1 1 34ch}.dek b{color:var(--ink)}
.note{flex-basis:100%;font-size:var(--s);padding:4px 10px;margin-bottom:8px;border-left:3px solid var(--accent);background:var(--soft)}
.filter-box{flex-basis:100%;font-size:var(--s)}.filter-box summary{cursor:pointer;color:var(--accent);padding-top:6px}@media(min-width:700px){.filter-box summary{display:none}}
.filters{display:flex;flex-wrap:wrap;gap:6px 14px;align-items:center;margin-top:8px;font-size:var(--s)}
.filters label{display:flex;align-items:center;gap:6px;color:var(--quiet)}
.filters input,.filters select,.filters button{font:inherit;color:var(--ink);background:var(--sheet);border:1px solid var(--coast);border-radius:3px;height:30px;padding:0 6px;max-width:15em}
.filters button{cursor:pointer}.filters output{color:var(--quiet)}
h2{font-size:var(--l);padding-bottom:6px;border-bottom:1px solid var(--ink);margin-bottom:8px}
section.col{padding:16px 24px}
.scroll,.wide{overflow-x:auto;max-width:100%}
.legend{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:var(--s);margin:8px 0 14px}.legend li{white-space:nowrap}
.legend svg{vertical-align:-3px}
.empty{color:var(--quiet);padding:24px 0}
[hidden],.off{display:none!important}`

const DRAWINGS = `
.timeline,.map{display:block;font:400 11px var(--sans);fill:var(--ink)}.map{width:100%;height:auto;border:1px solid var(--rule);margin-bottom:8px;font-size:11.5px}
.timeline text,.map text{fill:var(--ink)}.timeline .day text,.timeline .weekday,.timeline .break text,.timeline .more{text-anchor:middle}
.timeline .weekday{pointer-events:none}.timeline .left{fill:var(--quiet);font-size:10px}.timeline .weekday,.timeline .break text,.timeline .more{fill:var(--quiet);font-size:10px}.timeline .month{fill:var(--quiet)}
.timeline .field{fill:transparent;stroke:var(--rule);stroke-width:.5}.timeline .weekend{fill:var(--soft);fill-opacity:.6}
.timeline .column.chosen .field{fill:var(--hit);fill-opacity:.7}
.timeline .day rect{fill:transparent}.timeline a.day text{text-decoration:underline;text-decoration-color:var(--coast);text-underline-offset:2px}.timeline a.day:hover rect{fill:var(--soft)}
.timeline .break path{stroke:var(--coast);stroke-dasharray:2 3}.timeline .axis{stroke:var(--ink);stroke-width:1}
.pick:hover,.pin:hover{opacity:.75}.timeline .bar rect{fill:var(--k);stroke:var(--edge);stroke-width:.6}
.timeline .totals .title{fill:var(--ink)}.timeline .totals tspan[class]{fill:var(--v)}
.timeline .line{--w:2}.timeline .step{fill:none;stroke:var(--v);stroke-width:2}.timeline .down{stroke-dasharray:3 2}.timeline .rest{stroke-dasharray:1 4;stroke-width:1.5}
.timeline .line circle{fill:var(--v);stroke:var(--paper);stroke-width:1.5}.timeline .line text{text-anchor:middle;paint-order:stroke;stroke:var(--paper);stroke-width:3px}.timeline .line text.end{text-anchor:end}
.map .water{fill:var(--water)}.map .land{fill:var(--land);stroke:var(--coast);stroke-width:.8;fill-rule:evenodd}
.map .graticule path{stroke:var(--coast);stroke-width:.5;stroke-opacity:.5;fill:none}.map .graticule text{fill:var(--quiet);font-size:9px}
.map .scale path{fill:none;stroke:var(--quiet);stroke-width:1.2}.map .scale text{fill:var(--quiet);font-size:10px}
.map text{paint-order:stroke;stroke:var(--land);stroke-width:3px;stroke-linejoin:round}.map .graticule text,.map .scale text{stroke:none}
.map .end{text-anchor:end}.map .middle{text-anchor:middle}.map .count{fill:var(--quiet)}
.map .hit{fill:transparent}.map .pin.faint{opacity:.18}.map .pin:focus-visible .hit{stroke:var(--accent);stroke-width:2}
.map .town text{fill:var(--quiet);font-size:10px}.map .town circle{fill:var(--quiet)}
.places{font-size:var(--s);margin:4px 0}.places summary{cursor:pointer;padding:3px 0}.places ul{columns:2;column-gap:18px;padding:2px 0 6px 16px}.places li{break-inside:avoid;padding:1px 0}
a.ref{display:inline-block;min-width:16px;padding:0 3px;font:400 11px/15px var(--sans);text-align:center;color:var(--ink);text-decoration:none;border:1px solid var(--coast);border-radius:8px;background:var(--sheet)}
a.ref:hover{border-color:var(--accent);color:var(--accent)}`

const INCIDENTS = `
h3.daily{font-size:var(--m);margin:18px 0 2px;padding:4px 0;border-bottom:1px solid var(--rule);display:flex;justify-content:space-between;gap:12px;position:sticky;top:0;background:var(--paper);z-index:2}
h3.daily .quiet{font-weight:400;font-size:var(--s)}
.incident{padding:9px 4px 8px 26px;border-bottom:1px solid var(--rule);position:relative;content-visibility:auto;contain-intrinsic-size:auto 120px}
.incident:target{background:var(--hit)}
.sentence{line-height:1.35}.sentence .mark{position:absolute;left:4px;top:11px}.no{font-size:var(--s);color:var(--quiet);text-decoration:none;margin-right:3px}.when{color:var(--quiet)}
.figures{display:flex;flex-wrap:wrap;gap:0 20px;margin:2px 0}.figures li{display:flex;align-items:center;gap:6px;min-height:28px}
.value{font-size:var(--l);white-space:nowrap}.n{color:inherit;text-decoration:underline;text-decoration-color:var(--coast);padding:2px 1px}.n.best{font-weight:600}.n:hover{color:var(--accent);text-decoration-color:currentColor}.dash{color:var(--quiet);padding:0 1px}
.none{color:var(--quiet)}
.dots{display:inline-flex}.dot{display:inline-flex;align-items:center;justify-content:center;width:15px;height:24px}.dot i,.spot{display:inline-block;width:9px;height:9px;border-radius:50%;background:var(--v);border:2px solid var(--v)}
.dot.unconfirmed i{background:transparent}.dot.denied i{background:linear-gradient(135deg,transparent 42%,var(--v) 42% 58%,transparent 58%)}.dot.was i{background:transparent;border-style:dotted}.dot:hover i{outline:2px solid var(--accent);outline-offset:1px}
.spot{margin-right:6px;vertical-align:0}
.told{font-family:var(--serif);line-height:1.4}.told a{color:inherit;text-decoration:none}.told a:hover em{text-decoration-color:var(--accent)}.told q{display:-webkit-box;-webkit-line-clamp:3;-webkit-box-orient:vertical;overflow:hidden}
.told .from,.told .also{font:400 var(--s)/1.4 var(--sans)}.also a{padding:0 2px}
.split{display:grid;grid-template-columns:1fr 1fr;gap:0 14px;margin:4px 0}.split>div{border-left:2px solid var(--ink);padding-left:8px}.split>div+div{border-left-style:dashed}.split .from{display:block}
.notes{font-size:var(--s);display:flex;flex-wrap:wrap;gap:0 10px;align-items:center}.agreement svg{fill:var(--ink);stroke:var(--ink);vertical-align:-3px;margin-right:4px}
.agreement.contested,.agreement.denied{font-weight:600}.reviewed{border:1px solid var(--ink);padding:0 4px}
.voices{font-size:var(--s)}.voices summary{cursor:pointer;color:var(--accent);padding:2px 0;width:max-content}
.matrix{border-collapse:collapse;width:100%;margin-bottom:6px}.matrix th,.matrix td{text-align:left;padding:4px 10px 4px 0;vertical-align:top}.matrix thead th{color:var(--quiet);font-weight:400;border-bottom:1px solid var(--rule)}.matrix tbody th{max-width:16em}
.matrix .words td{border-bottom:1px solid var(--rule);padding-left:15px}.matrix .words li{padding:1px 0 4px}.matrix .what,.matrix .who{display:none}
q{quotes:none}q em{font-style:normal;text-decoration:underline;text-decoration-color:var(--coast);text-underline-offset:3px}.told q,.matrix q,.tip q{color:var(--quiet)}.told q em,.matrix q em,.tip q em{color:var(--ink)}
.matrix q,.tip q{font-family:var(--serif);font-size:var(--m);line-height:1.4;display:block}
.tip{position:fixed;z-index:8;max-width:min(44ch,calc(100vw - 24px));background:var(--sheet);color:var(--ink);border:1px solid var(--ink);padding:8px 12px;font-size:var(--s);box-shadow:0 2px 10px rgb(0 0 0/.18)}.tip .what,.tip .who{font-weight:600}.tip .what::after{content:": "}`

const REPORTS = `
.report{padding:14px 0 18px;border-bottom:3px double var(--rule);content-visibility:auto;contain-intrinsic-size:auto 900px}
.report .outlet,.address,.version,.trouble{font-size:var(--s);color:var(--quiet)}.outlet b{color:var(--ink)}.report h3{font:600 var(--l)/1.3 var(--serif);margin:2px 0;text-wrap:balance}
.version,.report.was .outlet::before{color:var(--ink)}
.text{font:400 var(--l)/1.5 var(--serif);max-width:68ch;margin-top:8px}.text p,.text blockquote,.text h4{margin:0 0 .65em}.text h4{font:600 var(--m)/1.4 var(--sans)}
.text .standfirst{color:var(--quiet)}.text .byline,.text .caption,.text .credit,.post-head{font:400 var(--s)/1.4 var(--sans);color:var(--quiet)}.text .item{padding-left:1em;text-indent:-1em}.text .item::before{content:"– "}.text .table{white-space:pre-wrap;font-family:var(--sans);font-size:var(--m)}
section.post{border-left:2px solid var(--rule);padding-left:12px;margin:0 0 14px}section.post.was{border-left-style:dotted}section.post:target{border-left-color:var(--accent)}
mark{background:none;color:inherit;text-decoration:underline;text-decoration-color:var(--k);text-decoration-thickness:2px;text-underline-offset:3px;text-decoration-skip-ink:none}
mark.unconfirmed,mark.denied{text-decoration-style:dashed}mark.again{text-decoration-style:dotted}.num{font-weight:600}
mark:target,.num:target,mark:has(.num:target){background:var(--hit)}.num:target{outline:2px solid var(--accent);outline-offset:1px}
.text a.ref{vertical-align:super;margin-left:2px;line-height:13px;font-size:10px;text-indent:0}
.removed{font-size:var(--s);color:var(--quiet);margin-top:8px}.removed summary{cursor:pointer}.removed li{padding:2px 0 2px 16px}.removed li b{color:var(--ink);font-weight:400;font-variant:small-caps}
.contents{font-size:var(--s);columns:1;margin-bottom:6px}.contents li{display:flex;gap:8px;padding:3px 0;border-bottom:1px dotted var(--rule);justify-content:space-between}.contents span{flex:none}.contents a{text-decoration:none}.contents a:hover{text-decoration:underline}
footer{padding:14px 24px 30px;font-size:var(--s);color:var(--quiet);border-top:3px double var(--rule);max-width:90ch}`

const ROOMS = `
@media screen and (min-width:1100px) and (min-height:560px){
.col-wrap{display:contents}
html,body{height:100%}body{display:grid;grid-template:auto minmax(0,1fr)/minmax(0,37fr) minmax(0,34fr) minmax(0,31fr);overflow:hidden}
header.top{grid-column:1/-1}section.col{overflow-y:auto;overscroll-behavior:contain;padding:14px 22px 40px;border-right:1px solid var(--rule);scroll-padding-top:34px}
section.col.incidents{padding-top:0}.group:first-of-type h3.daily{margin-top:0;padding-top:12px}section.col>h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin:0;padding:0;border:0}footer{border:0;padding:14px 0 0}}
@media(max-width:1099px){.col.incidents{scroll-margin-top:0}.report{scroll-margin-top:8px}}
@media(max-width:480px){:root{--xl:22px}header.top,section.col,footer{padding-left:14px;padding-right:14px}.places ul{columns:1}.filters label,.filters input,.filters select{max-width:none;width:100%}.filters label{flex:1 1 44%;flex-direction:column;align-items:stretch;gap:0}.map{font-size:12.5px}.map .town text{font-size:11px}}
@media print{body{font-size:10pt}.filter-box,.skip,.tip{display:none}section.col{padding:8px 0}header.top,footer{padding-left:0;padding-right:0}.incident,.report{content-visibility:visible}.incident,.map,figure{break-inside:avoid}h3{break-after:avoid}.told q{display:inline;overflow:visible}.scroll{overflow:visible}.text{font-size:10.5pt;max-width:none}section.reports{break-before:page}h3.daily{position:static}details::details-content{content-visibility:visible;block-size:auto}.map{max-width:14cm}}
@media(prefers-reduced-motion:no-preference){html:focus-within{scroll-behavior:auto}}`

/** The whole stylesheet; its hash stands in the page's policy. */
export const STYLES = `${THEMES}${BASE}${DRAWINGS}${INCIDENTS}${REPORTS}${ROOMS}`.replaceAll('\n', '')
