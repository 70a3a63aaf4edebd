"use client";

import { Tabs } from "@mantine/core";
import { IconAlertTriangle, IconChevronLeft } from "@tabler/icons-react";
import { useState } from "react";
import { toast } from "@/app/ui/toast/toast";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import { sendTestCopyAction } from "./actions";
import { BothTexts } from "./both-texts";
import { LaterLaunch } from "./later-launch";
import { RulesSentence } from "./rules/rules-sentence";
import classes from "./setup.module.css";
import { SetupHead } from "./setup-head";
import { useActs } from "./state/use-acts";
import { useChosen } from "./state/use-chosen";
import { usePreview } from "./state/use-preview";
import { useTexts } from "./state/use-texts";
import { StepForm } from "./step-form";
import { StepList } from "./step-list";
import { StepPreview } from "./step-preview";

type Props = {
  setup: Setup;
  outcome: string;
  zones: string[];
  timezone: string;
  /** Fields of a step that are empty for `count` of those who would be mailed. */
  warnings: { step: number; field: string; count: number; of: number }[];
  modelConfigured: boolean;
  mayEdit: boolean;
};

/** Set-up of a campaign that was not launched: rules, steps, and the mail for a chosen person; all saved by itself. */
export function SetupPage(props: Props) {
  const { setup, timezone } = props;
  const [launching, setLaunching] = useState(false);
  const [index, setIndex] = useState(1);
  const [half, setHalf] = useState<string | null>("text");
  const texts = useTexts(setup);
  const { chosen, choose } = useChosen(setup.id);
  const acts = useActs({ setup, timezone, texts, choose });
  const { steps, busy, act } = acts;
  const step = steps.find((one) => one.id === chosen) ?? steps[0] ?? null;
  const stepId = step?.id ?? null;
  const isThere = setup.steps.some((one) => one.id === stepId);
  // Nothing is typed into a step while it becomes a copy of a template.
  const mayEdit = props.mayEdit && !acts.resting.has(stepId);
  const preview = usePreview(isThere ? stepId : null, index, setup);
  // On a phone a step is a page of its own; beside the list it is simply the one chosen.
  const opened = chosen !== null;
  const testCopy = () =>
    stepId &&
    act(async () => {
      await texts.flush();
      const result = await sendTestCopyAction({ stepId, index });
      if (result.ok) toast(`A test copy is on its way to ${result.data}`);
      return result;
    });
  const warning = props.warnings
    .filter((one) => one.step === step?.order)
    .map((one) => (
      <p key={one.field} className={classes.warning}>
        <IconAlertTriangle size={18} stroke={1.7} color="var(--wait-mark)" aria-hidden />
        <span>
          <strong>
            {one.count.toLocaleString("en")} of {one.of.toLocaleString("en")} {one.count === 1 ? "has" : "have"} no {one.field},
          </strong>{" "}
          so this step waits for them until it is filled or has a fallback. Click the field to give it one.
        </span>
      </p>
    ));
  const name = texts.names.view(setup.id);
  const saved = [texts.steps.saved, texts.names.saved].reduce((a, b) => (a && b ? (a > b ? a : b) : (a ?? b)), null);
  const problem = acts.problem ?? texts.names.problem;

  const form = step && (
    <StepForm
      setup={{ ...setup, steps }}
      step={step}
      modelConfigured={props.modelConfigured}
      mayEdit={mayEdit}
      shared={texts.steps}
      timezone={timezone}
      onWriter={(change) => acts.setWriter(step, change)}
      onMove={(by) => acts.move(step, by)}
      onRemove={() => acts.remove(step)}
      onTestCopy={testCopy}
      onStart={(templateId) => acts.start(step, templateId)}
    />
  );
  const sheet = (
    <StepPreview
      preview={preview}
      hasList={setup.listId !== null}
      timezone={props.timezone}
      there={setup.rules.timeZone}
      onIndex={setIndex}
      onTestCopy={props.mayEdit ? testCopy : null}
      busy={busy}
    />
  );
  return (
    <div className={classes.page} data-step-open={opened || undefined}>
      <SetupHead
        name={name?.texts.name ?? setup.name}
        mayEdit={props.mayEdit}
        saved={saved}
        pending={texts.steps.pending || texts.names.pending}
        onName={(next) => texts.names.change(setup.id, { name: next })}
        onHold={(isHeld) => texts.names.hold(setup.id, "name", isHeld)}
        onDelete={acts.deleteDraft}
        onLaunch={async () => {
          await texts.flush();
          // What is launched is what is kept, and after that nothing typed here can be.
          if (texts.steps.isKept() && texts.names.isKept()) setLaunching(true);
          else toast("What you typed is not kept yet: see what is said beside it, then launch.", { trouble: true });
        }}
      />
      <BothTexts
        what="the name of this campaign"
        mine={name?.texts.name ?? ""}
        theirs={name?.theirs.name}
        timezone={timezone}
        onMine={() => texts.names.keepMine(setup.id, "name")}
        onTheirs={() => texts.names.takeTheirs(setup.id, "name")}
      />
      <RulesSentence
        setup={setup}
        outcome={props.outcome}
        zones={props.zones}
        timezone={timezone}
        desk={texts.desk}
        mayEdit={props.mayEdit}
      />
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.columns}>
        <div className={classes.left}>
          <StepList
            steps={steps}
            chosen={stepId}
            warned={new Set(props.warnings.map((one) => one.step))}
            templates={setup.templates}
            isFull={setup.isFull}
            mayEdit={props.mayEdit}
            busy={busy}
            onChoose={(id) => {
              choose(id);
              void texts.flush();
            }}
            onAdd={acts.add}
            onDelay={acts.setDelay}
          />
          <ReviewMode setup={setup} mayEdit={props.mayEdit && !busy} onPick={acts.setReviewMode} />
        </div>
        {/* Mounted once: the style sheet shows both where there is room, else the one whose tab is chosen. */}
        <Tabs value={half} onChange={setHalf} color="var(--ink)" className={classes.step ?? ""}>
          <button type="button" className={classes.toList} onClick={() => choose(null)}>
            <IconChevronLeft size={18} stroke={1.7} aria-hidden /> All steps
          </button>
          <Tabs.List grow className={classes.tabs ?? ""}>
            <Tabs.Tab value="text">Text</Tabs.Tab>
            <Tabs.Tab value="mail">Mail</Tabs.Tab>
          </Tabs.List>
          <div role="tabpanel" aria-label="Text" className={classes.panel} data-away={half !== "text" || undefined}>
            {form}
            {warning}
          </div>
          <div role="tabpanel" aria-label="Mail" className={classes.panel} data-away={half !== "mail" || undefined}>
            {sheet}
          </div>
        </Tabs>
      </div>
      <LaterLaunch
        campaignId={setup.id}
        opened={launching}
        onClose={() => setLaunching(false)}
        onStep={(id) => {
          setLaunching(false);
          choose(id);
        }}
      />
    </div>
  );
}

function ReviewMode({ setup, mayEdit, onPick }: { setup: Setup; mayEdit: boolean; onPick: (mode: "each" | "launch") => void }) {
  const each = setup.reviewMode === "each";
  return (
    <div className={classes.reviewMode}>
      <strong>{each ? "Each mail is signed by hand" : "Launching signs the templates"}</strong>
      <p>
        {each ? "All first mails wait in Review at launch." : "Mails leave without another look, exactly as the templates say."}
      </p>
      {mayEdit && (
        <button type="button" className={classes.inline} onClick={() => onPick(each ? "launch" : "each")}>
          {each ? "Sign the templates once instead" : "Sign each mail by hand instead"}
        </button>
      )}
    </div>
  );
}
