import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stubSettings } from "../../env/testing/stub-settings";
import { readSamples, type Sample } from "../samples/read-samples";
import { describeAadsts } from "./aadsts";
import { createMsalApp, mailScopes } from "./create-msal-app";
import { MailboxSignedOutError, OperatorError, TokenUnavailableError, translateAuthError, UnknownRefusalError } from "./errors";
import { memoryCache } from "./mailbox-cache";
import { startCannedMicrosoft } from "./testing/start-canned-microsoft";

const tid = "5e8d2c1b-4a3f-4b6c-8d7e-9f0a1b2c3d4e";
let server: Awaited<ReturnType<typeof startCannedMicrosoft>>;

beforeAll(async () => {
  server = await startCannedMicrosoft({ tid, oid: "aaaaaaaa-0000-4000-8000-000000000001" });
  stubSettings({ MICROSOFT_STANDIN_URL: server.url });
});
afterAll(() => server.stop());

type Meaning = Sample<"token-answers">["expected"]["meaning"];

/** A refresh by MSAL that the server answers with a sample: what we take it for. */
async function refreshWith(answer: Sample<"token-answers">["answer"]): Promise<{ meaning: Meaning; error: Error | null }> {
  server.next = null;
  const kept = memoryCache();
  const redirectUri = "http://localhost:3000/api/mailboxes/callback";
  await createMsalApp(tid, kept).acquireTokenByCode({ code: "c", scopes: mailScopes, redirectUri });
  const app = createMsalApp(tid, {
    beforeCacheAccess: async (context) => context.tokenCache.deserialize(kept.read()),
    afterCacheAccess: async () => {},
  });
  const [account] = await app.getTokenCache().getAllAccounts();
  if (!account) throw new Error("No account was kept.");
  server.next = answer;
  try {
    await app.acquireTokenSilent({ account, scopes: mailScopes, forceRefresh: true });
    return { meaning: "granted", error: null };
  } catch (thrown) {
    const error = translateAuthError(thrown);
    return { meaning: meaningOf(error), error };
  }
}

function meaningOf(error: Error): Meaning {
  if (error instanceof OperatorError) return "operator";
  if (error instanceof UnknownRefusalError) return "unknown";
  if (error instanceof TokenUnavailableError) return "later";
  if (error instanceof MailboxSignedOutError) {
    const told = describeAadsts(error.code)?.meaning;
    return told && told !== "operator" && told !== "later" ? told : "signed_out";
  }
  throw error;
}

const refused = readSamples("token-answers").filter((sample) => sample.answer.status !== 200);
const granted = readSamples("token-answers").filter((sample) => sample.answer.status === 200);

describe("an answer of the token endpoint to a refresh", () => {
  it.each(refused.map((sample) => [sample.id, sample] as const))("%s means what its sample says", async (_, sample) => {
    const { meaning, error } = await refreshWith(sample.answer);
    expect(meaning, sample.expected.why).toBe(sample.expected.meaning);
    // Ids and addresses stand in Microsoft's sentences; none of them is passed on.
    expect(error?.message).not.toMatch(/Trace ID|1c9e3f50|EmailHidden/);
  });
  it.each(granted.map((sample) => [sample.id, sample] as const))("%s gives a token", async (_, sample) => {
    expect((await refreshWith(sample.answer)).meaning).toBe("granted");
  });
  it("keeps the code of each refusal that somebody must act on", async () => {
    for (const sample of refused) {
      const { error } = await refreshWith(sample.answer);
      const code = /AADSTS\d+/.exec(JSON.stringify(sample.answer.body))?.[0] ?? null;
      if (error instanceof MailboxSignedOutError || error instanceof OperatorError || error instanceof UnknownRefusalError)
        expect(error.code).toBe(code);
    }
  });
  it("says to the operator what to do, by the code", async () => {
    const expired = refused.find((sample) => sample.id === "expired-secret-7000222");
    if (!expired) throw new Error("The sample is gone.");
    expect((await refreshWith(expired.answer)).error?.message).toContain("Make a new client secret");
  });
});
