import fs from "node:fs";
import { findLetters } from "./uploads/reading/letters/find-letters";
import { decode } from "./uploads/reading/letters/text-reader";
import { findDialect } from "./uploads/reading/dialect/find-dialect";
import { findHeader } from "./uploads/reading/header/find-header";
const isName=(c:string)=>/^(e-?mail.*|.*mail|first.*|last.*|name|full name|company|firma|imi.|nazwisko|vorname|nachname|adres.*|organization name)$/i.test(c);
for (const f of fs.readdirSync("/work/shared/data/csv")) { if (f.endsWith("json")) continue; const b=fs.readFileSync("/work/shared/data/csv/"+f); const l=findLetters(b); const text=decode(b,l.encoding); const t0=performance.now(); const d=findDialect(text,true); const h=findHeader(d.rows,isName); console.log("\n##",f,l.encoding,l.doubt??"",JSON.stringify(d.dialect),d.unclosed,d.sure?"":"UNSURE",Math.round(performance.now()-t0)+"ms","header",h.line,h.why,h.doubt??""); for (const r of d.rows.slice(0,6)) console.log("   ",r.line+"-"+r.lastLine,JSON.stringify(r.cells).slice(0,150)); }
