import { env } from "../env/env";

/** Whether a language model may be asked. A compatible server of one's own often needs no key, so its address is enough. */
export function isModelConfigured(): boolean {
  const { OPENAI_API_KEY, OPENAI_BASE_URL } = env();
  return Boolean(OPENAI_API_KEY || OPENAI_BASE_URL);
}
