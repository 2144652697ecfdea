import { diagramStyle } from "../diagram/index.js";

/** How pages look: light or dark as the reader wants it, on any width, on paper. Contrasts are at least 4.5 to 1. */
export const siteStyle = `:root {
  color-scheme: light dark;
  --back: #ffffff; --raised: #f4f7fb; --text: #1c2430; --muted: #4d5b6e; --line: #d5dde8; --accent: #0b5cad;
  --error: #b3261e; --warning: #855800; --note: #0b5cad;
  --code-keyword: #8a1f8f; --code-text: #1f6b3a; --code-comment: #5a6675; --code-type: #0b5cad; --code-number: #9a3b00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #12171e; --raised: #1a212b; --text: #e8edf4; --muted: #a9b6c6; --line: #33404f; --accent: #7db8f5;
    --error: #f2938c; --warning: #e0b35a; --note: #7db8f5;
    --code-keyword: #dba1e8; --code-text: #8fd6a6; --code-comment: #a0adbd; --code-type: #8cc4ff; --code-number: #f0b27a;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 0 1rem 4rem; max-width: 72rem; background: var(--back); color: var(--text); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: clamp(1.4rem, 5vw, 2.1rem); line-height: 1.2; margin: 0.6rem 0; overflow-wrap: anywhere; }
h2 { margin: 2.4rem 0 0.8rem; font-size: 1.35rem; border-bottom: 1px solid var(--line); padding-bottom: 0.3rem; }
h3 { margin: 1.6rem 0 0.4rem; font-size: 1.1rem; overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875rem; }
code { overflow-wrap: anywhere; }
pre { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: 0.9rem 1rem; overflow-x: auto; position: relative; line-height: 1.5; }
pre code { overflow-wrap: normal; }
.skip { position: absolute; left: -999px; top: 0; background: var(--back); padding: 0.6rem 1rem; z-index: 2; }
.skip:focus { left: 0; }
.top { padding-top: 1.2rem; }
.lead { font-size: 1.15rem; margin: 0.4rem 0; }
.prose { max-width: 46rem; }
.facts, .legend { color: var(--muted); font-size: 0.9rem; margin: 0.3rem 0; }
.parts { display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; margin-top: 0.8rem; }
.search { margin: 1rem 0; display: flex; flex-wrap: wrap; gap: 0.5rem 0.8rem; align-items: center; }
.search[hidden] { display: none; }
.search input { flex: 1 1 14rem; min-width: 0; font: inherit; padding: 0.5rem 0.7rem; color: var(--text); background: var(--back); border: 1px solid var(--muted); border-radius: 8px; }
.run textarea { display: block; width: 100%; margin: 0.3rem 0 0.6rem; padding: 0.6rem 0.8rem; font: 0.875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; color: var(--text); background: var(--back); border: 1px solid var(--muted); border-radius: 8px; }
.run button { font: inherit; padding: 0.4rem 1.1rem; color: var(--back); background: var(--accent); border: 0; border-radius: 8px; cursor: pointer; }
.cards { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.8rem; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); }
.cards li { background: var(--raised); border: 1px solid var(--line); border-radius: 10px; padding: 0.8rem 1rem; min-width: 0; }
.cards li[hidden], .group[hidden] { display: none; }
.cards a { font-weight: 650; overflow-wrap: anywhere; }
.cards p { margin: 0.3rem 0 0; }
.picture { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; padding: 0.5rem; }
.picture svg { display: block; margin: 0 auto; }
details { margin: 0.8rem 0; }
summary { cursor: pointer; color: var(--accent); }
.fields { margin: 0; }
.fields > div { padding: 0.6rem 0; border-top: 1px solid var(--line); }
.fields > div:first-child { border-top: 0; }
.fields dd { margin: 0.2rem 0 0; }
.fields dd p { margin: 0.2rem 0; max-width: 46rem; }
.name { font-weight: 700; }
.type { color: var(--code-type); }
.need { color: var(--muted); font-size: 0.85rem; margin-left: 0.3rem; }
.method { font-weight: 700; color: var(--accent); }
.finding { border-left: 4px solid var(--note); padding-left: 0.9rem; margin: 1rem 0; }
.finding.warning { border-color: var(--warning); }
.finding.error { border-color: var(--error); }
.finding strong { text-transform: uppercase; font-size: 0.8rem; }
.copy { font: inherit; font-size: 0.85rem; margin: 0.6rem 0 -0.6rem; padding: 0.2rem 0.7rem; color: var(--text); background: var(--raised); border: 1px solid var(--muted); border-radius: 6px; cursor: pointer; }
.hljs-keyword, .hljs-literal { color: var(--code-keyword); }
.hljs-string, .hljs-regexp { color: var(--code-text); }
.hljs-comment, .hljs-doctag { color: var(--code-comment); }
.hljs-title, .hljs-type, .hljs-built_in { color: var(--code-type); }
.hljs-number { color: var(--code-number); }
.guide table { display: block; overflow-x: auto; border-collapse: collapse; }
.guide th, .guide td { border: 1px solid var(--line); padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
.guide img { max-width: 100%; height: auto; }
@media print {
  .skip, .search, .copy, .parts, .run { display: none; }
  body { max-width: none; font-size: 10pt; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  .picture { border: 0; overflow: visible; break-inside: avoid; }
  .picture svg { max-width: 100%; max-height: 24cm; height: auto; }
  article, .cards li { break-inside: avoid; }
}
${diagramStyle}`;
