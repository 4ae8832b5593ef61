/* The desk's own pages: what stands on them is found by `data-desk`, and done by a part of its own. */
import { ask, open } from "./api.js";
import { tellAgain } from "./telling.js";
import { useWords } from "./words.js";

const PARTS = {
  drop: () => import("./drop.js"),
  post: () => import("./posting.js"),
  publish: () => import("./publishing.js"),
  form: () => import("./form.js"),
  problems: () => import("./problems.js"),
  findings: () => import("./checked.js"),
  guesses: () => import("./guesses.js"),
  compare: () => import("./comparing.js"),
};

/* What is folded in is asked for when it is folded out. Returns what is over once it has begun. */
const whenOpen = (element, start) => {
  const fold = element.closest("details:not([open])");
  if (!fold) return start();
  fold.addEventListener("toggle", () => whenOpen(element, start), { once: true });
  return null;
};

/** Begin on a page of the desk. */
export const begin = async () => {
  if (!(await open())) return;
  const told = await ask("words");
  if (!told.ok) return;
  useWords(told.words);
  const notice = document.querySelector("#desk-notice");
  const context = { slug: notice ? notice.dataset.slug : "-site", choices: told.choices || {} };
  const parts = [...document.querySelectorAll("[data-desk]")].filter((element) => PARTS[element.dataset.desk]);
  const begun = parts.map((element) =>
    whenOpen(element, () => PARTS[element.dataset.desk]().then((found) => found.start(element, context))),
  );
  // A step that the address names is folded out, also one that is chosen later.
  const unfold = () => {
    const named = location.hash && document.getElementById(location.hash.slice(1));
    if (named && named.tagName === "DETAILS") named.open = true;
  };
  unfold();
  addEventListener("hashchange", unfold);
  tellAgain();
  // A part that cannot be loaded leaves the others at work.
  await Promise.allSettled(begun);
  document.documentElement.dataset.deskReady = "yes";
};
