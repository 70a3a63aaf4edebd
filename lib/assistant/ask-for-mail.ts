import { createOpenAI } from "@ai-sdk/openai";
import { generateText, Output } from "ai";
import { z } from "zod";
import { env } from "../env/env";
import { oneLine } from "../mail/one-line";
import { sanitizeHtml, textOf } from "../mail/sanitize-html";
import { AssistantError, assistantErrorOf } from "./assistant-error";

const answerSchema = z.object({
  subject: z.string().describe("Subject line, plain text, at most 90 characters"),
  body: z.string().describe("Body as simple HTML: p, br, strong, em, ul, ol, li, a"),
});

const timeoutMs = 60_000;
const longest = 20_000;

/**
 * Asks a model for one mail. Speaks the chat completions protocol, which compatible servers share.
 * @param material what it is written from, as data in the user's message.
 * @throws AssistantError: `temporary` ones are worth trying again.
 */
export async function askForMail(
  rules: string,
  material: unknown,
  signal?: AbortSignal,
): Promise<{ subject: string; body: string }> {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL } = env();
  const provider = createOpenAI({
    apiKey: OPENAI_API_KEY ?? "none",
    ...(OPENAI_BASE_URL ? { baseURL: OPENAI_BASE_URL } : {}),
  });
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    const { output } = await generateText({
      model: provider.chat(OPENAI_MODEL),
      system: rules,
      prompt: JSON.stringify(material),
      output: Output.object({ schema: answerSchema }),
      maxRetries: 1,
      abortSignal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    return sound(output);
  } catch (error) {
    throw assistantErrorOf(error);
  }
}

function sound(answer: z.infer<typeof answerSchema>): { subject: string; body: string } {
  const subject = oneLine(answer.subject).slice(0, 200);
  const html = /<(p|br|ul|ol|div)\b/i.test(answer.body)
    ? answer.body
    : answer.body
        .split(/\n{2,}/)
        .map((part) => `<p>${part.replace(/\n/g, "<br>")}</p>`)
        .join("");
  const body = sanitizeHtml(html);
  if (subject === "" || textOf(body) === "") throw new AssistantError("The model's answer is empty.", true);
  if (body.length > longest) throw new AssistantError("The model's answer is too long for a mail.", true);
  return { subject, body };
}
