export * from "../../generated/workflows/register-a2p-brand.js";
export * from "../../generated/workflows/register-a2p-campaign.js";
export * from "../../generated/workflows/verify-toll-free-number.js";
export * from "../../generated/runtime/twilio/caller.js";
