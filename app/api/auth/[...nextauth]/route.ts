import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { refuseLarge } from "@/app/api/refuse-large";
import { waitPage } from "@/app/ui/trouble/wait-page";
import { authOptions } from "@/lib/auth/auth-options";
import { env } from "@/lib/env/env";
import { catalog } from "@/lib/errors/app-error";
import { noteRefusal } from "@/lib/errors/note-refusal";
import { clientOf } from "@/lib/knocks/client-of";
import { isOnePlace } from "@/lib/knocks/is-one-place";
import { knock } from "@/lib/knocks/knock";
import { sayWait } from "@/lib/knocks/say-wait";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const refused = refuseLarge(request, 64_000);
  if (refused) return refused;
  const [step] = (await context.params).nextauth;
  if (((step === "signin" && request.method === "POST") || step === "callback") && !isOnePlace()) {
    const client = clientOf(request.headers);
    const wait = await knock("sign-in", client, new Date());
    if (wait > 0) return answerTooOften(step, client, wait);
  }
  return NextAuth(request, context, authOptions(request.headers.get("user-agent")));
}

/** Our page posts and goes where the answer says; whoever comes back from Microsoft sees the answer itself. */
function answerTooOften(step: "signin" | "callback", client: string, waitSeconds: number): Response {
  noteRefusal("limited", { route: "sign-in" }, { member: null, client });
  if (step === "callback") {
    const text = `More people signed in from where you are than can be served at once. Try again in ${sayWait(waitSeconds)}; nothing was changed.`;
    return waitPage({ language: "en", title: "Too many sign-ins at once", text, waitSeconds });
  }
  const url = new URL("/sign-in?notice=limited", env().APP_URL).href;
  const headers = { "Cache-Control": "no-store", "Retry-After": String(waitSeconds) };
  return Response.json({ url }, { status: catalog.limited.status, headers });
}

export { handle as GET, handle as POST };
