import { jumpsOut } from "../ir/completes.js";
import type { Statement } from "../ir/model.js";
import type { Position } from "../ir/walk.js";

/** Whether a run always comes by one place before another, in the same pass of every loop around both. */
export function comesFirst(place: readonly Position[], other: readonly Position[]): boolean {
  const depth = place.findLastIndex(({ list }) => other.some((each) => each.list === list));
  const [here, ...inside] = place.slice(Math.max(depth, 0));
  const there = other.find(({ list }) => list === here?.list);
  if (here === undefined || there === undefined || there.index <= here.index) return false;
  return isComeBy(here.list[here.index], inside);
}

/** Whether a statement that is left for what follows has been left behind a place inside of it. */
function isComeBy(statement: Statement | undefined, [inner, ...deeper]: readonly Position[]): boolean {
  if (inner === undefined) return true;
  if (statement?.kind !== "block" && statement?.kind !== "loop") return false;
  if (isLeftBefore([inner, ...deeper], statement.label)) return false;
  return isComeBy(inner.list[inner.index], deeper);
}

function isLeftBefore(path: readonly Position[], label: string | undefined): boolean {
  let loops = 0;
  return path.some(({ list, index }) => {
    const isLeft = jumpsOut(list.slice(0, index), label, loops);
    if (list[index]?.kind === "loop") loops += 1;
    return isLeft;
  });
}
