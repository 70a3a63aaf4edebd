import "@fontsource-variable/hanken-grotesk";
import "@fontsource-variable/newsreader/wght-italic.css";
import "@mantine/core/styles.css";
import "./ui/theme/base.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { chooseLanguage } from "./(public)/u/words/choose-words";
import { DocumentLook, documentProps } from "./ui/theme/document-look";

export const metadata: Metadata = { title: { default: "Countersign", template: "%s · Countersign" } };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const asked = await headers();
  const nonce = asked.get("x-nonce") ?? undefined;
  // What a recipient reads is in their language; the pages of the team are in English.
  const isPublic = asked.get("x-countersign-path")?.startsWith("/u/");
  return (
    <html lang={isPublic ? chooseLanguage(asked.get("accept-language")) : "en"} {...documentProps}>
      <head>
        <DocumentLook nonce={nonce} />
      </head>
      <body>{children}</body>
    </html>
  );
}
