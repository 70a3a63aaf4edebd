import { instantOf } from "@/db/access/read-rows";
import { companyOf } from "../../contacts/company-of";
import type { Stopped } from "../thread-view";

type Mail = { step: string | null; campaign: string; wasAt: string | null; isTheirs: boolean };

/** What rows tell of what a message ended. `derived`: of one from before that was written down with it. */
export type Ended = {
  at: string;
  createdAt: string;
  isOld: boolean;
  mails: Mail[];
  derived: Mail[];
  email: string;
  company: string | null;
};

/** What a message stopped, and how long after it arrived; null where nothing was under way. */
export function endedOf({ at, createdAt, isOld, mails, derived, email, company }: Ended): Stopped | null {
  const ended = mails.length > 0 ? mails : derived;
  if (isOld || ended.length === 0) return null;
  const own = ended.filter((mail) => mail.isTheirs);
  const others = ended.length - own.length;
  const { domain, name } = companyOf({ email, company });
  return {
    // Written down as soon as it was seen; the clocks of Exchange and of ours may differ.
    seconds: Math.max(0, Math.round((instantOf(createdAt).getTime() - instantOf(at).getTime()) / 1000)),
    mails: own.flatMap(({ step, campaign, wasAt }) =>
      step ? [{ step, campaign, wasAt: wasAt ? instantOf(wasAt).toISOString() : null }] : [],
    ),
    colleagues: others > 0 ? { count: others, company: domain ?? company ?? name ?? "their company" } : null,
  };
}
