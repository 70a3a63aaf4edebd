import { isIP } from "node:net";
import { z } from "zod";

const address = z.url();
/** `1.1.1.1`, `1.1.1.1:5353`, `2606:4700::1111`, `[2606:4700::1111]:5353`, as node:dns takes them. */
const isServer = (given: string) => {
  const [, bracketed, plain = "", port] = /^(?:\[([^\]]+)\]|([\d.]+|[\da-f:]+?))(?::(\d{1,5}))?$/i.exec(given) ?? [];
  return (bracketed ? isIP(bracketed) === 6 : isIP(plain) > 0 || isIP(given) > 0) && Number(port ?? 53) <= 65_535;
};
const secret = (least: number) => z.string().min(least);

/** Every setting of the app. The names are explained in docs/settings.md. */
export const envSchema = z.object({
  APP_URL: address,
  /** Read by next-auth: the same as APP_URL, and taken from it. */
  NEXTAUTH_URL: address.optional(),
  DATABASE_APP_URL: z.string().min(1),
  DATABASE_SYSTEM_URL: z.string().min(1),
  SESSION_SECRET: secret(32),
  /** `id:base64` of 32 bytes, comma-separated; the first one encrypts, all decrypt. */
  TOKEN_KEYS: secret(40),
  MICROSOFT_CLIENT_ID: z.string().min(1),
  MICROSOFT_CLIENT_SECRET: z.string().min(1),
  /** Tenant ids that may sign in, comma-separated. */
  MICROSOFT_TENANTS: z.string().default(""),
  MICROSOFT_STANDIN_URL: address.optional(),
  /** Where Graph posts notifications, if not at APP_URL; "none" switches them off. */
  GRAPH_NOTIFICATION_URL: z.union([z.literal("none"), address]).optional(),
  INNGEST_BASE_URL: address.optional(),
  INNGEST_EVENT_KEY: z.string().min(1),
  INNGEST_SIGNING_KEY: z.string().min(1),
  /** Read by Inngest's own library: 1 lets unsigned calls of a development server in. */
  INNGEST_DEV: z.string().optional(),
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
  POLL_SECONDS: z.coerce.number().int().min(1).max(3600).default(45),
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
