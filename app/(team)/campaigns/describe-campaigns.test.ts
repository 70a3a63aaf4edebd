import { describe, expect, it } from "vitest";
import type { CampaignRow } from "@/lib/campaigns/read/read-campaigns";
import { describeArchived, describeCampaigns } from "./describe-campaigns";

const campaign = (set: Partial<CampaignRow>): CampaignRow =>
  ({ status: "active", mailboxHeld: null, sentToday: 0, plannedToday: 0, toSign: 0, next: null, ...set }) as CampaignRow;
const running = campaign({ sentToday: 24, plannedToday: 44, toSign: 8, next: { at: new Date(), name: "Mitsue" } });

describe("how all campaigns stand", () => {
  it("has words for the first day", () => expect(describeCampaigns([], null).verdict).toBe("No campaign yet"));

  it("says what sends, what waits and what is paused", () =>
    expect(
      describeCampaigns(
        [running, running, campaign({ mailboxHeld: { by: "signed_out", at: new Date() } }), campaign({ status: "paused" })],
        null,
      ).verdict,
    ).toBe("Two campaigns send, one waits for its mailbox, one is paused"));

  it("says what sends nothing before somebody signs", () =>
    expect(describeCampaigns([running, campaign({ toSign: 12 })], null).verdict).toBe(
      "One campaign sends, one waits for a signature",
    ));

  it("counts the day and the drafts to sign; drafts of drafts do not exist, those of finished ones wait for nobody", () => {
    const finished = campaign({ status: "completed", toSign: 5, sentToday: 1, plannedToday: 1 });
    expect(describeCampaigns([running, finished], null)).toEqual({
      verdict: "One campaign sends",
      about: "25 of today’s 45 mails have left. 8 drafts need a signature.",
    });
  });

  it("says that nothing sends, whatever the reason", () => {
    expect(describeCampaigns([campaign({ status: "draft" })], null)).toEqual({
      verdict: "No campaign sends",
      about: "No mail has its minute today.",
    });
    expect(describeCampaigns([running], { by: "Ben Okafor" }).verdict).toBe("All sending is stopped by Ben Okafor");
  });

  it("says when all of today has left", () =>
    expect(describeCampaigns([campaign({ sentToday: 12, plannedToday: 12 })], null).about).toBe(
      "All of today’s 12 mails have left.",
    ));

  it("says of one archived campaign what it sent, of two what they sent", () => {
    expect(describeArchived(1).about).toBe("What it sent stays, and answers are still read. It comes back as it was.");
    expect(describeArchived(2).about).toBe("What they sent stays, and answers are still read. Each comes back as it was.");
  });
});
