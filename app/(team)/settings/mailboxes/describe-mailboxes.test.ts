import { describe, expect, it } from "vitest";
import type { MailboxRow } from "@/lib/senders/read-mailboxes";
import { describeMailboxes } from "./describe-mailboxes";

const mailbox = (email: string, set: Partial<MailboxRow> = {}) => ({ email, hold: null, plannedToday: 0, ...set }) as MailboxRow;
const ben = (hold: MailboxRow["hold"], plannedToday = 12) => mailbox("ben@contoso.com", { hold, plannedToday });
const anna = mailbox("anna@contoso.com");

describe("how the mailboxes stand", () => {
  it.each([
    [[], "No mailbox yet"],
    [[anna], "The mailbox can send"],
    [[anna, anna], "Both mailboxes can send"],
    [[anna, anna, anna], "All three mailboxes can send"],
    [[ben("no_licence")], "The mailbox cannot send"],
    [[ben("full"), anna], "One of two mailboxes cannot send"],
    [[ben("guarded")], "The mailbox is paused by its guard rail"],
    [[ben("guarded"), anna], "One of two mailboxes is paused by its guard rail"],
    [[ben("guarded"), ben("full"), anna], "Two of three mailboxes cannot send"],
    [[ben("limited"), ben("signed_out")], "No mailbox can send"],
    [[ben("unreadable"), anna], "One of two mailboxes cannot be read"],
    [[ben("unreadable"), ben("signed_out"), anna], "One of three mailboxes cannot send"],
  ])("is said by what cannot send first", (mailboxes, verdict) => {
    expect(describeMailboxes(mailboxes).verdict).toBe(verdict);
  });
  it("says what waits for those that cannot send", () => {
    expect(describeMailboxes([ben("no_licence"), anna]).lead).toBe(
      "12 of today’s mails wait for ben@contoso.com. They leave inside the window once it is back, never all at once.",
    );
    expect(describeMailboxes([ben("full", 1), ben("limited", 2), ben("signed_out", 3)]).lead).toBe(
      "6 of today’s mails wait for three mailboxes. They leave inside the window once they are back, never all at once.",
    );
    expect(describeMailboxes([ben("signed_out", 0)]).lead).toContain("No mail of today waits for ben@contoso.com.");
  });
});
