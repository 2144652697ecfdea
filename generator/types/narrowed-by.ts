import type { Known, Unit } from "./known.js";
import { expanded, literals, membersOf, never, union, type Type } from "./type.js";

/** The type of a value of which this is known, as the compiler narrows it. */
export function narrowedBy(type: Type, known: Known): Type {
  const narrowed = "only" in known ? only(type, [...known.only]) : without(type, known.never);
  return membersOf(narrowed).length === 0 ? type : narrowed;
}

function only(type: Type, units: readonly Unit[]): Type {
  const members = membersOf(expanded(type));
  const taken = units.filter((unit) => members.some((member) => takes(member, unit)));
  const nothing = members.filter(
    ({ kind }) => (kind === "null" || kind === "undefined") && units.includes(unitOf(kind)),
  );
  return union([literals(taken) ?? never, ...nothing]);
}

function unitOf(kind: "null" | "undefined"): Unit {
  return kind === "null" ? null : undefined;
}

function takes(member: Type, unit: Unit): boolean {
  if (unit === null || unit === undefined) return false;
  if (member.kind === "literal") return member.value === unit;
  return member.kind === "unknown" || member.kind === typeof unit;
}

function without(type: Type, units: ReadonlySet<Unit>): Type {
  const members = membersOf(type).flatMap((member): readonly Type[] => {
    switch (member.kind) {
      case "null":
      case "undefined":
        return units.has(unitOf(member.kind)) ? [] : [member];
      case "literal":
        return units.has(member.value) ? [] : [member];
      case "boolean": {
        const left = [true, false].filter((value) => !units.has(value));
        return left.length === 2 ? [member] : [literals(left) ?? never];
      }
      case "named": {
        const listed = membersOf(expanded(member)).flatMap((each) => (each.kind === "literal" ? [each.value] : []));
        const gone = listed.filter((value) => units.has(value));
        if (gone.length === 0) return [member];
        return [member.narrowed(gone, without(member.is, units))];
      }
      default:
        return [member];
    }
  });
  return union(members);
}
