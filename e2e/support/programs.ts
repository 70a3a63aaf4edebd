export type Program = "app" | "inngest" | "microsoft365" | "postgres";

/** Sends a signal to one of the product's programs: SIGKILL ends it without a warning, and the launcher starts it again. */
export async function signalProgram(program: Program, signal: "SIGKILL" | "SIGSTOP" | "SIGCONT") {
  await fetch(`${process.env.E2E_CONTROL_URL}/${signal}/${program}`, { method: "POST" });
}
