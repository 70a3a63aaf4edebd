import { NextResponse } from "next/server";
import { readHealth } from "@/lib/engine/health/read-health";
import { catalog } from "@/lib/errors/app-error";
import { readBuild } from "@/lib/live/read-build";

export const dynamic = "force-dynamic";

/**
 * Whether this process can serve a page now: 503 without a database, or where its code needs a migration that is not there yet. The job
 * runner and the mailboxes are told, and change no status: pages are served without them. For everybody who asks.
 */
export async function GET() {
  const health = await readHealth();
  const isReady = health.database === "answers" && health.migrations === "current";
  return NextResponse.json(
    { status: isReady ? "ready" : "not ready", build: readBuild(), ...health },
    { status: isReady ? 200 : catalog.unavailable.status, headers: { "Cache-Control": "no-store" } },
  );
}
