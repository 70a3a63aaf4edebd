import { catalog, type ErrorCode } from "./app-error";

/** Answers a program, which shows what it is told as it is, if at all: one line of text, with the status of its code. */
export function answerProgram(code: ErrorCode, sentence: string = catalog[code].sentence): Response {
  return new Response(`${sentence}\n`, {
    status: catalog[code].status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
