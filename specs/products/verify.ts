export * from "../../generated/workflows/provision-verify-service.js";
export * from "../../generated/workflows/start-and-check-verification.js";
export * from "../../generated/workflows/check-verification.js";
export * from "../../generated/workflows/start-verification-and-wait.js";
export * from "../../generated/workflows/verify-phone-number.js";
export * from "../../generated/runtime/twilio/caller.js";
