import { createHash } from "node:crypto";

/** Picks a whole number from 0 up to a limit, which is not among them. */
export type Draw = (limit: number) => number;

/** Numbers that look random and are the same for the same text. */
export function drawsFor(text: string): Draw {
  let block = 0;
  let bytes: number[] = [];
  const nextByte = (): number => {
    if (bytes.length === 0) bytes = [...createHash("sha256").update(`${text} ${block++}`).digest()];
    return bytes.pop() ?? 0;
  };
  return (limit) => (limit < 2 ? 0 : (nextByte() * 65_536 + nextByte() * 256 + nextByte()) % limit);
}

/** A UUID of version 4. */
export function uuidFrom(draw: Draw): string {
  const digit = (pattern: string): string => (pattern === "y" ? draw(4) + 8 : draw(16)).toString(16);
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replaceAll(/[xy]/g, digit);
}
