"use client";

import { SegmentedControl } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import Link from "next/link";
import type { RefObject } from "react";
import { Letter } from "@/app/ui/letter/letter";
import { LaterDots } from "@/app/ui/loading/later-dots";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { EditSheet, type Kept } from "./edit-sheet";
import { SealBlock } from "./seal-block";
import { SentCopy } from "./sent-copy";
import classes from "./sheet.module.css";
import { writtenIn } from "./written-in";

const loadMenu = async () => (await import("./open-sheet-menu")).OpenSheetMenu;

export type Shown = "leaves" | "difference" | "first";

type Props = {
  view: DraftView;
  shown: Shown;
  onShow: (shown: Shown) => void;
  editing: boolean;
  /** Null where this person, or this draft's state, allows no edit. */
  onEdit: (() => void) | null;
  /** Whether words are typed that are not kept, and how often somebody tried to leave them. */
  unsaved: RefObject<boolean>;
  asked: number;
  /** Null where this person may not. */
  onSeen: (() => void) | null;
  onKept: (texts: Kept) => void;
  onLeave: () => void;
};

/** The open draft: what it is, the letter exactly as it leaves, and its seal. */
export function Sheet({ view, shown, onShow, editing, onEdit, unsaved, asked, onSeen, onKept, onLeave }: Props) {
  const { difference } = view;
  const look = difference ? shown : "leaves";
  return (
    <>
      <header className={classes.bar}>
        {difference && look !== "leaves" ? (
          <span className={classes.facts}>
            Edited by {difference.by}, {difference.at}
          </span>
        ) : (
          <span className={classes.facts}>
            {!difference && (
              <span className={classes.step}>
                {view.step ? `Step ${view.step.order} of ${view.step.of}` : "By hand"}
                <span className={classes.stepName}>, {view.step ? view.step.name : `${view.hand?.by}, ${view.hand?.kind}`}</span>
              </span>
            )}
            <Leaves view={view} />
          </span>
        )}
        <span className={classes.acts}>
          {difference && (
            <SegmentedControl
              size="xs"
              aria-label="Version"
              value={look}
              onChange={(value) => onShow(value as Shown)}
              data={[
                { value: "leaves", label: "As it leaves" },
                { value: "difference", label: "Difference" },
                { value: "first", label: "First version" },
              ]}
            />
          )}
          {view.hand?.letterId && view.state === "to sign" && !editing && (
            <Link href={writtenIn(view.hand).href} className={classes.write}>
              {writtenIn(view.hand).name}
            </Link>
          )}
          {onEdit && !editing && (
            <button type="button" className={classes.quiet} onClick={onEdit}>
              <IconPencil size={16} stroke={1.7} aria-hidden /> Edit <kbd>E</kbd>
            </button>
          )}
          <LaterDots label="More" size={28} disabled={false} about={{ view }} load={loadMenu} />
        </span>
      </header>
      {editing ? (
        <EditSheet key={view.id} view={view} unsaved={unsaved} asked={asked} onKept={onKept} onLeave={onLeave} />
      ) : (
        <Letter
          key={view.id}
          subject={look === "first" ? (difference?.subjectBefore ?? view.subject) : view.subject}
          subjectBefore={
            look === "difference" && difference && difference.subjectBefore !== view.subject ? difference.subjectBefore : null
          }
          fromName={view.fromName}
          from={view.from}
          toName={view.contact.name}
          to={view.contact.email}
          html={look === "leaves" || !difference ? view.html : look === "first" ? difference.firstHtml : difference.html}
        >
          {view.seal && <SealBlock key={view.seal.hash} seal={view.seal} otherwise={view.copy?.verdict === "different"} />}
          {view.copy && <SentCopy copy={view.copy} onSeen={onSeen} />}
        </Letter>
      )}
      {!editing && view.step && view.writtenBy === "template" && view.state === "to sign" && !difference && (
        <p className={classes.origin}>Written from the template.</p>
      )}
    </>
  );
}

function Leaves({ view }: { view: DraftView }) {
  if (view.state === "in doubt") return <span>in doubt whether it left</span>;
  if (view.state === "gone")
    return <span>{view.copy?.verdict === "different" ? "left otherwise than signed" : "left as signed"}</span>;
  if (view.state === "rejected") return <span>rejected, never leaves</span>;
  if (view.state === "over") return <span>{view.over}</span>;
  if (!view.leaves) return <span>no sending day ahead</span>;
  return (
    <span>
      leaves <strong>{view.leaves}</strong> {view.state === "to sign" ? "if signed" : "unless changed"}
    </span>
  );
}
