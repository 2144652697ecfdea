export * from "../../generated/workflows/buy-phone-number.js";
export * from "../../generated/workflows/configure-phone-number.js";
export * from "../../generated/workflows/buy-number-for-messaging-service.js";
export * from "../../generated/runtime/twilio/caller.js";
