/** Asks a program that may just have been killed, again and again for two minutes. @throws its last refusal. */
export async function patiently<Answer>(ask: () => Promise<Answer>, limitMs = 120_000): Promise<Answer> {
  const until = Date.now() + limitMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}
