import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../start/settings";
import { execForm, type Instruction, readDockerfile, type Stage } from "./read-dockerfile";

export type Image = { app: string; env: Record<string, string>; command: string[]; healthcheck: string[] };

/**
 * Does in empty folders what Docker does with our Dockerfile: each stage has its own, files are copied there, each RUN is run by a shell. It has neither Docker's
 * base image nor its user.
 * @param prepared stages that are not run; instead of what is copied from them, a link to it in the repository.
 * @param secrets by the id of their mount.
 * @throws Error with what a RUN said when it fails.
 */
export function makeImage(folder: string, prepared: string[], secrets: Record<string, string>): Image {
  const stages = readDockerfile(readFileSync(join(root, "Dockerfile"), "utf8"));
  for (const stage of stages.filter(({ name }) => !prepared.includes(name))) make(stage, folder, prepared, secrets);
  const last = stages.at(-1);
  const restOf = (word: string) => last?.instructions.find((one) => one.word === word)?.rest ?? "";
  const env = Object.fromEntries(
    restOf("ENV")
      .split(/\s+/)
      .map((pair) => pair.split("=") as [string, string]),
  );
  return { app: placeOf(last, folder), env, command: execForm(restOf("CMD")), healthcheck: execForm(restOf("HEALTHCHECK")) };
}

const placeOf = (stage: Stage | undefined, folder: string) => join(folder, stage?.name || "last", "app");

function make(stage: Stage, folder: string, prepared: string[], secrets: Record<string, string>) {
  const app = placeOf(stage, folder);
  mkdirSync(app, { recursive: true });
  for (const one of stage.instructions) {
    if (one.word === "COPY") copy(one, app, folder, prepared);
    if (one.word === "RUN") run(one, app, secrets);
  }
}

function copy({ flags, rest }: Instruction, app: string, folder: string, prepared: string[]) {
  const from = flags.find((flag) => flag.startsWith("--from="))?.slice("--from=".length);
  const parts = rest.split(/\s+/);
  const to = join(app, parts.at(-1) ?? "");
  for (const source of parts.slice(0, -1)) {
    if (from && prepared.includes(from)) {
      symlinkSync(source.replace(/^\/app/, root), to);
    } else if (from) {
      cpSync(join(folder, from, source), to, { recursive: true, verbatimSymlinks: true });
    } else {
      // Of a folder Docker copies what is in it, of a file the file into the folder.
      for (const file of inContext(source)) {
        const inside =
          source === "."
            ? file
            : file === source
              ? to === join(app, ".") || to.endsWith("/")
                ? file
                : ""
              : file.slice(source.length + 1);
        const target = join(to, inside);
        mkdirSync(dirname(target), { recursive: true });
        cpSync(join(root, file), target, { verbatimSymlinks: true });
      }
    }
  }
}

/** What is committed or new, without what .dockerignore leaves out. */
function inContext(source: string): string[] {
  const left = readFileSync(join(root, ".dockerignore"), "utf8").split("\n").filter(Boolean);
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", source], {
    cwd: root,
    encoding: "utf8",
  });
  return listed.split("\n").filter((file) => file && !left.some((one) => file === one || file.startsWith(`${one}/`)));
}

function run({ flags, rest }: Instruction, app: string, secrets: Record<string, string>) {
  const env: Record<string, string | undefined> = { PATH: process.env.PATH, HOME: process.env.HOME };
  for (const flag of flags) {
    const mount = Object.fromEntries(
      flag
        .replace("--mount=", "")
        .split(",")
        .map((pair) => pair.split("=") as [string, string]),
    );
    if (mount.type === "secret" && mount.env) env[mount.env] = secrets[mount.id ?? ""];
    if (mount.type === "cache" && mount.target) mkdirSync(mount.target.replace(/^\/app/, app), { recursive: true });
  }
  const { status, stdout, stderr } = spawnSync("sh", ["-c", rest], { cwd: app, env: env as NodeJS.ProcessEnv, encoding: "utf8" });
  if (status !== 0) throw new Error(`RUN ${rest} failed:\n${stdout}${stderr}`.slice(-4000));
}
