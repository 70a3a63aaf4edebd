import { fontFamily, variablesOf } from "./variables";

/** On `html`, as Mantine wants it; the scheme that is chosen takes its place before the page is drawn. */
export const documentProps = { "data-mantine-color-scheme": "light", suppressHydrationWarning: true } as const;

/** Where Mantine keeps what was chosen under "Light", "Dark" and "As this device". */
const choose = `try{var s=localStorage.getItem("mantine-color-scheme-value");var d=s==="dark"||s!=="light"&&matchMedia("(prefers-color-scheme: dark)").matches;document.documentElement.setAttribute("data-mantine-color-scheme",d?"dark":"light")}catch(e){}`;

const block = (scheme: "light" | "dark") =>
  `:root[data-mantine-color-scheme="${scheme}"]{${Object.entries(variablesOf(scheme))
    .map(([name, value]) => `${name}:${value}`)
    .join(";")}}`;

const style = `:root{--mantine-font-family:${fontFamily}}${block("light")}${block("dark")}`;

/** Colours, font and the chosen scheme of a document, without a script of ours: what strangers open needs nothing more. */
export function DocumentLook({ nonce }: { nonce: string | undefined }) {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constants, which React would escape. */}
      <style dangerouslySetInnerHTML={{ __html: style }} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; it runs before anything is drawn. */}
      <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: choose }} />
    </>
  );
}
