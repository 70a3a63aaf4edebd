import { describe, expect, it } from "vitest";
import type { WaitingGroup } from "@/lib/campaigns/read/read-reasons";
import { aboutOf, actOf, holderOf, sayBesides, sayInReview } from "./describe-reasons";

const group = (reason: WaitingGroup["reason"], count: number, inReview: number): WaitingGroup => ({
  reason,
  count,
  inReview,
  from: null,
  firstName: "Mara Winter",
  firstContactId: "p",
});
const all = { sign: true, mailboxes: true };
const none = { sign: false, mailboxes: false };

describe("what needs a person beside the one reason", () => {
  it.each([
    [group("delay", 96, 72), "72 of them also need a signature"],
    [group("delay", 96, 1), "1 of them also needs a signature"],
    [group("paused", 3, 3), "All of them also need a signature"],
    [group("out_of_office", 1, 1), "Also needs a signature"],
    [group("delay", 96, 0), ""],
    // These reasons say it themselves.
    [group("needs_signature", 50, 50), ""],
    [group("field_missing", 4, 4), ""],
    [group("changed_in_outlook", 2, 2), ""],
  ])("is named and counted", (one, said) => expect(sayBesides(one)).toBe(said));

  it("says how many wait in Review", () => {
    expect(sayInReview(122)).toBe("122 mails wait in Review.");
    expect(sayInReview(1)).toBe("1 mail waits in Review.");
  });
});

describe("the button into Review", () => {
  const [unsigned, delay] = [group("needs_signature", 50, 50), group("delay", 96, 72)];

  it("stands in the row of the group to which all of them belong", () =>
    expect(holderOf({ reasons: [group("in_line", 3, 0), delay], behind: [], inReview: 72 })).toBe(delay));

  it("stands in no row where several groups have some, or somebody whom it ended for has", () => {
    expect(holderOf({ reasons: [unsigned, delay], behind: [], inReview: 122 })).toBeNull();
    expect(holderOf({ reasons: [unsigned], behind: [], inReview: 51 })).toBeNull();
  });

  it("stands with the reason behind the pause, while there is one", () =>
    expect(holderOf({ reasons: [group("paused", 50, 50)], behind: [unsigned], inReview: 50 })).toBe(unsigned));

  it("stands nowhere where nothing waits there", () =>
    expect(holderOf({ reasons: [group("in_line", 3, 0)], behind: [], inReview: 0 })).toBeNull());
});

describe("where a reason is ended", () => {
  it("leads to as many as it counts", () =>
    expect(actOf(group("in_doubt", 3, 0), { id: "c" }, all)).toEqual({
      href: "/campaigns/c/contacts?reason=in_doubt",
      name: "Look at 3",
    }));

  it("asks nobody to reconnect or decide who may not", () => {
    const signedOut = group("mailbox_signed_out", 3, 0);
    const rules = {} as Parameters<typeof aboutOf>[1]["rules"];
    expect(actOf(signedOut, { id: "c" }, all)?.name).toBe("Reconnect");
    expect(actOf(signedOut, { id: "c" }, none)?.name).toBe("See why");
    expect(aboutOf(signedOut, { rules }, none)).toBe("Once an administrator of your team reconnects it, they go on");
    expect(actOf(group("bounced_often", 1, 0), { id: "c" }, none)?.name).toBe("Look");
    expect(actOf(group("bounced_often", 1, 0), { id: "c" }, all)?.name).toBe("Decide");
  });
});
