/**
 * Colours after Okabe and Ito, which people with any colour vision can tell apart; each theme sets them once.
 * The heat's deepest shade still has a contrast of 4.5 to the figures on it.
 */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf8; --card: #ffffff; --ink: #22262b; --quiet: #5c646d; --line: #dedcd7; --blue: #0072b2; --orange: #b35900; --heat: #4096c6; --heat-unknown: #e69f00; --own: #eaf3f9; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181b; --card: #1d2024; --ink: #e9e7e3; --quiet: #a3a9b0; --line: #363b41; --blue: #56b4e9; --orange: #e69f00; --heat: #3e6a86; --heat-unknown: #86600c; --own: #1f2d38; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 Seravek, "Gill Sans Nova", Ubuntu, Calibri, "Nunito Sans", "DejaVu Sans", sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; font-weight: 600; }
h2 { font-size: 1.05rem; margin: 0 0 .25rem; font-weight: 600; }
.set > h2 { font-size: 1.3rem; }
p { margin: 0 0 .75rem; max-width: 44rem; }
.quiet, figcaption, small { color: var(--quiet); }
.set { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.heads { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1px; margin: 1.5rem 0; padding: 0; background: var(--line); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.heads div { background: var(--card); padding: .75rem 1rem; }
.heads dt { color: var(--quiet); font-size: .875rem; }
.heads dd { margin: 0; font-size: 1.6rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.heads small { display: block; font-size: .8125rem; min-height: 1.2em; }
.grid-of-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem; align-items: start; }
section.figure, figure { margin: 0; min-width: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem; }
figure.wide, section.wide { grid-column: 1 / -1; }
figcaption { font-size: .875rem; margin-bottom: .75rem; }
svg { display: block; width: 100%; height: auto; max-width: 34rem; margin: 0 auto; overflow: visible; }
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(46%, 9.5rem), 1fr)); gap: .75rem; }
text { fill: var(--ink); font-size: 11px; font-variant-numeric: tabular-nums; }
.tick { fill: var(--quiet); font-size: 10.5px; }
.axis { fill: var(--quiet); font-size: 11.5px; }
.label { font-size: 11.5px; }
.mark { font-size: 12px; font-weight: 600; paint-order: stroke; stroke: var(--card); stroke-width: 3px; }
.grid { stroke: var(--line); fill: none; }
.reference { stroke: var(--quiet); stroke-dasharray: 4 4; fill: none; }
.curve { stroke: var(--blue); stroke-width: 2; fill: none; stroke-linejoin: round; }
.dot { fill: var(--blue); stroke: var(--card); stroke-width: 1; }
.bar { fill: var(--blue); fill-opacity: .45; }
.gap { stroke: var(--orange); stroke-width: 2; }
.cell { fill: var(--paper); }
.heat { fill: var(--heat); }
.heat-unknown { fill: var(--heat-unknown); }
.hatching { stroke: var(--line); stroke-width: 2.5; }
.count { font-size: 10.5px; }
.count.none { fill: var(--quiet); opacity: .55; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .4rem .5rem; border-top: 1px solid var(--line); vertical-align: top; font-weight: 400; white-space: nowrap; }
thead th { border-top: 0; color: var(--quiet); font-size: .8125rem; }
th.name { text-align: left; padding-left: 0; white-space: normal; }
td small, th small { display: block; font-size: .75rem; }
tr.own th, tr.own td { background: var(--own); font-weight: 600; }
tr.own th.name { padding-left: .5rem; }
tr.own small { font-weight: 400; }
@media (max-width: 30rem) { main { padding-top: 1.5rem; } section.figure, figure { padding: .75rem; } th, td { padding: .35rem .3rem; } table { font-size: .875rem; } td small { font-size: .6875rem; white-space: normal; } thead th { white-space: normal; } }
@media print { body { background: none; } figure, section.figure { break-inside: avoid; } }
`;
