import { phrases } from "./phrase";

/** "Call me", in each language that is written with blanks. */
const calls = phrases(
  [
    "(call|ring|phone|text|whatsapp) (me|us)|give (me|us) a (call|ring)|pick up the phone",
    "(rufen sie|ruf|ruft|rufts|rufens) (.. )?an|anrufen|telefonieren|ruf* (mich|uns|mi|durch)|zum horer",
    "appelez|appelle|telephon*|passez (moi|nous) un (coup de fil|appel)",
    "llame*|llama|llamad|llamame|llamadme|telefonee*",
    "(mi |ci )?(telefoni|telefona*|chiami|chiama*)|telefonatemi|chiamatemi",
    "ligue*|liga|liguem|telefone*",
    "(bel|belt) (me|mij|ons|even|maar|gerust)|bellen|telefoneer",
    "zadzwon*|dzwon*|przedzwon*",
    "(ring|ringa) (mig|meg|oss|os|i stallet|heller|hellere|istedet|bara|bare)|sla en signal",
    "soita*|soitta*|helista*|zvaniet|piezvaniet|skambink*|paskambink*",
    "zavolej*|volejte|volajte|zavolajte|pozvite|poklicite|nazovite|zovite",
    "hivj*|telefonal*",
    "sunati*|suna*",
    "arayin|arayiniz|telefon ed*",
    "позвон*|звон*|перезвон*|наберите|зателефон*|дзвон*|телефонуй*|обадете|звъннете",
    "τηλεφων*|καλεστε|παρτε (με|μας)",
  ],
  "spaced",
);
const callsDense = phrases(
  ["(電話)..(ください|下さい|お願い)|(打电话|打電話|来电|來電)|(전화)..(주세요|주십시오|바랍)"],
  "dense",
);
/** "Nor call me" asks for more silence. */
const denies = phrases(
  [
    "(no|not|never|nor|neither|stop|nicht|nie|kein|keine|auch|ne|pas|plus|jamais|ni|nunca|non|mai|nao|nem|niet|nooit|geen|inte|aldrig|ikke|aldri|ala|alkaa|ei|arge|ani|nikdy|se|sem|soha|nu|nici|da|не|ни|ані|никогда|μη|μην|ουτε|aramayin|nevolej*|nevolajte|neskambinkit*|nezvaniet)",
  ],
  "spaced",
);
const deniesDense = phrases(["(ない|不|别|別|勿|마세|말아)"], "dense");
/** Who tells more than that tells something else. */
const mostWords = 8;

/** Whether a sentence is little more than the wish to be called: what stands before it then asks for another way, not for silence. */
export function asksForCall(spaced: string): boolean {
  const dense = spaced.replaceAll(" ", "");
  return (
    spaced.trim().split(" ").length <= mostWords &&
    (calls.test(spaced) || callsDense.test(dense)) &&
    !denies.test(spaced) &&
    !deniesDense.test(dense)
  );
}
