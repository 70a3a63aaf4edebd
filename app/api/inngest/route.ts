import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";

export const dynamic = "force-dynamic";

/** Where Inngest calls our functions; every call is signed. */
export const { GET, POST, PUT } = serve({ client: inngest, functions });
