import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { readEnginePage } from "@/lib/engine/page/read-engine-page";
import { readAdministrators } from "@/lib/engine/read-held-up";
import settings from "../settings.module.css";
import { describeEngine, type Fact } from "./describe-engine";
import classes from "./engine.module.css";

export const metadata: Metadata = { title: "Engine · Settings" };

export default async function EnginePage() {
  const member = await requireMember();
  if (!hasRight(member.role, "team:manage")) return <ForAdministrators names={await readAdministrators(member)} />;
  const { verdict, said, facts, server } = describeEngine(await readEnginePage(member), member.timezone);
  return (
    <div className={settings.body}>
      <div className={settings.main}>
        <h1>{verdict}</h1>
        <p className={settings.lead}>
          {said?.means ??
            "It starts what is due, each minute and each mail at its time. Countersign looks at it and wakes it where it falls silent."}
        </p>
        {said && (
          <section className={settings.notice} aria-labelledby="what-to-do">
            <h2 id="what-to-do" className={classes.todo}>
              What to do
            </h2>
            <ol className={classes.steps}>
              {said.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
        )}
        <Facts facts={facts} />
        <h2 className={classes.second}>The server</h2>
        <Facts facts={server} />
      </div>
      <aside className={settings.aside} aria-label="About the engine">
        <section>
          <h2>What it is</h2>
          <p className={settings.caption}>
            Countersign keeps every mail, its signature and its time in its own database. The job runner, Inngest or what stands
            in for it, only wakes it at the right moment. So a job runner that is lost costs time and never a mail.
          </p>
        </section>
        <section>
          <h2>For a program that watches</h2>
          <p className={settings.caption}>
            <code>/api/health/ready</code> answers 503 where this process cannot serve a page, <code>/api/health/live</code> no
            longer where it must be restarted. Both tell the state of the engine, with 200.
          </p>
        </section>
        <section>
          <h2>To read</h2>
          <p className={settings.caption}>
            <code>docs/settings.md</code>, “A real Inngest server”, and <code>docs/runbooks/inngest-server.md</code>: ports,
            growing tables, a change of keys, what a restart loses.
          </p>
        </section>
      </aside>
    </div>
  );
}

function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value, more }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {more && <span className={classes.more}>{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ForAdministrators({ names }: { names: string[] }) {
  return (
    <div className={settings.main}>
      <h1>This page is for administrators</h1>
      <p className={settings.lead}>It says how the job runner stands. {names.join(", ")} can look at it.</p>
    </div>
  );
}
