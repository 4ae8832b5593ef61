/* Which elements of a page stand for which texts: found by matching, marked only in the browser. */
import { match } from "./match.js";
import { slotsOf } from "./slots.js";

const MARK = "data-desk-text";
export const MARKED = `[${MARK}]`;

/* The element of a stretch: the block, an element inside it, or one that is put around it. */
const elementOf = (slot, alone) => {
  if (slot.whole) return slot.element;
  const range = slot.range();
  const { startContainer: first, endContainer: end } = range;
  const parent = first.parentElement;
  if (first === end && parent !== slot.element && parent.textContent.trim() === range.toString().trim()) return parent;
  if (alone) return slot.element;
  const around = document.createElement("span");
  around.className = "dn-desk-around";
  around.append(range.extractContents());
  range.insertNode(around);
  return around;
};

export class Marks {
  constructor(root) {
    this.root = root;
    this.elements = []; // of each text, one for each of its paragraphs
  }

  /** Find the texts on the page, and let each be reached by the keyboard. */
  set(texts, describe) {
    this.clear();
    const slots = slotsOf(this.root);
    const found = match(texts, slots);
    const inBlock = new Map();
    for (const places of found)
      for (const place of places) inBlock.set(slots[place].element, (inBlock.get(slots[place].element) || 0) + 1);
    // From the end of each block, so that what is put around one leaves the places before it.
    const order = found.flatMap((places, index) => places.map((place) => [place, index]));
    order.sort((a, b) => b[0] - a[0]);
    this.elements = texts.map(() => []);
    for (const [place, index] of order) {
      const element = elementOf(slots[place], inBlock.get(slots[place].element) === 1);
      if (element.hasAttribute(MARK)) continue;
      element.setAttribute(MARK, String(index));
      if (element.tabIndex < 0) element.setAttribute("tabindex", "0");
      element.setAttribute("aria-describedby", describe);
      this.elements[index].unshift(element);
    }
  }

  clear() {
    for (const element of this.root.querySelectorAll(MARKED)) {
      element.removeAttribute(MARK);
      element.removeAttribute("aria-describedby");
      if (element.getAttribute("tabindex") === "0" && element.tagName !== "FIGURE") element.removeAttribute("tabindex");
    }
    for (const around of this.root.querySelectorAll(".dn-desk-around")) {
      const parent = around.parentNode;
      around.replaceWith(...around.childNodes);
      parent.normalize();
    }
  }

  /** Return the number of the text that an element, or what is around it, stands for; or -1. */
  textAt(element) {
    const marked = element && element.closest ? element.closest(MARKED) : null;
    return marked && this.root.contains(marked) ? Number(marked.getAttribute(MARK)) : -1;
  }

  /** Return the marked elements as they are read. */
  get inOrder() {
    return [...this.root.querySelectorAll(MARKED)];
  }
}
