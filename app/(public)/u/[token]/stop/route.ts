import { tooOften } from "@/app/(public)/u/words/too-often";
import { answerProgram } from "@/lib/errors/answer-program";
import { AppError } from "@/lib/errors/app-error";
import { describeError } from "@/lib/errors/describe-error";
import { clientOf } from "@/lib/knocks/client-of";
import { knock } from "@/lib/knocks/knock";
import { sayWait } from "@/lib/knocks/say-wait";
import { unsubscribe } from "@/lib/suppressions/unsubscribe";

/**
 * The only thing that acts on an unsubscribe link. A mail program's one click (RFC 8058) posts
 * `List-Unsubscribe=One-Click` without a cookie and wants an answer without a redirect; the page's own form says
 * `from=page` and is led back to the page, so that reloading it posts nothing again.
 * A program's answers are in English, and say so; the page speaks its reader's language.
 * A link we never made is not found, and whoever opens too many of those waits; what could not be kept is unavailable, so the sender of the click may try again.
 */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const fromPage = await isFromPage(request);
  try {
    const link = await unsubscribe(token, new Date());
    return fromPage ? backTo(`/u/${token}`) : said(`You will not hear from ${link.teamName} again.`);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") {
      const wait = await knock("unknown link", clientOf(request.headers), new Date()).catch(() => 0);
      if (wait > 0) return answerTooOften(request, wait, fromPage);
      return fromPage
        ? backTo("/u/unknown")
        : inEnglish(answerProgram("not_found", "This link is not known. Nothing was changed."));
    }
    describeError(error, { route: "unsubscribe" });
    return fromPage
      ? backTo(`/u/${token}?failed=1`)
      : inEnglish(answerProgram("unavailable", "This could not be kept. Try again in a minute."));
  }
}

function answerTooOften(request: Request, wait: number, fromPage: boolean): Response {
  const page = tooOften(request.headers, wait);
  if (fromPage) return page;
  const answer = inEnglish(
    answerProgram("limited", `This link is not known. Try again in ${sayWait(wait)}; nothing was changed.`),
  );
  answer.headers.set("Retry-After", String(wait));
  return answer;
}

async function isFromPage(request: Request): Promise<boolean> {
  // A form of ours is a few bytes; what pretends to be larger is not read into memory. Next cuts what does not say its length.
  if (Number(request.headers.get("content-length")) > 64_000) return false;
  // What cannot be read is no form of ours; a click counts whatever its body is.
  const form = await request.formData().catch(() => null);
  return form?.get("from") === "page";
}

/** Relative, because behind a proxy the request does not know the address people use. */
function backTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}

function said(text: string): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return inEnglish(new Response(`${text}\n`, { headers }));
}

function inEnglish(answer: Response): Response {
  answer.headers.set("Content-Language", "en");
  return answer;
}
