/** How diagrams look: in pages as a part of their style, in files of their own inside of them. Dark where that is wanted. */
export const diagramStyle = `.diagram {
  --d-back: #ffffff; --d-text: #1c2430; --d-muted: #4d5b6e; --d-line: #5c6b80; --d-card: #f4f7fb; --d-edge: #9aa7b8;
  --d-end: #e3f4e8; --d-end-line: #2c7a4b; --d-fail: #fdf0dc; --d-fail-line: #96650a; --d-throw: #fce8e6; --d-throw-line: #b3261e;
  --d-accent: #0b5cad;
}
@media (prefers-color-scheme: dark) {
  .diagram {
    --d-back: #12171e; --d-text: #e8edf4; --d-muted: #a9b6c6; --d-line: #93a1b3; --d-card: #1d2530; --d-edge: #55637a;
    --d-end: #14301f; --d-end-line: #6cc48f; --d-fail: #35280e; --d-fail-line: #e0b35a; --d-throw: #3a1917; --d-throw-line: #f2938c;
    --d-accent: #7db8f5;
  }
}
.diagram text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: var(--d-text); }
.diagram .name { font-weight: 700; font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; font-size: 13px; }
.diagram .request { fill: var(--d-accent); }
.diagram .note { fill: var(--d-muted); }
.diagram .shape { fill: var(--d-card); stroke: var(--d-edge); stroke-width: 1.2; }
.diagram .start .shape { fill: var(--d-back); stroke: var(--d-line); }
.diagram .choice .shape { fill: var(--d-back); stroke: var(--d-line); stroke-width: 1.6; }
.diagram .end .shape { fill: var(--d-end); stroke: var(--d-end-line); }
.diagram .planned-failure .shape { fill: var(--d-fail); stroke: var(--d-fail-line); }
.diagram .throw .shape { fill: var(--d-throw); stroke: var(--d-throw-line); }
.diagram .workflow .shape, .diagram .call .shape { stroke: var(--d-accent); }
.diagram .edge { fill: none; stroke: var(--d-line); stroke-width: 1.4; }
.diagram .edge.failure { stroke: var(--d-fail-line); stroke-dasharray: 5 4; }
.diagram .edge.again { stroke: var(--d-accent); }
.diagram .head path { fill: var(--d-line); }
.diagram .head.failure path { fill: var(--d-fail-line); }
.diagram .head.again path { fill: var(--d-accent); }
.diagram .back { fill: var(--d-back); }
.diagram .label tspan { fill: var(--d-text); }
.diagram .done .shape { stroke-width: 2.6; stroke: var(--d-end-line); }
.diagram .failed .shape { stroke-width: 2.6; stroke: var(--d-throw-line); }
.diagram .waiting .shape { stroke-width: 2.6; stroke: var(--d-accent); stroke-dasharray: 6 4; }
.diagram .untouched .shape { fill: none; stroke-width: 0.8; stroke-dasharray: 2 3; }
.diagram a { text-decoration: none; cursor: pointer; }
.diagram a:hover .shape, .diagram a:focus-visible .shape { stroke: var(--d-accent); stroke-width: 2.4; }
.diagram a:focus-visible { outline: 2px solid var(--d-accent); outline-offset: 3px; }
`;
