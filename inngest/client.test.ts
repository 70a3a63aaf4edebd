import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** What the client tells the SDK of a call that allows it to save steps on its way. */
async function stepsDuringCalls() {
  vi.resetModules();
  const { inngest } = await import("./client");
  const run = inngest.createFunction({ id: "one", triggers: [{ event: "one" }] }, () => {});
  return (run as unknown as { shouldAsyncCheckpoint: (...call: unknown[]) => unknown }).shouldAsyncCheckpoint(
    undefined,
    "an id",
    false,
    10_000,
  );
}

it("makes each step a call of its own, unless told that the executor of this machine calls", async () => {
  vi.stubEnv("INNGEST_CHECKPOINTS", "");
  expect(await stepsDuringCalls()).toBeUndefined();
  vi.stubEnv("INNGEST_CHECKPOINTS", "on");
  // One step a save: more would begin a step before the one before it is kept.
  expect(await stepsDuringCalls()).toMatchObject({ bufferedSteps: 1, maxRuntime: 1000 });
});
