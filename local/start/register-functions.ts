/**
 * Makes our functions known to an Inngest server of one's own: asked by PUT, the app registers itself there. A server that is not up yet is
 * asked again for a minute. @throws Error with one sentence.
 */
export async function registerFunctions(appEndpoint: string, server: string, broken: AbortSignal, limitMs = 60_000) {
  const until = Date.now() + limitMs;
  for (;;) {
    const answer = await fetch(appEndpoint, { method: "PUT", signal: AbortSignal.timeout(10_000) }).catch(() => null);
    if (answer?.ok || broken.aborted) return;
    if (Date.now() > until) {
      const said = answer ? ` It answered: ${(await answer.text()).slice(0, 200)}` : "";
      throw new Error(`The Inngest server at ${server} does not take our functions. Is it up, with the same keys?${said}`);
    }
    await new Promise((done) => setTimeout(done, 1000));
  }
}
