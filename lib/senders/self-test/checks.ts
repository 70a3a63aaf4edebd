/** What a self-test looks at, in this order; the first that fails is the last that is tried. */
const checks = ["account", "consent", "sign-in", "mailbox", "draft in", "draft out", "inbox", "told"] as const;
export type Check = (typeof checks)[number];

export const checkNames: Record<Check, string> = {
  account: "Account exists",
  consent: "Consent holds",
  "sign-in": "Sign-in is fresh",
  mailbox: "Mailbox is there",
  "draft in": "A draft can be laid in",
  "draft out": "And taken out again",
  inbox: "The inbox can be read",
  told: "New mail is told at once",
};

/** What came of one: `passed` is null where it was not tried, or where it does not apply. */
export type CheckResult = { check: Check; passed: boolean | null; says: string; ms: number | null };

/** All of them with what came of the first few; the others were not tried. */
export function completed(results: CheckResult[]): CheckResult[] {
  return checks.map(
    (check) => results.find((one) => one.check === check) ?? { check, passed: null, says: "not tried", ms: null },
  );
}

export const hasFailed = (results: CheckResult[]) => results.some(({ passed }) => passed === false);

/** A test that was begun less than this ago is not begun again. */
export const restSeconds = 10;
export const everyMinutes = { sound: 60, broken: 5 } as const;
