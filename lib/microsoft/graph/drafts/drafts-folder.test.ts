import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readClient, writeClient } from "../clients";
import { deleteDraft } from "../delete-draft";
import { findById } from "../find-message";
import { sendKeyProperty } from "../send-key";
import { sendMessage } from "../send-message";
import { type MailWorld, startMail } from "../testing/start-mail";
import { listDrafts } from "./list-drafts";
import { isOnlyQuote, readBareReply } from "./read-bare-reply";

let world: MailWorld;
beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", { moveDelayMs: 50, deliveryDelayMs: 20, lookupLagMs: 0, movedGoneMs: 0 });
});

const to = (address: string) => ({ toRecipients: [{ emailAddress: { address } }] });
const draft = async (fields: object = {}) =>
  (await writeClient(world.mailbox)
    .api("/me/messages")
    .post({ subject: "x", ...to("lena@hotmail.example"), ...fields })) as { id: string; createdDateTime: string };
const change = (id: string, fields: object) => writeClient(world.mailbox).api(`/me/messages/${id}`).patch(fields);
const folderOf = async (id: string) =>
  ((await readClient(world.mailbox).api(`/me/messages/${id}`).select("parentFolderId").get()) as { parentFolderId: string })
    .parentFolderId;

describe("a draft is deleted", () => {
  test("into another folder, and as good as deleted where it is gone", async () => {
    const { id } = await draft();
    const before = await folderOf(id);
    expect(await deleteDraft(world.mailbox, id)).toBe(true);
    expect(await folderOf(id)).not.toBe(before);
    expect(await deleteDraft(world.mailbox, id)).toBe(true);
    expect(await deleteDraft(world.mailbox, id)).toBe(true);
  });

  test("never once its owner has sent it: the sent copy stays where it is", async () => {
    const { id } = await draft();
    await sendMessage(world.mailbox, id);
    await expect.poll(async () => (await findById(world.mailbox, id))?.isDraft).toBe(false);
    const sentItems = await folderOf(id);
    expect(await deleteDraft(world.mailbox, id)).toBe(false);
    expect(await folderOf(id)).toBe(sentItems);
  });

  test("never while Exchange holds it to send it", async () => {
    await world.admin("POST", "settings", { moveDelayMs: 60_000 });
    const { id } = await draft();
    await sendMessage(world.mailbox, id);
    expect(await deleteDraft(world.mailbox, id)).toBe(false);
    expect(await findById(world.mailbox, id)).toMatchObject({ isDraft: true, submitted: true });
  });

  test("never where it is another than the one that was looked at", async () => {
    const { id } = await draft();
    const seen = await findById(world.mailbox, id);
    await change(id, { subject: "Mine" });
    expect(await deleteDraft(world.mailbox, id, { etag: seen?.etag ?? null })).toBe(false);
    expect(await findById(world.mailbox, id)).toMatchObject({ isDraft: true });
  });
});

describe("the folder Drafts", () => {
  test("is listed by time, with keys, recipients and what else an item has", async () => {
    const before = new Date(Date.now() - 5000);
    const keyed = await draft({ singleValueExtendedProperties: [{ id: sendKeyProperty, value: "k1" }] });
    const copied = await draft({ ccRecipients: to("boss@contoso.com").toRecipients });
    const soon = new Date(Date.now() + 5000);
    const listed = await listDrafts(world.mailbox, { from: before, to: soon });
    const of = (id: string) => listed.find(({ graphId }) => graphId === id);
    expect(listed).toHaveLength(2);
    expect(of(keyed.id)).toMatchObject({ sendKey: "k1", to: ["lena@hotmail.example"], hasMore: false });
    expect(of(copied.id)).toMatchObject({ sendKey: null, hasMore: true });
    expect(of(keyed.id)?.createdAt).toEqual(new Date(keyed.createdDateTime));
    expect(await listDrafts(world.mailbox, { from: new Date(before.getTime() - 9000), to: before })).toEqual([]);
  });

  test("holds bare answers, and those that somebody has begun to write", async () => {
    const original = await draft({ body: { contentType: "html", content: "<p>Hi Lena</p>" } });
    const reply = async () =>
      (await writeClient(world.mailbox).api(`/me/messages/${original.id}/createReply`).post({})) as { id: string };
    const [bare, begun] = [await reply(), await reply()];
    const { body } = (await readClient(world.mailbox).api(`/me/messages/${begun.id}`).get()) as { body: { content: string } };
    const content = body.content.replace("<body>", "<body><p>Dear Lena, it is</p>");
    await expect
      .poll(() =>
        change(begun.id, { body: { contentType: "html", content } }).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    expect(await readBareReply(world.mailbox, bare.id)).toEqual({ etag: expect.stringContaining("W/") });
    expect(await readBareReply(world.mailbox, begun.id)).toBeNull();
    expect(await readBareReply(world.mailbox, original.id)).toBeNull();
    expect(await readBareReply(world.mailbox, "AAkGone")).toBeNull();
  });
});

const block = '<hr tabindex="-1" style="width:98%"><div id="divRplyFwdMsg"><b>From:</b> Anna<br><b>Subject:</b> Hello</div>';
const page = (above: string) => `<html><head><title>x</title></head><body dir="ltr">${above}${block}<p>Hi Lena</p></body></html>`;

test.each([
  [true, "an empty division", page("<div><br></div>")],
  [true, "spaces that are written out", page("<div>&nbsp;&#160;\u200b</div>\r\n<!-- no -->")],
  [true, "a quote without its line", page("").replace(/<hr[^>]*>/, "")],
  [false, "a word", page("<div>Dear</div>")],
  [false, "a picture", page('<img src="cid:1">')],
  [false, "no quote at all", "<html><body><div></div></body></html>"],
])("%s for an answer with %s above its quote", (isBare, _above, html) => {
  expect(isOnlyQuote(html)).toBe(isBare);
});
