const address = process.env.E2E_DNS_URL ?? "";

/** Lets one proof of a domain stand so, as its name servers tell it; the calls stand in local/dns/main.ts. */
export async function tellDns(
  domain: string,
  proof: "spf" | "dkim" | "dmarc",
  as: "sound" | "missing" | "wrong" | "timeout" | "loop",
) {
  const answer = await fetch(`${address}/domain`, { method: "POST", body: JSON.stringify({ domain, proof, as }) });
  if (!answer.ok) throw new Error(await answer.text());
}
