import { expect, test } from "vitest";
import { type ContactStatus, contactStatuses, type EndReason, endReasons, openStatuses, waitReasons } from "@/db/schema/words";
import { nameInCampaign, nameStanding } from "./name-standing";
import { inOrder } from "./order-waits";
import { waitWords } from "./wait-words";

const inContacts = (status: ContactStatus, waitReason: (typeof waitReasons)[number] | null, endedReason: EndReason | null) =>
  nameStanding({ suppressed: null, replied: status === "replied", enrolment: { status, waitReason, endedReason } });

test.each([...waitReasons])(
  "somebody who waits because of %s has one colour, under Contacts and in the campaign",
  (waitReason) => {
    for (const status of openStatuses) {
      const standing = nameInCampaign({ status, waitReason, endedReason: null });
      expect(standing).toEqual({ tone: waitWords[waitReason].forPerson ? "wait" : "grey", words: waitWords[waitReason].name });
      expect(inContacts(status, waitReason, null)).toEqual(standing);
    }
  },
);

test("amber is what a person can end, and nothing else", () => {
  expect(waitReasons.filter((reason) => waitWords[reason].forPerson)).toEqual([
    "paused",
    "mailbox_signed_out",
    "mailbox_no_licence",
    "mailbox_full",
    "mailbox_unreadable",
    "mailbox_guarded",
    "domain_unproven",
    "sender_corrected",
    "changed_in_outlook",
    "left_otherwise",
    "field_missing",
    "in_doubt",
    "thread_closed",
    "bounced_often",
    "needs_signature",
  ]);
  expect(waitReasons.filter((reason) => waitWords[reason].way !== null)).toEqual(
    waitReasons.filter((reason) => waitWords[reason].forPerson),
  );
});

test("what a person can end stands above what only time ends", () => {
  const shown = inOrder(waitReasons.map((reason) => ({ reason })));
  const amber = shown.map(({ reason }) => waitWords[reason].forPerson);
  expect(amber).toEqual([...amber].sort((a, b) => Number(b) - Number(a)));
});

test.each(endReasons)("somebody who ended by %s stands alike under Contacts and in the campaign", (endedReason) => {
  const status = contactStatuses.find((one) => one === endedReason) ?? "completed";
  expect(inContacts(status, null, endedReason)).toEqual(nameInCampaign({ status, waitReason: null, endedReason }));
});

test("where another campaign goes first, one person's page names it", () => {
  const waits = { status: "pending", waitReason: "elsewhere", endedReason: null } as const;
  expect(nameInCampaign({ ...waits, elsewhere: "Spring offers" }).words).toBe("Under way in Spring offers");
  expect(nameInCampaign(waits).words).toBe("Under way in another campaign");
  expect(nameInCampaign({ ...waits, waitReason: "delay", elsewhere: "Spring offers" }).words).toBe("Delay runs");
});

test.each([
  ["completed", "got every mail", "Replied"],
  ["completed", "company answered", "Replied"],
  ["bounced", "bounced", "Replied"],
  ["unsubscribed", "asked not to be mailed", "Asked not to be mailed"],
  ["unsubscribed", "complained", "Complained"],
] as const)("somebody who is %s (%s) and answered stands as %s", (status, endedReason, words) => {
  expect(nameInCampaign({ status, waitReason: null, endedReason, answered: true }).words).toBe(words);
});
