import { waitPage } from "@/app/ui/trouble/wait-page";
import { noteRefusal } from "@/lib/errors/note-refusal";
import { clientOf } from "@/lib/knocks/client-of";
import { sayWait } from "@/lib/knocks/say-wait";
import { chooseLanguage, wordsIn } from "./choose-words";

/** The page for whoever opens too many links that we never made, in their language; it is noted that somebody tries. */
export function tooOften(headers: Pick<Headers, "get">, waitSeconds: number): Response {
  noteRefusal("limited", { route: "unsubscribe" }, { member: null, client: clientOf(headers) });
  const language = chooseLanguage(headers.get("accept-language"));
  const { title, text } = wordsIn(language).tooOften;
  return waitPage({ language, title, text: text(sayWait(waitSeconds)), waitSeconds });
}
