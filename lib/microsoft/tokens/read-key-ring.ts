export type KeyRing = { first: { id: string; key: Uint8Array }; keys: Map<string, Uint8Array> };

/**
 * The keys of TOKEN_KEYS: `id:base64` of 32 bytes each, comma-separated. The first encrypts, all decrypt.
 * @throws Error that names the wrong entry by its id, never by its key.
 */
export function readKeyRing(setting: string): KeyRing {
  const keys = new Map<string, Uint8Array>();
  for (const entry of setting.split(",").map((part) => part.trim())) {
    const [id = "", text = ""] = [entry.slice(0, entry.indexOf(":")), entry.slice(entry.indexOf(":") + 1)];
    const key = Buffer.from(text, "base64");
    if (!/^[\w-]{1,32}$/.test(id) || key.length !== 32)
      throw new Error(`TOKEN_KEYS: "${id}" is not an id with 32 bytes in base64.`);
    if (keys.has(id)) throw new Error(`TOKEN_KEYS: "${id}" is there twice.`);
    keys.set(id, key);
  }
  const [first] = keys;
  if (!first) throw new Error("TOKEN_KEYS is empty.");
  return { first: { id: first[0], key: first[1] }, keys };
}
