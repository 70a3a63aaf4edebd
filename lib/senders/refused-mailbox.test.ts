import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contoso } from "@/db/seed/demo-world";
import { seedTeam } from "@/db/seed/seed-team";
import { type Mailbox, writeClient } from "../microsoft/graph/clients";
import { findByMessageId } from "../microsoft/graph/find-message";
import { answerOf } from "../microsoft/graph/graph-answer";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { pauseMailbox } from "../microsoft/pause-mailbox";
import { acquireMailToken } from "../microsoft/tokens/acquire-mail-token";
import { beginConsent } from "../microsoft/tokens/begin-consent";
import { consentAs } from "../microsoft/tokens/testing/start-stand-in";
import { receiveConsent } from "./receive-consent";

/** A mailbox of the real stand-in, whose next refresh Microsoft refuses. */
let world: MailWorld;
let scope: { teamId: string; memberId: string };
let id: string;

beforeAll(async () => {
  world = await startMail(process.env);
  const team = await seedTeam(world.db.admin, { tenantId: contoso.tenantId });
  scope = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "mailboxes", { mailbox: "ben@contoso.com", refresh: null });
  expect(await connect()).toEqual({ notice: "connected" });
  const [row] = await world.db.admin`select id from sender_accounts where email = 'ben@contoso.com'`;
  id = String(row?.id);
});

async function connect() {
  const { url, secrets } = await beginConsent(contoso.tenantId, "ben@contoso.com");
  const back = await consentAs(url, "ben@contoso.com");
  const answer = { code: back.searchParams.get("code"), error: null, description: null, adminConsent: false };
  return receiveConsent(scope, answer, secrets, new Date());
}
const refuse = (code: number | null) => world.admin("POST", "mailboxes", { mailbox: "ben@contoso.com", refresh: code });
const refresh = (now = new Date()) => acquireMailToken(scope, id, now, { fresh: true }).catch((error: Error) => error);
const state = async () =>
  (
    await world.db
      .admin`select status, status_reason as reason, trouble, trouble_code as code, trouble_until as until from sender_accounts where id = ${id}`
  )[0];
const tokenCalls = async () =>
  ((await world.admin("GET", "calls")) as { path: string }[]).filter((call) => call.path.endsWith("/token")).length;

describe("a refresh that Microsoft refuses", () => {
  it.each([
    [50076, "the organisation asks for another proof"],
    [50078, "the organisation asks for another proof"],
    [50079, "the organisation asks for another proof"],
    [50089, "the sign-in ran out"],
    [50132, "the password was changed"],
    [50133, "the password was changed"],
    [50173, "its sign-in was taken back, as after a new password"],
    [53003, "a rule of the organisation blocks its sign-in"],
    [65001, "consent was withdrawn"],
    [70008, "it was not used for too long"],
    [70043, "the organisation wants a new sign-in after some time"],
    [700082, "it was not used for too long"],
    [700084, "the sign-in ran out"],
    [50020, "its account is not of the organisation any more"],
    [50034, "its account was deleted"],
    [50053, "its account is locked"],
    [50057, "its account is switched off"],
    [50105, "its person may not use Countersign any more"],
    [50126, "Microsoft does not take its name or password"],
    [650052, "the organisation has not enabled Countersign"],
    [700016, "the organisation removed Countersign"],
    [7000112, "the organisation switched Countersign off"],
    [90002, "Microsoft does not know the organisation any more"],
    [53000, "the organisation lets only its own devices sign in"],
    [53001, "the organisation lets only its own devices sign in"],
    [53002, "the organisation lets only its own devices sign in"],
  ])("for a person (%d) marks the mailbox at once, with its own reason and code", async (code, reason) => {
    await refuse(code);
    await refresh();
    expect(await state()).toMatchObject({ status: "signed_out", reason, trouble: null, code: `AADSTS${code}` });
    const before = await tokenCalls();
    await refresh();
    expect(await tokenCalls()).toBe(before);
    await refuse(null);
    await connect();
    expect(await state()).toMatchObject({ status: "connected", reason: null, code: null });
  });

  it.each([7000215, 7000222, 700027])("for the operator (%d) pauses the mailbox and leaves it connected", async (code) => {
    await refuse(code);
    const now = new Date();
    expect(await refresh(now)).toMatchObject({
      name: "OperatorError",
      message: expect.stringContaining("MICROSOFT_CLIENT_SECRET"),
    });
    expect(await state()).toMatchObject({ status: "connected", trouble: "limited", code: `AADSTS${code}` });
  });

  it.each([50196, 90033, 90055])("for a while (%d) changes nothing", async (code) => {
    await refuse(code);
    expect(await refresh()).toMatchObject({ name: "TokenUnavailableError" });
    expect(await state()).toMatchObject({ status: "connected", trouble: null, code: null });
  });

  it("with a code nobody knows is not asked again before its time, and is over once a token comes", async () => {
    await refuse(70000);
    const now = new Date();
    await refresh(now);
    expect(await state()).toMatchObject({ status: "connected", trouble: "limited", code: "AADSTS70000" });
    const asked = await tokenCalls();
    expect(await refresh(new Date(now.getTime() + 60_000))).toMatchObject({ until: new Date(now.getTime() + 15 * 60_000) });
    expect(await tokenCalls()).toBe(asked);
    await refuse(null);
    expect(await refresh(new Date(now.getTime() + 16 * 60_000))).toEqual(expect.any(String));
    // The code stays beside it, for the case that it comes back at once.
    expect(await state()).toMatchObject({ status: "connected", trouble: null, code: "AADSTS70000" });
  });

  it("is not what Exchange limits: a token that comes does not end that, nor is one held back by it", async () => {
    const until = new Date(Date.now() + 3_600_000);
    await world.db
      .admin`update sender_accounts set trouble = 'limited', trouble_code = 'ErrorExceededMessageLimit', trouble_until = ${until} where id = ${id}`;
    expect(await refresh()).toEqual(expect.any(String));
    expect(await state()).toMatchObject({ trouble: "limited", code: "ErrorExceededMessageLimit" });
  });

  it("twice with the code that tells nothing is for a person", async () => {
    await refuse(70000);
    const now = new Date();
    await refresh(now);
    await refresh(new Date(now.getTime() + 16 * 60_000));
    expect(await state()).toMatchObject({ status: "signed_out", code: "AADSTS70000" });
  });
});

describe("a call that Microsoft denies", () => {
  const pauseAfter = async (call: (ben: Mailbox) => Promise<unknown>) => {
    const error = await call(await world.mailboxOf("ben@contoso.com")).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return pauseMailbox(scope, id, answerOf(error), new Date());
  };

  it("stops sending where it writes", async () => {
    await world.admin("POST", "faults", {
      kind: "status-before",
      method: "POST",
      path: "/me/messages$",
      status: 403,
      code: "ErrorAccessDenied",
    });
    expect(await pauseAfter((ben) => writeClient(ben).api("/me/messages").post({}))).toBeInstanceOf(Date);
    expect(await state()).toMatchObject({ status: "connected", trouble: "limited", code: "ErrorAccessDenied" });
  });

  it("stops none where it only reads: a mail whose copy cannot be looked for is looked for again", async () => {
    await world.admin("POST", "mailboxes", { mailbox: "ben@contoso.com", unread: true });
    expect(await pauseAfter((ben) => findByMessageId(ben, "<x@contoso.com>"))).toBeNull();
    expect(await state()).toMatchObject({ status: "connected", trouble: null });
    await world.admin("POST", "mailboxes", { mailbox: "ben@contoso.com", unread: false });
  });
});
