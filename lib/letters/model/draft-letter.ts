import { AssistantError } from "../../assistant/assistant-error";
import { isModelConfigured } from "../../assistant/is-model-configured";
import { type LetterTask, type Tone, writeLetter } from "../../assistant/write-letter";
import type { Member } from "../../auth/member";
import { AppError } from "../../errors/app-error";
import { isSeen } from "../../mail/is-seen";
import { textOf } from "../../mail/sanitize-html";
import { standardFields } from "../../templates/render/standard-fields";
import type { LetterView } from "../letter";
import { readLetter } from "../read-letter";
import { keepOwnTexts } from "./keep-own-texts";
import { type Material, type Reader, readMaterial } from "./read-material";

type Text = { subject: string; body: string };
export type DraftOrder = { letterId: string; note: string; templateId: string | null; each: boolean; tone: Tone | null };
/**
 * `before` is what stood there, for whoever wants it back. "all": one text, which the page puts into its editor and keeps as whatever is typed. "each": every
 * person has a text of their own now; `without` names those for whom none was kept, and why.
 */
export type Drafted =
  | { kind: "all"; before: Text; text: Text }
  | {
      kind: "each";
      before: { draftId: string; text: Text; isOwn: boolean }[];
      view: LetterView;
      without: { name: string; why: string }[];
    };

const notAsked = new AppError("unavailable", "The model was not asked.");

/** So many are asked for at once, and all within so long. */
const atOnce = 4;
const longestMs = 150_000;

/**
 * Has a model draft a letter. It knows the columns of its people, and the mails between us and them, and nothing else of them. What is signed stays.
 * @throws AppError "blocked" where no model is set up, "not_found", "conflict" where nobody waits for a text, "unavailable" with what the model answered.
 */
export async function draftLetter(member: Member, order: DraftOrder, now: Date): Promise<Drafted> {
  const material = await readMaterial(member, order);
  if (!isModelConfigured()) throw new AppError("blocked", "No model is set up, so nothing can be drafted.");
  const { readers, letter } = material;
  if (order.note.trim() === "" && material.template === null && isEmpty(letter))
    throw new AppError("invalid", undefined, { note: "Say in a few words what it is to say." });
  if (!order.each) return { kind: "all", before: letter, text: await ask(taskForAll(material, order)) };
  if (readers.length === 0) throw new AppError("conflict", "Nobody in this letter waits for a text. Add somebody first.");
  const signal = AbortSignal.timeout(longestMs);
  const written = await eachOf(readers, (reader) => askFor(material, order, reader, signal));
  const failed = written.filter((answer) => answer instanceof AppError);
  const [first] = failed;
  if (first && failed.length === readers.length) throw first;
  const texts = readers.map((reader, place) => ({ reader, written: written[place] ?? notAsked }));
  const without = await keepOwnTexts(member, order.letterId, texts, now);
  const view = await readLetter(member, order.letterId, now);
  if (!view) throw new AppError("not_found");
  return { kind: "each", before: readers.map(({ draftId, text, isOwn }) => ({ draftId, text, isOwn })), view, without };
}

function taskForAll({ letter, sender, template, readers }: Material, { note, tone }: DraftOrder): LetterTask {
  const [first] = readers;
  const task = { note, tone, sender, template, present: isEmpty(letter) ? null : letter };
  if (first && readers.length === 1) return { ...task, to: { kind: "one", fields: first.fields, earlier: first.earlier } };
  // What each of them has: a field that some lack would keep their mail from being signed.
  const theirs = Object.keys(first?.fields ?? {}).filter((name) => readers.every(({ fields }) => name in fields));
  return { ...task, to: { kind: "all", people: readers.length, fields: first ? theirs : [...standardFields] } };
}

async function askFor(material: Material, { note, tone }: DraftOrder, reader: Reader, signal: AbortSignal) {
  const { sender, template } = material;
  const { text, fields, earlier } = reader;
  const present = isEmpty(text) ? null : text;
  const task: LetterTask = { note, tone, sender, template, present, to: { kind: "one", fields, earlier } };
  return ask(task, signal).catch((error: unknown) => {
    if (error instanceof AppError) return error;
    throw error;
  });
}

const isEmpty = ({ body }: Text) => !isSeen(textOf(body));

/** What went wrong with the model is told in its words; nothing was changed by it. */
async function ask(task: LetterTask, signal?: AbortSignal): Promise<Text> {
  try {
    return await writeLetter(task, signal);
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    throw new AppError(
      "unavailable",
      `${error.message} Your text is as it was${error.temporary ? "; try again in a moment" : ""}.`,
    );
  }
}

/** Some at once, in any order; the answers stand in the order of what was asked. */
async function eachOf<In, Out>(all: In[], one: (item: In) => Promise<Out>): Promise<Out[]> {
  const answers: Out[] = [];
  let next = 0;
  const work = async () => {
    while (next < all.length) {
      const place = next++;
      const item = all[place];
      if (item !== undefined) answers[place] = await one(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers;
}
