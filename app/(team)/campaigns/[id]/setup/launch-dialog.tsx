"use client";

import { Button, Modal } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { useConnection } from "@/app/ui/live/live-provider";
import { sayClock, sayDay } from "@/app/ui/words/clock";
import type { Blocker, LaunchCheck } from "@/lib/campaigns/launch/check-launch";
import { checkLaunchAction, launchCampaignAction } from "../../actions";
import launch from "./launch-dialog.module.css";
import classes from "./setup.module.css";

const linkOf: Partial<Record<Blocker["part"], { href: string; name: string }>> = {
  mailbox: { href: "/settings/mailboxes", name: "Mailboxes" },
  team: { href: "/settings/members", name: "Team settings" },
  list: { href: "/contacts", name: "Contacts" },
};

type Props = { campaignId: string; opened: boolean; onClose: () => void; onStep: (stepId: string) => void };

/** What will happen, in numbers, before it happens; a blocking point disables launching and leads to where it is put right. */
export function LaunchDialog({ campaignId, opened, onClose, onStep }: Props) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const [check, setCheck] = useState<LaunchCheck | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const { since } = useConnection();
  useEffect(() => {
    if (!opened) return;
    setCheck(null);
    setFailed(null);
    checkLaunchAction({ campaignId })
      .then((result) => (result.ok ? setCheck(result.data) : setFailed(result.error.message)))
      .catch(() => setFailed("Countersign does not answer. Nothing was launched; try again in a minute."));
  }, [opened, campaignId]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      size={580}
      radius={14}
      padding={0}
      centered
      attributes={{ content: { "aria-label": "Launch" } }}
    >
      <div className={launch.dialog}>
        <h2>{check ? `Launch ${check.name}?` : "Launch"}</h2>
        {check && (
          <p className={launch.lead}>
            {check.blockers.length > 0
              ? "Something is missing. Put it right, then look again."
              : "This is what will happen. You can pause or end it at any time."}
          </p>
        )}
        {!check && !failed && <p className={classes.caption}>Checking the list, the texts and the rules…</p>}
        {failed && <p className={classes.problem}>{failed}</p>}
        {check && <Facts check={check} onStep={onStep} />}
        {problem && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className={launch.dialogFoot}>
        <span>
          {check?.reviewMode === "launch"
            ? "Launching is your signature on the templates."
            : "What is launched is no longer edited."}
        </span>
        <Button variant="default" onClick={onClose} data-autofocus>
          Not yet
        </Button>
        <Button
          color="var(--ink)"
          {...(check && check.blockers.length === 0 ? { c: "var(--on-primary)" } : {})}
          loading={busy}
          disabled={!check || check.blockers.length > 0 || since !== null}
          onClick={() =>
            check &&
            act(
              () => launchCampaignAction({ campaignId, people: check.people }),
              () => {
                onClose();
                router.push(`/campaigns/${campaignId}`);
              },
            )
          }
        >
          {check ? `Launch for ${count(check.people, "person", "people")}` : "Launch"}
        </Button>
      </div>
    </Modal>
  );
}

function Facts({ check, onStep }: { check: LaunchCheck; onStep: (stepId: string) => void }) {
  const now = new Date();
  const day = (at: Date) => shortDay(at, now, check.timezone);
  const left = check.leftOut.suppressed + check.leftOut.own_domain + check.leftOut.running;
  const why = [
    check.leftOut.suppressed > 0 && `${check.leftOut.suppressed} suppressed`,
    check.leftOut.own_domain > 0 && `${check.leftOut.own_domain} in your own organisation`,
    check.leftOut.running > 0 && `${check.leftOut.running} in another running campaign`,
  ].filter(Boolean);
  return (
    <>
      <dl className={launch.facts}>
        <Fact value={check.people.toLocaleString("en")} name={check.people === 1 ? "person" : "people"} />
        <Fact value={check.mails.toLocaleString("en")} name="mails at most" />
        <Fact
          value={check.opensAt ? day(check.opensAt) : "never"}
          name={
            check.opensAt
              ? `nothing leaves before ${weekday(check.opensAt, check.timezone)} ${sayClock(check.opensAt, check.timezone)}`
              : "no sending day"
          }
        />
        <Fact
          value={check.lastAbout ? day(check.lastAbout) : "none"}
          name={check.lastAbout ? `last, about ${weekday(check.lastAbout, check.timezone)}` : "last"}
        />
      </dl>
      <ul className={launch.checks}>
        {check.blockers.map((one) => (
          <li key={one.sentence}>
            <IconX size={18} stroke={1.7} color="var(--stop)" aria-label="Blocks the launch" />
            <span>
              {one.sentence}{" "}
              {one.stepId && (
                <button type="button" className={classes.inline} onClick={() => onStep(one.stepId ?? "")}>
                  Write it
                </button>
              )}
              {linkOf[one.part] && <Link href={linkOf[one.part]?.href ?? "/"}>{linkOf[one.part]?.name}</Link>}
            </span>
          </li>
        ))}
        {check.onList > 0 && (
          <li>
            <IconCheck size={18} stroke={1.7} color="var(--seal)" aria-label="Passes" />
            <span>
              <strong>{count(check.onList, "contact", "contacts")}</strong> in list {check.listName}, each mailed at most once per
              step
            </span>
          </li>
        )}
        {check.mailbox && !check.blockers.some((one) => one.part === "mailbox") && (
          <li>
            <IconCheck size={18} stroke={1.7} color="var(--seal)" aria-label="Passes" />
            <span>
              <strong>{check.mailbox}</strong> is connected
            </span>
          </li>
        )}
        {left > 0 && (
          <li>
            <IconX size={18} stroke={1.7} color="var(--ink-2)" aria-label="Left out" />
            <span>
              <strong>{left === 1 ? "1 is" : `${left} are`} left out:</strong> {why.join(", ")}
            </span>
          </li>
        )}
        {check.emptyFields.map((one) => (
          <li key={`${one.step}-${one.field}`}>
            <IconAlertTriangle size={18} stroke={1.7} color="var(--wait-mark)" aria-label="Warning" />
            <span>
              <strong>
                {one.count} {one.count === 1 ? "has" : "have"} no {one.field},
              </strong>{" "}
              so step {one.step} waits for them until it is filled or has a fallback{" "}
              <button type="button" className={classes.inline} onClick={() => onStep(one.stepId)}>
                Add it now
              </button>
            </span>
          </li>
        ))}
        {check.blockers.length === 0 && (
          <li>
            <IconAlertTriangle size={18} stroke={1.7} color="var(--wait-mark)" aria-label="Note" />
            <span>
              {check.reviewMode === "each" ? (
                <>
                  <strong>{count(check.people, "first mail", "first mails")}</strong> {check.people === 1 ? "is" : "are"} written
                  now and {check.people === 1 ? "waits" : "wait"} in Review. Nothing leaves unsigned.
                </>
              ) : (
                <>
                  <strong>Mails leave without another look.</strong>{" "}
                  {check.modelSteps > 0
                    ? "Only what a model writes waits in Review."
                    : "This launch signs the templates as they are now."}
                </>
              )}
            </span>
          </li>
        )}
      </ul>
    </>
  );
}

function Fact({ value, name }: { value: string; name: string }) {
  return (
    <div>
      <dd>{value}</dd>
      <dt>{name}</dt>
    </div>
  );
}

const count = (value: number, one: string, many: string) => `${value.toLocaleString("en")} ${value === 1 ? one : many}`;
const weekday = (at: Date, timeZone: string) => sayDay(at, at, timeZone).split(" ")[0];
/** "24 Nov", with the year when it is another one. */
const shortDay = (at: Date, now: Date, timeZone: string) => sayDay(at, now, timeZone).split(" ").slice(1).join(" ");
