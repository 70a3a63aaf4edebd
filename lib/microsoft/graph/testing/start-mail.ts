import { vi } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { consentAs, startStandIn } from "../../tokens/testing/start-stand-in";
import type { Mailbox } from "../clients";

export type MailWorld = {
  db: TestDatabase;
  mailbox: Mailbox;
  admin: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** Mails with a key, as they were delivered. */
  delivered: (key: string) => Promise<Record<string, unknown>[]>;
  end: () => Promise<void>;
};

/** A database, the real stand-in as a process of its own, and Anna's mailbox with her consent. @param made a database that is there. */
export async function startMail(env: Record<string, string | undefined>, made?: TestDatabase): Promise<MailWorld> {
  const db = made ?? (await testDatabase());
  const own = `${db.name}_365`;
  await db.admin.unsafe(`create database "${own}"`);
  const url = new URL(env.TEST_POSTGRES_URL ?? "postgres://postgres:postgres@127.0.0.1:5440/postgres");
  url.pathname = `/${own}`;
  const standIn = await startStandIn(url.toString(), env.PATH ?? "");
  const settings = {
    APP_URL: "http://localhost:3000",
    DATABASE_APP_URL: db.appUrl,
    DATABASE_SYSTEM_URL: db.systemUrl,
    SESSION_SECRET: "x".repeat(32),
    TOKEN_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`,
    MICROSOFT_CLIENT_ID: standIn.clientId,
    MICROSOFT_CLIENT_SECRET: standIn.clientSecret,
    MICROSOFT_STANDIN_URL: standIn.url,
    INNGEST_EVENT_KEY: "e",
    INNGEST_SIGNING_KEY: "s",
    DOUBT_SCHEDULE: "0.3,0.6,1",
    LOG_LEVEL: "silent",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const admin = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${standIn.url}/admin/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    return answer.json();
  };
  const token = await tokenOf(standIn, "anna@contoso.com");
  return {
    db,
    mailbox: { token: async () => token },
    admin,
    delivered: async (key) => (await admin("GET", `mail?key=${encodeURIComponent(key)}`)) as Record<string, unknown>[],
    end: async () => {
      await standIn.stop();
      await db.admin.unsafe(`drop database if exists "${own}" with (force)`);
      await db.close();
    },
  };
}

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
