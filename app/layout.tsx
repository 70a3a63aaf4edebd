import "@fontsource-variable/hanken-grotesk";
import "@fontsource-variable/newsreader/wght-italic.css";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./ui/theme/base.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ThemeProvider } from "./ui/theme/theme-provider";

export const metadata: Metadata = { title: { default: "Countersign", template: "%s, Countersign" } };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" />
      </head>
      <body>
        <ThemeProvider>
          <Notifications position="bottom-center" limit={1} autoClose={8000} />
          {children}
        </ThemeProvider>
      </body>
    </html>
  );
}
