/* What the desk says at the foot of its pages, also to who does not see it. */
import { button, make, word } from "./words.js";

const KEPT = "dn-desk-said";
const READ = 6000; // milliseconds

/* What was done is shown for a while, and stays for who hears the page; what went wrong stays
   until somebody has read it. */
let timer = 0;
export const tell = (text, bad) => {
  const said = document.querySelector("#desk-said");
  if (!said) return;
  clearTimeout(timer);
  said.classList.remove("desk-said--past");
  const past = () => said.classList.add("desk-said--past");
  said.replaceChildren(make("span", bad ? "desk-bad" : "", text));
  if (bad) said.append(button("desk-button desk-button--quiet", word("dismiss"), past));
  else timer = setTimeout(past, READ);
};

/** Go to a page, or load this one anew, and say there what was done. */
export const goOn = (page, said) => {
  try {
    sessionStorage.setItem(KEPT, said || "");
  } catch (error) {
    // It is done all the same.
  }
  if (page && new URL(page, location.href).href !== location.href) location.assign(page);
  else location.reload();
};

/** Say what was done on the page before, and go on from the step that is open now. */
export const tellAgain = () => {
  try {
    const said = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    if (said === null) return;
    if (said) tell(said);
    (document.querySelector(".desk-part[open] > summary") || document.querySelector("main")).focus();
  } catch (error) {
    // Nothing was kept.
  }
};

/** Return the sentences of an answer that says no. */
export const reasons = (answer) =>
  answer.refused && answer.refused.length
    ? [answer.said, ...answer.refused.map((each) => each.message)].filter(Boolean)
    : [answer.said].filter(Boolean);

/** Return an answer that says no as one text, with what stands in the file by now. */
export const refused = (answer) => {
  const now = answer.conflict ? word("cell_conflict", { now: String(answer.conflict.now || word("nothing")) }) : "";
  return [...reasons(answer), now].join(" ");
};
