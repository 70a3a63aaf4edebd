import { waitHeader } from "@/lib/knocks/wait-header";
import { tooOften } from "../../words/too-often";

/** What proxy.ts shows in place of the page to whoever opened too many links that we never made. Whoever asks for it by hand reads the same. */
export function GET(request: Request): Response {
  const wait = Number(request.headers.get(waitHeader));
  return tooOften(request.headers, wait >= 1 && wait <= 60 ? wait : 60);
}
