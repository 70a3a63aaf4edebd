import { answerProgram } from "./answer-program";

/** Whether an address can be decoded: "/contacts/%E0%A4%A" is cut in the middle of a letter, and "%zz" is none. */
export function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/**
 * Not found, for an address that cannot be decoded. Next would answer 500 for it, even where it is led to another page, so this brings its
 * own document to people and a line of text to programs.
 */
export function answerUnreadableAddress(request: Pick<Request, "method" | "headers">): Response {
  const isRead = request.method === "GET" && request.headers.get("accept")?.includes("text/html");
  if (!isRead) return answerProgram("not_found", "There is nothing at this address. Nothing was changed.");
  return new Response(page, {
    status: 404,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Not found, Countersign</title>
<style>
  :root { color-scheme: light dark }
  body { margin: 18vh auto 0; max-width: 34rem; padding: 0 1.5rem; font: 15px/1.55 system-ui, sans-serif }
  h1 { font-size: 26px; line-height: 1.25 }
</style>
<main>
<p>Not found</p>
<h1>There is no page here</h1>
<p>The address may be cut off, or it was changed on its way. Nothing was changed by coming here.</p>
<p><a href="/">Go to Today</a></p>
</main>
</html>
`;
