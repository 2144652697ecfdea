import type { Diagram, DiagramEdge } from "./model.js";

/** Where a line leads that its reader cannot follow with the eye. */
export interface FarOn {
  /** The step that it leads to. */
  readonly name: string;
  /** It leads back, to above where it begins. */
  readonly isUp: boolean;
}

/** So many steps away, as counted from one to the other, is where a line leads that goes on beyond a screen. */
const far = 6;

/** Tells of the edges of a diagram which lead far on, and where to. */
export function farOn({ nodes }: Diagram): (edge: DiagramEdge) => FarOn | undefined {
  const places = new Map<string, { readonly step: number; readonly text: string }>();
  let step = 0;
  for (const { id, kind, text } of nodes) {
    if (kind === "step" || kind === "call") step += 1;
    places.set(id, { step, text });
  }
  return ({ from, to }) => {
    const [begin, end] = [places.get(from), places.get(to)];
    if (begin === undefined || end === undefined || Math.abs(end.step - begin.step) < far) return undefined;
    return { name: end.text, isUp: end.step < begin.step };
  };
}
