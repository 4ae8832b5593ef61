/* What has changed since the last version. */
import { ask } from "./api.js";
import { make } from "./words.js";

const TAGS = { same: "span", deleted: "del", inserted: "ins" };

export const start = async (element, { slug }) => {
  const answer = await ask(`compare/${slug}`);
  const parts = [make("p", "", answer.said)];
  if (answer.ok && answer.facts.length) {
    const list = make("ul");
    for (const { what, before, after } of answer.facts) {
      const entry = make("li", "", `${what}　`);
      if (before) entry.append(make("del", "", before), " ");
      if (after) entry.append(make("ins", "", after));
      list.append(entry);
    }
    parts.push(list);
  }
  for (const runs of (answer.ok && answer.texts) || []) {
    const paragraph = make("p", "desk-change");
    for (const [op, text] of runs) paragraph.append(make(TAGS[op] || "span", "", text));
    parts.push(paragraph);
  }
  element.replaceChildren(...parts);
};
