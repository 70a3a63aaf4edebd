import type { NextConfig } from "next";

const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];
const ofPages = [
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
];
/** What is no page runs nothing; the policy of pages is made for each answer, in proxy.ts. Whoever comes back from Microsoft may see a page that says its own. */
const forData = [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }];

const config: NextConfig = {
  poweredByHeader: false,
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // The same sources are the same version, whoever builds them: open pages go on with another process that serves it. null: a name of Next's own.
  generateBuildId: () => process.env.COUNTERSIGN_BUILD || null,
  serverExternalPackages: ["postgres", "pino", "sanitize-html"],
  typescript: { ignoreBuildErrors: true },
  // Links fetch nothing ahead, wherever they stand.
  turbopack: { resolveAlias: { "next/link": "./app/ui/loading/quiet-link.tsx" } },
  experimental: {
    serverActions: { bodySizeLimit: "2mb" },
    // Fewer and larger scripts: a page asks for up to 13 fewer, and brings no more (docs/proofs/size-in-a-browser.md). Sizes are bytes before they are made small.
    turbopackChunking: {
      requestCost: 800_000,
      maxChunkCountPerGroup: 7,
      minChunkSize: 280_000,
      maxMergeChunkSize: 400_000,
      firstPageLoadPriority: 0.9,
    },
  },
  async headers() {
    return [
      { source: "/:path*", headers },
      // A received letter stands in a frame of ours, and says itself what may happen in it and that nobody is told where it was read; what is said here would win.
      { source: "/:path((?!api/messages/[^/]+/letter$).*)", headers: ofPages },
      { source: "/api/:path((?!messages/[^/]+/letter$|auth/callback/).*)", headers: forData },
      // Every letter is a frame of its own and asks for its font anew: from the cache, or its text would come a moment late.
      { source: "/fonts/:path*", headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }] },
    ];
  },
};

export default config;
