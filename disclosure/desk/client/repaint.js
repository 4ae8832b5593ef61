/* A page that was built anew is taken over where it differs, so that it stays where it was read. */

const KEPT = ".dn-page-tools, .dn-contents--beside, #dn-desk, #dn-preview";

const sameKind = (one, other) =>
  one.nodeType === other.nodeType && one.nodeName === other.nodeName && one.id === other.id;

const takeAttributes = (old, fresh) => {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value && name !== "style") old.setAttribute(name, value);
};

/** Make `old` like `fresh`; nodes that are alike stay the same nodes. */
export const take = (old, fresh) => {
  if (old.isEqualNode(fresh)) return;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.nodeValue = fresh.nodeValue;
    return;
  }
  if (old.matches(KEPT) && old.textContent === fresh.textContent) return;
  takeAttributes(old, fresh);
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  let start = 0;
  while (start < before.length && start < after.length && before[start].isEqualNode(after[start])) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end].isEqualNode(after[after.length - 1 - end])
  )
    end += 1;
  const mine = before.slice(start, before.length - end);
  const theirs = after.slice(start, after.length - end);
  if (mine.length === theirs.length && mine.every((node, at) => sameKind(node, theirs[at]))) {
    mine.forEach((node, at) => take(node, theirs[at]));
    return;
  }
  const behind = before[before.length - end] || null;
  for (const node of mine) node.remove();
  for (const node of theirs) old.insertBefore(document.importNode(node, true), behind);
};

/** Fetch the page as it was last built; empty where that cannot be. */
export const fetched = () =>
  fetch(location.href, { cache: "no-store" }).then(
    (answer) => (answer.ok ? answer.text() : ""),
    () => "",
  );

/** Return what takes a page over, given as text; null where it is no such page. */
export const takingOver = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const [old, main] = [document.querySelector("main"), fresh.querySelector("main")];
  if (!old || !main) return null;
  return () => {
    document.title = fresh.title;
    take(old, main);
  };
};
