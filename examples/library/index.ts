import type { Examples } from "./example.js";
import { messaging } from "./messaging.js";
import { others } from "./others.js";
import { verify } from "./verify.js";
import { voice } from "./voice.js";

/** A call of every function of the package. */
export const libraryExamples: Examples = { ...messaging, ...voice, ...verify, ...others };
