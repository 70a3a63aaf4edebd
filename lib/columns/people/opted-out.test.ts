import { describe, expect, test } from "vitest";
import { isOptedOut, saysOptedOut } from "./opted-out";

const rowsOf = (rows: string[]) => rows.map((row) => row.split("|"));

describe("a file of which nobody may be mailed", () => {
  test.each([
    // Public readers of Mailchimp's exports.
    [
      "Mailchimp, unsubscribed",
      "Email Address|First Name|UNSUB_TIME|UNSUB_CAMPAIGN_TITLE|UNSUB_REASON|LEID",
      ["a@b.example|Lea|2024-03-01 09:00:00|June||1"],
    ],
    [
      "Mailchimp, cleaned",
      "Email Address|First Name|CLEAN_TIME|CLEAN_CAMPAIGN_TITLE|CLEAN_CAMPAIGN_ID",
      ["a@b.example|Lea|2024-03-01 09:00:00|June|x"],
    ],
    ["Mailchimp, without rows", "Email Address|UNSUB_TIME|UNSUB_REASON", []],
    // A public parser of SendGrid's suppression exports: status,reason,email,created.
    ["SendGrid, bounces", "status|reason|email|created", ["5.1.1|550 The account does not exist|a@b.example|1790083507"]],
    ["SendGrid, global unsubscribes", "email|created", ["a@b.example|1790083507"]],
    [
      "Postmark, suppressions",
      "EmailAddress|SuppressionReason|Origin|CreatedAt",
      ["a@b.example|HardBounce|Recipient|2024-01-01"],
    ],
    ["Amazon SES, suppression list", "Email Address|Reason|Last update time", ["a@b.example|BOUNCE|2024-01-01"]],
  ])("%s", (_, line, rows) => {
    const found = saysOptedOut(line.split("|"), rowsOf(rows));
    expect(found).toMatchObject({ all: true });
    expect(found && isOptedOut(found, [])).toBe(true);
  });
});

describe("a column that says it of each row", () => {
  test.each<[string, string, string[], number, string[], boolean[]]>([
    [
      "HubSpot",
      "Email|Unsubscribed from all email",
      ["a@b.example|true", "c@d.example|false", "e@f.example|"],
      1,
      ["true"],
      [true, false, false],
    ],
    ["Salesforce", "Email|Email Opt Out", ["a@b.example|1", "c@d.example|0"], 1, ["1"], [true, false]],
    ["Salesforce, none in the sample", "Email|Email Opt Out", ["a@b.example|FALSE", "c@d.example|FALSE"], 1, [], [false, false]],
    [
      "ActiveCampaign",
      "Email|Status",
      ["a@b.example|Active", "c@d.example|Unsubscribed", "e@f.example|Bounced"],
      1,
      ["Unsubscribed", "Bounced"],
      [false, true, true],
    ],
    [
      "Pipedrive",
      "Person - Email - Work|Person - Marketing status",
      ["a@b.example|No consent", "c@d.example|Subscribed"],
      1,
      ["No consent"],
      [true, false],
    ],
    [
      "Klaviyo",
      "Email|Email Marketing Consent",
      ["a@b.example|SUBSCRIBED", "c@d.example|UNSUBSCRIBED"],
      1,
      ["UNSUBSCRIBED"],
      [false, true],
    ],
    ["Mailjet", "Email|IsExcludedFromCampaigns", ["a@b.example|false", "c@d.example|true"], 1, ["true"], [false, true]],
    ["Brevo", "EMAIL|emailBlacklisted", ["a@b.example|true", "c@d.example|false"], 1, ["true"], [true, false]],
    ["Shopify", "Email|Accepts Email Marketing", ["a@b.example|yes", "c@d.example|no"], 1, ["no"], [false, true]],
    ["by a date", "Email|Unsubscribed at", ["a@b.example|2024-01-01", "c@d.example|"], 1, [], [true, false]],
    [
      "Mailchimp's files put together",
      "Email Address|UNSUB_TIME",
      ["a@b.example|2024-01-01", "c@d.example|"],
      1,
      [],
      [true, false],
    ],
    ["German", "E-Mail|Abgemeldet", ["a@b.example|Ja", "c@d.example|Nein"], 1, ["Ja"], [true, false]],
  ])("%s", (_, line, rows, column, values, out) => {
    const found = saysOptedOut(line.split("|"), rowsOf(rows));
    expect(found).toMatchObject({ all: false, marks: [{ column, rows: values }] });
    expect(found && rowsOf(rows).map((row) => isOptedOut(found, row))).toEqual(out);
  });

  test("several columns count together", () => {
    const headers = ["Email", "Email Opt Out", "Email Bounced", "Unsubscribe date"];
    const rows = rowsOf([
      "a@b.example|1|false|",
      "c@d.example|0|true|",
      "e@f.example|0|false|2024-01-01",
      "g@h.example|0|false|",
    ]);
    const found = saysOptedOut(headers, rows);
    expect(found && rows.map((row) => isOptedOut(found, row))).toEqual([true, true, true, false]);
  });

  test("rows beyond the sample count, also with another yes", () => {
    const found = saysOptedOut(["Email", "Email Opt Out"], [["a@b.example", "0"]]);
    expect(found && isOptedOut(found, ["c@d.example", "TRUE"])).toBe(true);
  });
});

describe("files that say nothing of it", () => {
  test.each([
    ["Email Address|OPTIN_TIME|OPTIN_IP|LAST_CHANGED", ["a@b.example|2024-01-01|192.0.2.1|2024-01-01"]],
    ["email|created", ["a@b.example|2024-01-01"]],
    ["email", ["a@b.example"]],
    ["Email|Reason for visit|Date", ["a@b.example|Fair|2024-01-01"]],
  ])("%s", (line, rows) => expect(saysOptedOut(line.split("|"), rowsOf(rows))).toBeNull());

  test.each([
    ["Email|First Name|Status", ["a@b.example|Lea|Active", "c@d.example|Sam|Lead"], "e@f.example|Ida|Unsubscribed"],
    ["Email|Email Status", ["a@b.example|Verified"], "e@f.example|Bounced"],
    ["Email|Unsubscribed at", ["a@b.example|"], "e@f.example|2024-01-01"],
  ])("%s: nobody of the first rows, and whoever comes later all the same", (line, rows, later) => {
    const optedOut = saysOptedOut(line.split("|"), rowsOf(rows));
    if (!optedOut) throw new Error("No column was found that may say it.");
    expect(rowsOf(rows).some((cells) => isOptedOut(optedOut, cells))).toBe(false);
    expect(isOptedOut(optedOut, later.split("|"))).toBe(true);
  });

  test("a file without headers", () => expect(saysOptedOut(null, [["a@b.example", "true"]])).toBeNull());
});
