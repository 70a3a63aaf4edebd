import { newText } from "../quote/new-text";
import { header, type ReceivedMessage } from "../received-message";
import { tellsAbsence } from "./read-away";
import { hasNoClientMarks } from "./signs/client-marks";
import { hasMachineHeaders } from "./signs/machine-headers";
import { endsAsMachine, isAnswerSubject, machineSubject } from "./signs/machine-subject";
import { callsItselfMachine, confirmsTicket } from "./signs/machine-words";

const ofMachine = /^(?:no-?_?\.?reply|do-?_?\.?not-?_?\.?reply|noreply|auto-?_?(?:reply|responder|antwort))(?:[+.@_-]|$)/i;
const asksForProof =
  /(?<!\p{L})(verif(y|ication|ier|iez)|authenti(cate|cation|fication|fier)|confirm(ez|ation)?|bestätig(en|ung)|verificación)(?!\p{L})/iu;
const namesLink = /(?<!\p{L})(?:click|link|klick\p{L}*|lien|cliqu\p{L}+|enlace|clic)(?!\p{L})/iu;
const namesFilter =
  /(?<!\p{L})(?:filter\p{L}*|spam\p{L}*|unwanted|junk|unerwünscht\p{L}*|indésirable\p{L}*|filtre|no deseado\p{L}*|filtro)(?!\p{L})/iu;
/** Words of people who go into what we wrote, though they may be away too. */
const talks =
  /(?<!\p{L})(?:let's|let us|let me know|(?:talk|speak|call you) then|happy to (?:talk|meet|chat|speak)|(?:not )?interested|interessier\p{L}+|interesse|interessant|intéress\p{L}+|interesa\p{L}*|sounds good|(?:works|suits) (?:for )?me|send me|your (?:offer|price)|lass(?:en sie)? uns|sprechen wir|telefonieren|passt (?:mir|es)|schicken sie mir|ihr angebot|parlons|on en parle|envoyez-moi|me convient|hablamos|envíeme|me viene bien|parliamo\p{L}*|sentiamoci|mi mandi|falamos|conversamos|bellen we|stuur|höras|ring mig|tales ved|porozmawia\p{L}+|zainteresowan\p{L}+|давайте|созвонимся|інтерес\p{L}*|интерес\p{L}*)(?!\p{L})/iu;
/** Automatic answers are short. */
const mostLetters = 2000;

/**
 * Whether a machine, or a rule of a mailbox, answered by itself. Class and headers first, then the subject, then words by which a text calls
 * itself automatic; last, what no single sign proves: a notice of absence or a receipt that no program of people has sent.
 */
export function isAutomatic(message: ReceivedMessage): boolean {
  const kind = (message.messageClass ?? "").toLowerCase();
  if (/^(ipm\.note\.rules\.|report\.|ipm\.outlook\.recall)/.test(kind)) return true;
  if (hasMachineHeaders(message) || ofMachine.test(message.from ?? "")) return true;
  if (machineSubject(message.subject) === "sure") return true;
  if (isChallenge(message)) return true;
  const text = newText(message);
  return callsItselfMachine(text) || (hasNoClientMarks(message) && isNotice(message, text));
}

/** A filter asks us to prove that we are people. It answers nothing, so that a person's "please confirm" in a thread is none. */
function isChallenge(message: ReceivedMessage): boolean {
  const { text } = message;
  if (answersUs(message) || !asksForProof.test(message.subject) || text.length >= mostLetters) return false;
  // Plain text may have lost the address behind the word.
  return /https?:\/\//i.test(text) || (namesLink.test(text) && namesFilter.test(text));
}

function isNotice(message: ReceivedMessage, text: string): boolean {
  const { subject } = message;
  // Who asks wants an answer.
  if (/[?？؟]/u.test(text) || text.length > mostLetters || talks.test(text)) return false;
  if (machineSubject(subject) || endsAsMachine(subject) || confirmsTicket(text, subject)) return true;
  const suppresses = header(message, "x-auto-response-suppress") !== undefined;
  return tellsAbsence(message, suppresses || (answersUs(message) && !isAnswerSubject(subject)));
}

function answersUs(message: ReceivedMessage): boolean {
  return (header(message, "in-reply-to") || header(message, "references")) !== undefined;
}
