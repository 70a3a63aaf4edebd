import type { MailName } from "./session/mails";
import type { Session } from "./session/open-session";
import type { Need } from "./words";

/** What came, in few words that can be compared; `measured` is kept beside it and judged by nobody. */
type Came = { came: string; measured?: string };

/** One truth about Microsoft 365, and how it is seen to hold. */
export type Expectation = {
  id: string;
  /** Of docs/runbooks/first-real-tenant.md. */
  step: number;
  truth: string;
  source: string;
  needs: Need[];
  /** Mails that leave for it; named before anything begins. */
  mails?: MailName[];
  /** Minutes that it may take on a real tenant, where that is more than two. */
  minutes?: number;
  /** One value; several where Microsoft's pages contradict each other or say nothing: then which one came is what one learns. */
  expected: string[];
  /** What ends the whole run when it comes. */
  stops?: string;
  run: (session: Session) => Promise<string | Came>;
};
