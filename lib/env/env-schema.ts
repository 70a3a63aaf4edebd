import { isIP } from "node:net";
import { z } from "zod";

const address = z.url();
/** `1.1.1.1`, `1.1.1.1:5353`, `2606:4700::1111`, `[2606:4700::1111]:5353`, as node:dns takes them. */
const isServer = (given: string) => {
  const [, bracketed, plain = "", port] = /^(?:\[([^\]]+)\]|([\d.]+|[\da-f:]+?))(?::(\d{1,5}))?$/i.exec(given) ?? [];
  return (bracketed ? isIP(bracketed) === 6 : isIP(plain) > 0 || isIP(given) > 0) && Number(port ?? 53) <= 65_535;
};
/** `*.logic.azure.com`, `flows.contoso.com`, or the whole origin of a server for tests: `http://127.0.0.1:4321`. */
const isWebhookHost = (given: string) =>
  /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(given) || /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i.test(given);
const secret = (least: number) => z.string().min(least);

/** Every setting of the app. The names are explained in docs/settings.md. */
export const envSchema = z.object({
  APP_URL: address,
  /** Read by next-auth: the same as APP_URL, and taken from it. */
  NEXTAUTH_URL: address.optional(),
  DATABASE_APP_URL: z.string().min(1),
  DATABASE_SYSTEM_URL: z.string().min(1),
  /** "off" lets a database be reached without TLS over a network that is private. */
  DATABASE_TLS: z.enum(["required", "off"]).default("required"),
  /** Connections of the app's role to Postgres for pages and what people do, and as many more for the job runner alone. */
  PAGES_CONNECTIONS: z.coerce.number().int().min(2).max(100).default(8),
  SENDING_CONNECTIONS: z.coerce.number().int().min(2).max(100).default(8),
  /** How many proxies stand in front of us; each appends to X-Forwarded-For the address it was called from. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  SESSION_SECRET: secret(32),
  /** Read by Next at the build and at run time: names and encrypts server actions, so that pages of an earlier build find them. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
    .base64()
    .refine((given) => [16, 24, 32].includes(Buffer.from(given, "base64").length), "Give base64 of 32 bytes.")
    .optional(),
  /** `id:base64` of 32 bytes, comma-separated; the first one encrypts, all decrypt. */
  TOKEN_KEYS: secret(40),
  MICROSOFT_CLIENT_ID: z.string().min(1),
  MICROSOFT_CLIENT_SECRET: z.string().min(1),
  /** Tenant ids that may sign in, comma-separated. */
  MICROSOFT_TENANTS: z.string().default(""),
  MICROSOFT_STANDIN_URL: address.optional(),
  /** Where Graph posts notifications, if not at APP_URL; "none" switches them off. */
  GRAPH_NOTIFICATION_URL: z.union([z.literal("none"), address]).optional(),
  /** Hosts at which a webhook of Teams may lie, comma-separated: what a person pastes is called from here, so anything else is refused. */
  TEAMS_WEBHOOK_HOSTS: z
    .string()
    .default("*.logic.azure.com,*.powerplatform.com,*.webhook.office.com")
    .refine((given) => given.split(",").every((one) => isWebhookHost(one.trim())), "Give hosts, such as *.logic.azure.com."),
  INNGEST_BASE_URL: address.optional(),
  INNGEST_EVENT_KEY: z.string().min(1),
  INNGEST_SIGNING_KEY: z.string().min(1),
  /** Read by Inngest's own library: the other key while keys change; calls signed with it are taken as well. */
  INNGEST_SIGNING_KEY_FALLBACK: z.string().min(1).optional(),
  /** Read by Inngest's own library: 1 lets unsigned calls of a development server in. */
  INNGEST_DEV: z.string().optional(),
  /** "on" where the executor of a single machine calls: steps are saved while their call goes on. Read by `savesDuringCalls`. */
  INNGEST_CHECKPOINTS: z.enum(["on", "off"]).default("off"),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: address.optional(),
  OPENAI_MODEL: z.string().min(1).default("gpt-5-mini"),
  /** Name servers that domains are looked up at, `ip` or `ip:port`, comma-separated; empty means the system's. */
  DNS_RESOLVERS: z
    .string()
    .default("")
    .refine(
      (given) => given.split(",").every((one) => one.trim() === "" || isServer(one.trim())),
      "Give IP addresses, with a port if need be.",
    ),
  /** Seconds between two looks into a mailbox. */
  POLL_SECONDS: z.coerce.number().int().min(1).max(3600).default(60),
  /** Seconds after which a send is given up. Not before three times as long may a mail be handed over again. */
  SEND_TIMEOUT: z.coerce.number().positive().max(600).default(60),
  /** Seconds after an unanswered send at which we look for it, comma-separated. */
  DOUBT_SCHEDULE: z
    .string()
    .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/)
    .default("5,30,120,600"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof envSchema>;
