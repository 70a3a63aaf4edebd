import { IconHelpCircle } from "@tabler/icons-react";
import { Moment } from "@/app/ui/words/moment";
import type { ProposedLabel } from "@/lib/replies/effects/read-proposals";
import { Card } from "./card";
import classes from "./held.module.css";
import { LabelActs } from "./label-acts";
import { OpenAnswer } from "./open-answer";
import { Quoted } from "./quoted";

const asked: Record<ProposedLabel["wish"], { title: string; about: string }> = {
  "wrong person": { title: "Wrong person?", about: "They may say that somebody else is meant." },
  later: { title: "Later?", about: "They may ask to be written to another time." },
  left: { title: "Left the company?", about: "The person you wrote to may not work there any more." },
};

type Props = { labels: ProposedLabel[]; name: string; timezone: string; now: Date; mayDecide: boolean };

/** What an answer may ask for, with the sentence that says so: nothing is done before a person decides. */
export function Proposed({ labels, name, timezone, now, mayDecide }: Props) {
  return labels.map((label) => (
    <Card
      key={label.messageId}
      icon={<IconHelpCircle size={24} stroke={1.6} aria-hidden />}
      title={asked[label.wish].title}
      lines={<p>{asked[label.wish].about}</p>}
      acts={mayDecide && <LabelActs messageId={label.messageId} wish={label.wish} name={name} />}
    >
      <Quoted text={label.sentence} />
      <div className={classes.foot}>
        <p>
          Their answer of <Moment at={label.receivedAt} timeZone={timezone} now={now} />.{" "}
          {label.by === "model" ? "A model proposes it" : "Its words propose it"}, nothing was done.
        </p>
        <OpenAnswer messageId={label.messageId} snippet={null} />
      </div>
    </Card>
  ));
}
