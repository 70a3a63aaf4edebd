import { createPrivateKey, createPublicKey, createSign, generateKeyPairSync } from "node:crypto";
import { keep } from "../store";

let pem = "";
const keyId = "stand-in-1";

/** The key that signs id tokens, made once and kept. */
export async function prepareKeys() {
  pem = await keep("signing key", () =>
    generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  );
}

export function publicKeys() {
  const jwk = createPublicKey(createPrivateKey(pem)).export({ format: "jwk" });
  return { keys: [{ ...jwk, kid: keyId, use: "sig", alg: "RS256" }] };
}

export function signToken(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "RS256", typ: "JWT", kid: keyId })}.${part(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(pem).toString("base64url")}`;
}
