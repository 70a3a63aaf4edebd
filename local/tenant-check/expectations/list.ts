import type { Expectation } from "../expectation";
import { accountExpectations } from "./accounts";
import { answerExpectations } from "./answers";
import { changeListExpectations } from "./change-lists";
import { changingExpectations } from "./changing";
import { connectingExpectations } from "./connecting";
import { draftIdExpectations } from "./draft-id";
import { firstMailExpectations } from "./first-mail";
import { languageExpectations } from "./languages";
import { machineExpectations } from "./machines";
import { oddMessageExpectations } from "./odd-messages";
import { propertyExpectations } from "./properties";
import { replyingExpectations } from "./replying";
import { reportExpectations } from "./reports";
import { signInExpectations } from "./sign-in";
import { threadExpectations } from "./thread";
import { twiceExpectations } from "./twice";

/** Everything Countersign believes of Microsoft 365, in the order of risk; the steps of docs/runbooks/first-real-tenant.md. */
export const expectations: Expectation[] = [
  ...signInExpectations,
  ...connectingExpectations,
  ...firstMailExpectations,
  ...draftIdExpectations,
  ...replyingExpectations,
  ...changingExpectations,
  ...threadExpectations,
  ...propertyExpectations,
  ...reportExpectations,
  ...machineExpectations,
  ...oddMessageExpectations,
  ...languageExpectations,
  ...twiceExpectations,
  ...answerExpectations,
  ...changeListExpectations,
  ...accountExpectations,
].sort((a, b) => a.step - b.step);
