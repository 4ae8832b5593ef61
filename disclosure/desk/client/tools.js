/* What can be done with an item beside typing: add one behind it, delete, move and split it. */
import { ask } from "./api.js";
import { itemOf, lengthOf } from "./paths.js";

/** Return the names of the tools for a text. */
export const toolsOf = (text, texts, lists) => {
  const item = itemOf(text);
  if (!item) return [];
  const length = lengthOf(item.list, texts, lists);
  const found = ["add"];
  if (!item.isSection) found.push("split");
  if (item.index > 0) found.push("up");
  if (item.index < length - 1) found.push("down");
  found.push("delete");
  return found;
};

/* What stands at a path now; of a text that is an item of its own, the text itself. */
const valueOf = async (slug, path, text, value) => {
  if (path.length === text.path.length) return value === undefined ? text.raw : value;
  const answer = await ask(`value/${slug}?path=${encodeURIComponent(JSON.stringify(path))}`);
  return answer.ok ? answer.value : null;
};

const codePoints = (text, units) => [...text.slice(0, units)].length;

/* A new section is of the kind of the one it stands behind. */
const fresh = (item, text, like) => (value) => {
  if (!item.isSection) return value;
  const kind = like && typeof like === "object" ? like.kind : "";
  return kind ? { title: value, kind } : { title: value };
};

/** Return the edits of a tool and the path that they lead to; of `add`, a function of the text. */
export const workOf = async (name, { slug, text, value, caret, texts, lists }) => {
  const { list, index, isSection } = itemOf(text) || {};
  if (!list) return null;
  const path = [...list, index];
  const rest = text.path.slice(path.length);
  if (name === "split") {
    const at = codePoints(value, caret);
    if (!value.slice(0, caret).trim() || !value.slice(caret).trim()) return null;
    return { edits: [{ kind: "split", path: text.path, at, was: value }], then: [...list, index + 1, ...rest] };
  }
  const was = await valueOf(slug, path, text, value);
  if (was === null) return null;
  if (name === "add") {
    const make = fresh({ isSection }, text, was);
    const wasLength = lengthOf(list, texts, lists);
    const edits = (typed) => [{ kind: "add", path: list, index: index + 1, value: make(typed), was_length: wasLength }];
    return { edits, then: [...list, index + 1, ...(isSection ? ["title"] : [])] };
  }
  if (name === "delete") return { edits: [{ kind: "delete", path, was }], then: [...list, Math.max(index - 1, 0), ...rest] };
  const to = name === "up" ? index - 1 : index + 1;
  return { edits: [{ kind: "move", path, index: to, was }], then: [...list, to, ...rest] };
};
