// The face of this room.
export { assumedJson, assumedRead, isTwilioErrorField, twilioErrors } from "./answer.js";
export { assumedAsTaken, assumedType, type DeclaredInput } from "./input.js";
export { assumedDefault } from "./default.js";
export { assumedField } from "./field.js";
export { assumedEachItem, assumedList } from "./list.js";
export { assumedOutput } from "./output.js";
export { assumedOptionalField } from "./optional-field.js";
export {
  assumedGiven,
  assumedInPath,
  assumedName,
  assumedNoBody,
  assumedOptional,
  assumedParameter,
  assumedWhole,
  keyParameter,
} from "./parameter.js";
export { assumedAnyAnswer, assumedAnything, assumedFields } from "./place.js";
export { assumedAnswered, assumedProperty } from "./property.js";
export { assumedText, assumedTextAt, withMeant } from "./text.js";
export { because } from "./words.js";
