export * from "../../generated/workflows/lookup-phone-number.js";
export * from "../../generated/workflows/lookup-then-send-message.js";
export * from "../../generated/workflows/lookup-then-start-verification.js";
export * from "../../generated/runtime/twilio/caller.js";
