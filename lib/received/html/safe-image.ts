/** Pictures that stand in the mail itself, of kinds that hold nothing but pixels. */
const inMail = /^data:image\/(png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=\s]+$/i;
/** In letters of its text; a picture of 300 kB. */
const longest = 400_000;

export type SafeImage =
  | { kind: "shown" | "remote"; src: string }
  /** Counts who reads, or is a blank: shows nothing in any case. */
  | { kind: "counter" }
  | { kind: "attached"; name: string }
  | { kind: "unknown" };

/** What an image of somebody else's is: its address is the only thing of it that is looked at. */
export function safeImage({ src = "", width, height, style = "" }: Record<string, string | undefined>): SafeImage {
  const address = src.trim();
  if (/^data:/i.test(address))
    return inMail.test(address) && address.length <= longest
      ? { kind: "shown", src: address.replace(/\s+/g, "") }
      : { kind: "unknown" };
  if (/^cid:/i.test(address)) return { kind: "attached", name: address.slice(4).split("@")[0]?.slice(0, 80) ?? "" };
  if (!/^https?:\/\/[^\s\\]+$/i.test(address) || !URL.canParse(address)) return { kind: "unknown" };
  const tiny = [width, height].some((one) => one !== undefined && /^\s*[0-2](px)?\s*$/i.test(one));
  if (tiny || /(^|;)\s*(width|height|max-height|max-width|opacity)\s*:\s*[0-2](px)?\s*(;|$|!)/i.test(style))
    return { kind: "counter" };
  const { href, username, password } = new URL(address);
  return username || password ? { kind: "unknown" } : { kind: "remote", src: href };
}
