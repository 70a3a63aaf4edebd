import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { refuseLarge } from "@/app/api/refuse-large";
import { authOptions } from "@/lib/auth/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const refused = refuseLarge(request, 64_000);
  if (refused) return refused;
  return NextAuth(request, context, authOptions(request.headers.get("user-agent")));
}

export { handle as GET, handle as POST };
