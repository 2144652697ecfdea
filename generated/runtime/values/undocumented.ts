// Written by twilio-workflows with each run: what is changed here is lost.
/**
 * A text that a document does not list where it lists others: a value that its API has added since. To the compiler it
 * is a text apart, so that a comparison with a misspelt value is an error; `String(value)` is one like any other.
 */
export type Undocumented = `undocumented: ${string}`;
