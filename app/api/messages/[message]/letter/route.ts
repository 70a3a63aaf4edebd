import { z } from "zod";
import { letterPage } from "@/app/ui/letter/received/letter-page";
import { findMember } from "@/lib/auth/find-member";
import type { Member } from "@/lib/auth/member";
import { answerError } from "@/lib/errors/answer-error";
import { AppError } from "@/lib/errors/app-error";
import { clientOf } from "@/lib/knocks/client-of";
import { readReceivedLetter } from "@/lib/received/read-received-letter";

export const dynamic = "force-dynamic";

/**
 * A received letter as a document of its own, which runs nothing and belongs to no origin, wherever it is opened. With `images=1` the browser loads
 * what stands elsewhere: the policy of our pages forbids that, and theirs is the answer's own. With `quote=1` what it quotes stands below.
 */
export async function GET(request: Request, { params }: { params: Promise<{ message: string }> }) {
  const asked = new URL(request.url).searchParams;
  const images = asked.get("images") === "1";
  let member: Member | null = null;
  try {
    member = await findMember();
    if (!member) throw new AppError("signed_out");
    const id = z.uuid().safeParse((await params).message);
    if (!id.success) throw new AppError("not_found");
    const letter = await readReceivedLetter(member, id.data, { images }, new Date());
    const page = letterPage({ letter, quote: asked.get("quote") === "1", scheme: schemeOf(asked.get("scheme")), policy: null });
    return new Response(page, { headers: { ...headersOf(images), "Content-Type": "text/html; charset=utf-8" } });
  } catch (error) {
    const answer = answerError(
      error,
      { route: "messages/:message/letter", right: "team:read" },
      { member, client: clientOf(request.headers) },
    );
    for (const [name, value] of Object.entries(headersOf(false))) answer.headers.set(name, value);
    return answer;
  }
}

function headersOf(images: boolean): Record<string, string> {
  return {
    "Content-Security-Policy": `sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:${images ? " https: http:" : ""}; frame-ancestors 'self'; form-action 'none'; base-uri 'none'`,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  };
}

function schemeOf(scheme: string | null): "light" | "dark" | "auto" {
  return scheme === "light" || scheme === "dark" ? scheme : "auto";
}
