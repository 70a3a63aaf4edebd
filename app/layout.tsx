import "@fontsource-variable/hanken-grotesk";
import "@fontsource-variable/newsreader/wght-italic.css";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./ui/theme/base.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ThemeProvider } from "./ui/theme/theme-provider";
import { Toasts } from "./ui/toast/toasts";

export const metadata: Metadata = { title: { default: "Countersign", template: "%s, Countersign" } };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <ThemeProvider>
          <Toasts />
          {children}
        </ThemeProvider>
      </body>
    </html>
  );
}
