/** A pattern that takes long to judge, another one for each number. */
export function hardPattern(index: number): string {
  return `^x${index}${"(a|ab|abc|abcd)*(b|bc|bcd)*".repeat(20)}$`;
}
