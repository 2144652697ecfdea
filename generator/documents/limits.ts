/**
 * What a document may ask of this program. Real documents stay far below: the largest of Twilio's has 1.9 MB, 14
 * levels, 261,000 words and marks, and no alias.
 */
export const limits = {
  /** Size of a file. */
  bytes: 10 * 1024 * 1024,
  /** Size of all files that one document refers to, in letters. */
  bundle: 50 * 1024 * 1024,
  /** Keys, values, marks and spaces between them: what it takes to read them is some hundred bytes each. */
  lexemes: 1_000_000,
  /** Containers inside containers. All that walks a document may recurse this deep. */
  depth: 200,
  /** Values that aliases stand for, or that overlays add, counted as if each were written out. */
  sharedValues: 1_000_000,
} as const;
