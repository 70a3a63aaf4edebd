import { NextResponse } from "next/server";
import { readHealth } from "@/lib/engine/health/read-health";
import { readBuild } from "@/lib/live/read-build";

export const dynamic = "force-dynamic";

/**
 * Whether this process need not be restarted: whoever answers here lives. No answer within some seconds is the other answer. What else is
 * wrong is told, and is no reason to restart: without its database a process waits, and goes on by itself. For everybody who asks.
 */
export async function GET() {
  const health = await readHealth();
  return NextResponse.json({ status: "live", build: readBuild(), ...health }, { headers: { "Cache-Control": "no-store" } });
}
