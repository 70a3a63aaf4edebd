import { decodeWhole } from "./decode-whole";
import type { Encoding } from "./encodings";

/** Characters that nearly all names and words of a country are made of. */
const common: Partial<Record<Encoding, { chars: RegExp; domains: readonly string[] }>> = {
  shift_jis: { chars: /[\u3041-\u3096\u30a1-\u30fc\u3000-\u3002\u4e00-\u9fa5]/, domains: ["jp"] },
  "euc-jp": { chars: /[\u3041-\u3096\u30a1-\u30fc\u3000-\u3002\u4e00-\u9fa5]/, domains: ["jp"] },
  gb18030: { chars: /[\u4e00-\u9fa5\u3000-\u3002\uff00-\uff5e]/, domains: ["cn"] },
  big5: { chars: /[\u4e00-\u9fa5\u3000-\u3002\uff00-\uff5e]/, domains: ["tw", "hk"] },
  "euc-kr": { chars: /[\uac00-\ud7a3]/, domains: ["kr"] },
};
/** Pairs of bytes whose first is in here hold the frequent characters: kana and the first level of each standard. */
const firstLevel: Partial<Record<Encoding, (lead: number) => boolean>> = {
  shift_jis: (lead) => lead === 0x82 || lead === 0x83 || (lead >= 0x88 && lead <= 0x98),
  "euc-jp": (lead) => lead === 0xa4 || lead === 0xa5 || (lead >= 0xb0 && lead <= 0xcf),
  gb18030: (lead) => lead >= 0xb0 && lead <= 0xd7,
  big5: (lead) => lead >= 0xa4 && lead <= 0xc6,
  "euc-kr": (lead) => lead >= 0xb0 && lead <= 0xc8,
};

/**
 * How well bytes read as characters of two bytes, from -1 to 1. Nearly every pair of bytes is some character in these encodings, so what counts is that they are frequent ones,
 * and that no letter of the alphabet is taken for a second half.
 */
export function judgeAsian(
  encoding: Encoding,
  places: readonly Uint8Array[],
  decoder: TextDecoder,
  domains: readonly string[],
): number {
  const own = common[encoding];
  const isFirst = firstLevel[encoding];
  if (!own || !isFirst) return -1;
  let [good, bad] = [0, 0];
  let [leads, late, kana] = [0, 0, 0];
  for (const place of places) {
    const text = decodeWhole(decoder, place);
    for (const letter of text) {
      if (letter <= "\x7f") continue;
      if (own.chars.test(letter)) good += 1;
      else bad += /[\uff61-\uff9f\ufffd]/.test(letter) ? 2 : 1;
    }
    for (let at = 0; at < place.length - 1; at += 1) {
      const [lead = 0, next = 0] = [place[at], place[at + 1]];
      if (lead < 0x80) continue;
      leads += 1;
      if (lead > 0xc8) late += 1;
      if (/[\u3041-\u30fc]/.test(text)) kana += 1;
      if (!isFirst(lead)) bad += 0.7;
      // In these encodings but Shift_JIS the second half of a frequent character is no letter either.
      if (next < 0x80 && /[A-Za-z ,;."\t]/.test(String.fromCharCode(next)) && encoding !== "shift_jis" && encoding !== "big5")
        bad += 1;
      at += 1;
    }
  }
  const all = good + bad;
  if (all === 0) return -1;
  // Hangul lies in the first half of what is Chinese or Japanese in these bytes.
  if (encoding === "gb18030" && leads > 3 && late === 0) bad += good / 4;
  if (encoding === "euc-jp" && kana === 0) bad += good / 3;
  const share = domains.length === 0 ? 0 : domains.filter((one) => own.domains.includes(one)).length / domains.length;
  return (good - 1.5 * bad) / all + share * 0.25;
}
