import { expect, test } from "vitest";
import type { ListedDraft } from "../../microsoft/graph/drafts/list-drafts";
import { type StrayAttempt, sortStrays } from "./sort-strays";

const begunAt = new Date("2026-11-24T10:00:00Z");
const after = (seconds: number) => new Date(begunAt.getTime() + seconds * 1000);
const attempt: StrayAttempt = {
  id: "1",
  begunAt,
  own: "anna@contoso.com",
  recipient: "lena@hotmail.example",
  conversations: ["thread"],
};
const draft: ListedDraft = {
  graphId: "AAk",
  createdAt: after(1),
  modifiedAt: after(2),
  conversationId: "thread",
  sendKey: null,
  to: ["anna@contoso.com"],
  hasMore: false,
};
const sorted = (change: Partial<ListedDraft>) => {
  const { likely, unlike } = sortStrays([{ ...draft, ...change }], [attempt]);
  return likely.length > 0 ? "likely" : unlike > 0 ? "unlike" : "not ours";
};

test.each<[string, string, Partial<ListedDraft>]>([
  ["likely", "as createReply leaves it", {}],
  ["likely", "addressed to whom the mail before went", { to: ["lena@hotmail.example"] }],
  ["likely", "made by a clock two minutes behind", { createdAt: after(-119), modifiedAt: after(-119) }],
  ["likely", "made at the end of the longest call, by a clock ahead", { createdAt: after(179), modifiedAt: after(179) }],
  ["not ours", "made before the attempt", { createdAt: after(-121), modifiedAt: after(-121) }],
  ["not ours", "made after the attempt", { createdAt: after(181), modifiedAt: after(181) }],
  ["not ours", "in another conversation", { conversationId: "another" }],
  ["not ours", "in no conversation", { conversationId: null }],
  ["not ours", "with a key", { sendKey: "k" }],
  ["unlike", "changed since", { modifiedAt: after(12) }],
  ["unlike", "addressed to somebody else", { to: ["boss@contoso.com"] }],
  ["unlike", "addressed to one more", { to: ["anna@contoso.com", "boss@contoso.com"] }],
  ["unlike", "addressed to nobody", { to: [] }],
  ["unlike", "with a copy to somebody, or an attachment", { hasMore: true }],
])("%s: a draft %s", (kind, _name, change) => {
  expect(sorted(change)).toBe(kind);
});

test("of several attempts in a conversation so many can be left", () => {
  const again = { ...attempt, id: "2", begunAt: after(70) };
  const other = { ...attempt, id: "3", conversations: ["another"] };
  const listed = [draft, { ...draft, graphId: "AAl", createdAt: after(71), modifiedAt: after(71) }];
  expect(sortStrays(listed, [attempt, again, other])).toEqual({ likely: [{ drafts: listed, most: 2 }], unlike: 0 });
});
