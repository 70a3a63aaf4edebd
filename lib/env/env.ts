import { checkProduction } from "./check-production";
import { type Env, envSchema } from "./env-schema";

let parsed: Env | undefined;

/**
 * The validated settings of this process.
 * @throws Error naming each missing or wrong setting and the page that explains it.
 */
export function env(): Env {
  if (!parsed) {
    parsed = parseEnv(process.env);
    // next-auth reads this one by itself, and without it believes the Host header of a request.
    process.env.NEXTAUTH_URL ||= parsed.APP_URL;
  }
  return parsed;
}

/** @throws Error as `env()`. */
export function parseEnv(values: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const result = envSchema.safeParse(given);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Settings are missing or wrong (see docs/settings.md):\n  ${wrong.join("\n  ")}`);
  }
  checkProduction(result.data);
  return result.data;
}
