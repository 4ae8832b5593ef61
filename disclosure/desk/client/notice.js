/* Begins on a page of a notice, in the browser that was opened with the key. */
import { ask, open } from "./api.js";
import { arrive } from "./arriving.js";
import { listen } from "./listening.js";
import { DESCRIBED, Reading } from "./reading.js";
import { make, useWords, word } from "./words.js";

const HOST = "dn-desk";

/* The script's styles, for the page and for its shadow. */
const styled = () => {
  const style = make("link");
  style.rel = "stylesheet";
  style.href = "/-desk/client.css";
  return style;
};

/* Why nothing can be changed, at the top of the page; a browser that is too old says so here. */
const refused = (said) => {
  const box = make("p", "dn-desk-refused", said);
  box.setAttribute("role", "alert");
  document.head.append(styled());
  document.body.prepend(box);
};

/** Begin on a notice's page; who may not write is told why. */
export const begin = async (slug) => {
  if (!(await open(refused))) return;
  const article = document.querySelector("main article"); // none before the first build
  const root = article && article.closest("main");
  const [told, texts] = await Promise.all([ask("words"), ask(`texts/${slug}`)]);
  if (!root || !told.ok || !texts.ok) return;
  useWords(told.words);
  const hint = make("span", "", word("block_hint"));
  hint.id = DESCRIBED;
  hint.hidden = true;
  const host = make("div");
  host.id = HOST;
  const shadow = host.attachShadow({ mode: "open" });
  shadow.append(styled());
  document.head.append(styled());
  document.body.append(hint, host);
  const reading = new Reading(slug, root, shadow);
  reading.begin(texts);
  listen(reading);
  arrive(reading);
  addEventListener("hashchange", () => arrive(reading));
  await reading.findings.refresh();
  host.dataset.ready = "yes";
};
