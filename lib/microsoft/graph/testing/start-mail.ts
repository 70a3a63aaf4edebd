import { randomUUID } from "node:crypto";
import { expect, vi } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../../env/testing/stub-settings";
import type { MailRequest } from "../../../mail/mail-request";
import { consentAs, startStandIn } from "../../tokens/testing/start-stand-in";
import type { Mailbox } from "../clients";
import { createDraft } from "../create-draft";
import { sendMessage } from "../send-message";

export type MailWorld = {
  db: TestDatabase;
  mailbox: Mailbox;
  /** The mailbox of somebody else who has one. */
  mailboxOf: (person: string) => Promise<Mailbox>;
  admin: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** Mails with a key, as they were delivered. */
  delivered: (key: string) => Promise<Record<string, unknown>[]>;
  /** Ends all faults and waits until a mail that is sent now has arrived: by then every mail taken before it has, too. */
  settle: () => Promise<void>;
  end: () => Promise<void>;
};

/** A database, the real stand-in as a process of its own, and Anna's mailbox with her consent. @param made a database that is there. */
export async function startMail(env: Record<string, string | undefined>, made?: TestDatabase): Promise<MailWorld> {
  const db = made ?? (await testDatabase());
  const own = `${db.name}_365`;
  await db.admin.unsafe(`create database "${own}"`);
  const url = new URL(env.TEST_POSTGRES_URL ?? "postgres://postgres:postgres@127.0.0.1:5440/postgres");
  url.pathname = `/${own}`;
  const standIn = await startStandIn(url.toString(), env.PATH ?? "", env.STAND_IN_SENT_ID);
  stubSettings({
    MICROSOFT_CLIENT_ID: standIn.clientId,
    MICROSOFT_CLIENT_SECRET: standIn.clientSecret,
    MICROSOFT_STANDIN_URL: standIn.url,
    SEND_TIMEOUT: "1",
    DOUBT_SCHEDULE: env.DOUBT_SCHEDULE ?? "0.3,0.6,1",
  });
  const admin = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${standIn.url}/admin/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    return answer.json();
  };
  const mailboxOf = async (person: string): Promise<Mailbox> => {
    const token = await tokenOf(standIn, person);
    return { token: async () => token };
  };
  const mailbox = await mailboxOf("anna@contoso.com");
  const delivered = async (key: string) =>
    (await admin("GET", `mail?key=${encodeURIComponent(key)}`)) as Record<string, unknown>[];
  return {
    ...{ db, mailbox, mailboxOf, admin, delivered },
    settle: async () => {
      await admin("DELETE", "faults");
      const key = `last-${randomUUID()}`;
      const draft = await createDraft(mailbox, lastMail, key);
      await sendMessage(mailbox, draft.graphId);
      await vi.waitFor(async () => expect(await delivered(key)).toHaveLength(1), { timeout: 10_000, interval: 30 });
    },
    end: async () => {
      await standIn.stop();
      await db.admin.unsafe(`drop database if exists "${own}" with (force)`);
      await db.close();
    },
  };
}

const lastMail: MailRequest = {
  version: 1,
  from: { senderAccountId: "s", email: "anna@contoso.com", name: "Anna Keller" },
  to: { email: "last@hotmail.example", name: "Last" },
  subject: "Last",
  html: "<p>Last</p>",
  thread: null,
  unsubscribeUrl: "http://localhost:3000/u/last",
};

async function tokenOf(standIn: { url: string; clientId: string; clientSecret: string }, person: string): Promise<string> {
  const redirectUri = "http://localhost:3000/api/mailboxes/callback";
  const query = new URLSearchParams({
    client_id: standIn.clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid offline_access Mail.ReadWrite Mail.Send User.Read",
  });
  const back = await consentAs(`${standIn.url}/common/oauth2/v2.0/authorize?${query}`, person);
  const answer = await fetch(`${standIn.url}/common/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: redirectUri,
      client_id: standIn.clientId,
      client_secret: standIn.clientSecret,
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}
