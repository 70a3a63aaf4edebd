import { contoso, demoPeople } from "../../db/seed/demo-world";

/**
 * Lets the demo team send from the start: walks through sign-in and consent as Anna would in a browser, over HTTP, so that her
 * mailbox is connected in the one way there is, and signs out. Safe to call again.
 * @throws Error naming the step that did not lead on.
 */
export async function connectDemoMailbox(appUrl: string): Promise<void> {
  const [anna] = demoPeople;
  const visit = walker();
  const { csrfToken } = (await (await visit(`${appUrl}/api/auth/csrf`)).json()) as { csrfToken: string };
  const begun = await visit(`${appUrl}/api/auth/signin/azure-ad`, { csrfToken, callbackUrl: appUrl, json: "true" });
  const { url: signIn } = (await begun.json()) as { url: string };
  await allow(visit, signIn, anna.oid, "signing in");
  const asked = await visit(`${appUrl}/api/mailboxes/connect?hint=${encodeURIComponent(anna.email)}`);
  const landed = await allow(visit, leadsTo(asked, "asking for the mailbox"), anna.oid, "connecting the mailbox");
  if (!landed.includes("notice=connected")) throw new Error(`connecting the mailbox ended at ${landed}`);
  await visit(`${appUrl}/sign-out`, {});
}

type Visit = (url: string, form?: Record<string, string>) => Promise<Response>;

/** Picks the person and allows what is asked, on Microsoft's pages. @returns where the app led to afterwards. */
async function allow(visit: Visit, page: string, person: string, step: string): Promise<string> {
  const asked = new URL(page);
  const given = { ...Object.fromEntries(asked.searchParams), person };
  let answer = await visit(`${asked.origin}${asked.pathname}`, given);
  if (answer.status === 200) {
    answer = await visit(`${asked.origin}/${contoso.tenantId}/oauth2/v2.0/consent`, { ...given, answer: "accept" });
  }
  return leadsTo(await visit(leadsTo(answer, step)), step);
}

function leadsTo(answer: Response, step: string): string {
  const to = answer.headers.get("location");
  if (!to) throw new Error(`${step}: ${new URL(answer.url).pathname} answered ${answer.status} and led nowhere`);
  return new URL(to, answer.url).toString();
}

/** Fetches as a browser does that keeps cookies (of one host) and stops at every redirect; `form` is posted. */
function walker(): Visit {
  const jar = new Map<string, string>();
  return async (url, form) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, {
      redirect: "manual",
      headers: { cookie, origin: new URL(url).origin },
      signal: AbortSignal.timeout(20_000),
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    return answer;
  };
}
