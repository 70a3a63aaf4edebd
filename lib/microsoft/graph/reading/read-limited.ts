import { GraphError, type GraphRequest, ResponseType } from "@microsoft/microsoft-graph-client";
import { retryBriefly } from "./retry-briefly";

export type Limited = { text: string; cut: boolean };

/**
 * The answer to a GET as text, and never more of it than `bytes`: what is behind that is not even fetched.
 * @throws GraphError as any other call, with Graph's code.
 */
export async function readLimited(request: GraphRequest, bytes: number): Promise<Limited> {
  const response = (await retryBriefly(request).responseType(ResponseType.RAW).get()) as Response;
  const read = await take(response, bytes).catch((error: Error) => {
    const broken = new GraphError(-1, "An answer broke off", error);
    broken.code = error.name;
    throw broken;
  });
  if (!response.ok) throw errorOf(response, read.text);
  return read;
}

async function take(response: Response, bytes: number): Promise<Limited> {
  const reader = response.body?.getReader();
  if (!reader) return { text: "", cut: false };
  const decoder = new TextDecoder();
  let text = "";
  let left = bytes;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), cut: false };
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
    if (left >= 0) continue;
    await reader.cancel();
    return { text, cut: true };
  }
}

/** The front of the service answers with a page instead of JSON: then there is no code. */
function errorOf(response: Response, text: string): GraphError {
  const error = new GraphError(response.status, "Graph refused a reading");
  error.headers = response.headers;
  try {
    error.code = (JSON.parse(text) as { error?: { code?: string } }).error?.code ?? null;
  } catch {
    error.code = null;
  }
  return error;
}
