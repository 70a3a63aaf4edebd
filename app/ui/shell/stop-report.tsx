"use client";
import { Button, Modal } from "@mantine/core";
import { sayClockToTheSecond } from "@/app/ui/words/clock";
import { sayCount } from "@/app/ui/words/count-words";
import type { StopReport as Report } from "@/lib/campaigns/stop-all";
import classes from "./stop-report.module.css";

type Props = { report: Report | null; timezone: string; busy: boolean; onClose: () => void; onResume: () => void };

/** After stopping: what stands still, and what had left the house before it. */
export function StopReport({ report, timezone, busy, onClose, onResume }: Props) {
  return (
    <Modal
      opened={report !== null}
      onClose={onClose}
      withCloseButton={false}
      size={540}
      radius={14}
      padding={0}
      centered
      attributes={{ content: { "aria-label": "All sending is stopped" } }}
    >
      {report && (
        <>
          <div className={classes.report}>
            <p className={classes.when}>
              {sayClockToTheSecond(report.at, timezone)}, stopped by {report.by ?? "your team"}
            </p>
            <h2>Nothing leaves any more</h2>
            <p className={classes.lead}>
              {sayCount(report.campaigns, "running campaign", "running campaigns")} and{" "}
              {sayCount(report.mailboxes, "mailbox", "mailboxes")} stand still. Every draft, signature and place in line is kept.
            </p>
            <dl>
              {report.withExchange.length > 0 && (
                <div className={classes.gone}>
                  <dt>{report.withExchange.length.toLocaleString("en")}</dt>
                  <dd>
                    <strong>{report.withExchange.length === 1 ? "was" : "were"} already with Exchange</strong>
                    <span className={classes.small}>{said(report.withExchange, timezone)}</span>
                  </dd>
                </div>
              )}
              <div>
                <dt>{report.slotsTakenBack.toLocaleString("en")}</dt>
                <dd>
                  <strong>{saidWaiting(report)}</strong>
                  <span className={classes.small}>Replies are still read, and still stop their contacts.</span>
                </dd>
              </div>
            </dl>
          </div>
          <div className={classes.foot}>
            <span className={`${classes.small} ${classes.note}`}>
              Resumed, signed mail gets new minutes, spread from then on.
            </span>
            <Button variant="default" h={36} loading={busy} onClick={onResume}>
              Resume now
            </Button>
            <Button color="var(--ink)" c="var(--on-primary)" h={36} data-autofocus onClick={onClose}>
              Leave it stopped
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}

function saidWaiting({ slotsTakenBack, withExchange }: Report): string {
  if (slotsTakenBack === 0) return withExchange.length === 0 ? "mails were on their way" : "other mails were on their way";
  return slotsTakenBack === 1 ? "signed mail had its minute and waits" : "signed mails had their minute and wait";
}

function said(mails: Report["withExchange"], timezone: string): string {
  const [first, ...others] = mails;
  if (!first) return "";
  const more = others.length > 0 ? ` and ${sayCount(others.length, "other", "others")}` : "";
  return `${first.name}${more}, handed over ${sayClockToTheSecond(new Date(first.at), timezone)}. ${others.length > 0 ? "They" : "It"} cannot be called back.`;
}
