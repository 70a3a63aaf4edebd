import { serve } from "inngest/next";
import { refuseLarge } from "@/app/api/refuse-large";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import { forEngine } from "@/lib/engine/for-engine";

export const dynamic = "force-dynamic";

/** Where Inngest calls our functions; every call is signed. They have connections of their own, which no page takes. */
const { GET, POST: answer, PUT } = serve({ client: inngest, functions });

/** A run's whole state comes with each call: 32 MB at most, as Inngest keeps it. */
const mostBytes = 36_000_000;

async function POST(...call: Parameters<typeof answer>) {
  return refuseLarge(call[0] as unknown as Request, mostBytes) ?? forEngine(() => answer(...call));
}

export { GET, POST, PUT };
