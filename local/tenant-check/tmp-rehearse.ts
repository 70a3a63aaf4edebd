import { spawn } from "node:child_process";
import setup from "../testing/postgres-for-tests";

const stop = await setup();
const { startProgram, client } = await import("../microsoft365/testing/start-program");
const p = await startProgram();
const c = spawn("npm", ["run", "--silent", "tenant-check", "--", "--out", "/tmp/rehearse", ...process.argv.slice(2)], {
  stdio: ["pipe", "inherit", "inherit"],
  env: { ...process.env, MICROSOFT_STANDIN_URL: p.url, MICROSOFT_CLIENT_ID: client.id, MICROSOFT_CLIENT_SECRET: client.secret },
});
setTimeout(() => c.stdin.write("yes\n"), 4000);
await new Promise((d) =>
  c.once("exit", (code) => {
    console.log("exit", code);
    d(0);
  }),
);
await p.stop();
await stop?.();
