import { wakeEvents } from "../../lib/engine/wake-events";

export type Program = "app" | "inngest" | "microsoft365" | "postgres";

/** Sends a signal to one of the product's programs: SIGKILL ends it without a warning, and the launcher starts it again. */
export async function signalProgram(program: Program | `app-${number}`, signal: "SIGKILL" | "SIGSTOP" | "SIGCONT") {
  await control(`${signal}/${program}`);
}

/** Starts one more process of the app, with settings of its own, or one that was stopped; until it answers. */
export async function startApp(name: "app" | `app-${number}`, port: number, more: Record<string, string> = {}) {
  await control(`start/${name}?${new URLSearchParams({ ...more, port: String(port) })}`);
}

/** Asks a process of the app to end, by SIGTERM, and keeps it so. @returns its exit code; null where it had to be killed. */
export async function stopApp(name: "app" | `app-${number}`): Promise<number | null> {
  return (await control(`stop/${name}`)) as number | null;
}

async function control(order: string): Promise<unknown> {
  const answer = await fetch(`${process.env.E2E_CONTROL_URL}/${order}`, { method: "POST" });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text === "" ? null : JSON.parse(text);
}

/** The settings with which the product runs, among them the owner's address. */
export async function readEnvironment(): Promise<Record<string, string>> {
  return (await control("environment")) as Record<string, string>;
}

/** Has the job runner look over everything now, as it does each minute by itself. */
export async function sweepNow() {
  const { INNGEST_BASE_URL, INNGEST_EVENT_KEY } = await readEnvironment();
  const body = JSON.stringify([{ name: wakeEvents.sweep, data: {} }]);
  await fetch(`${INNGEST_BASE_URL}/e/${INNGEST_EVENT_KEY}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
}
