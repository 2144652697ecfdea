import { describe, expect, it } from "vitest";
import { didYouMean, misspelt, nearest } from "../../generator/diagnostics.js";

describe("nearest", () => {
  const tests: [name: string, given: [string, string[]], want: string | undefined][] = [
    ["a letter left out", ["stpId", ["stepId", "description"]], "stepId"],
    ["a letter too many", ["steppId", ["stepId", "description"]], "stepId"],
    ["a wrong letter", ["delivared", ["delivered", "undelivered"]], "delivered"],
    ["two letters swapped", ["staet", ["state", "stand"]], "state"],
    ["another case", ["accountsid", ["AccountSid", "accountId"]], "AccountSid"],
    ["other separators", ["retry-after", ["retryAfter", "retryLimit"]], "retryAfter"],
    ["the nearer of two", ["createMesage", ["createMessages", "createMessage"]], "createMessage"],
    ["the first of two as near", ["stat", ["star", "stay"]], "star"],
    ["nothing like it", ["body", ["statusCallback", "from"]], undefined],
    ["too short to be a slip", ["to", ["in", "by"]], undefined],
    ["never the name itself", ["to", ["to"]], undefined],
    ["no candidates", ["to", []], undefined],
    ["longer than any name", ["x".repeat(5000), ["x".repeat(4999)]], undefined],
  ];
  it.each(tests)("%s", (_, [name, candidates], want) => {
    expect(nearest(name, candidates)).toBe(want);
  });
});

describe("didYouMean", () => {
  it("names the nearest", () => {
    expect(didYouMean("stepid", ["stepId", "description"])).toBe("Did you mean `stepId`?");
  });

  it("lists a few that are there", () => {
    expect(didYouMean("foo", ["bar", "baz", "bar"])).toBe("Known here: `bar`, `baz`.");
  });

  it("says nothing of many, or of none", () => {
    expect(didYouMean("foo", "abcdefghi")).toBeUndefined();
    expect(didYouMean("foo", [])).toBeUndefined();
  });
});

describe("a name that is misspelt, as a person would say", () => {
  it.each([
    ["nmae", "name"],
    ["lists", "list"],
    ["coutn", "count"],
    ["artcle", "article"],
    ["limt", "limit"],
    ["orderID", "orderId"],
    ["order_id", "orderId"],
    ["acountsid", "accountSid"],
    ["custmer_name", "customerName"],
    ["supportdPairs", "supportedPairs"],
  ])("%s for %s", (name, candidate) => {
    expect(misspelt(name, ["other", candidate])).toBe(candidate);
  });

  it.each([
    ["dag_run_id", "run_id"],
    ["podcastId", "podcast"],
    ["conference_sid", "conference_id"],
    ["totalResultsCount", "totalResults"],
    ["firstName", "lastName"],
    ["dateCreated", "dateUpdated"],
    ["userId", "username"],
    ["balance", "balances_total"],
    ["to", "tu"],
  ])("but not %s for %s", (name, candidate) => {
    expect(misspelt(name, ["other", candidate])).toBeUndefined();
  });
});
