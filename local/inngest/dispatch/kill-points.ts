const [point, count] = (process.env.EXECUTOR_KILL_POINT ?? "").split(":");
let left = Number(count ?? 1);

/** For the crash tests alone: dies, as by `kill -9`, when EXECUTOR_KILL_POINT names this point (`name:n` at its n-th time). */
export function reach(name: string) {
  if (name === point && --left <= 0) process.kill(process.pid, "SIGKILL");
}
